namespace MentorCloud.App.Demo;

/// <summary>What a demo run came to.</summary>
internal sealed record DemoResult
{
    public required DemoThing Tenant { get; init; }

    public required DemoThing Cohort { get; init; }

    public int Participants { get; init; }

    public int Mentors { get; init; }

    public int Mentees { get; init; }

    public int Pairings { get; init; }

    public decimal TotalScore { get; init; }

    public decimal UpperBound { get; init; }

    public bool CertificateVerified { get; init; }

    public IReadOnlyList<DemoUnmatched> Unmatched { get; init; } = [];

    public IReadOnlyDictionary<string, double> Seconds { get; init; } = new Dictionary<string, double>();

    public required DemoLogin Login { get; init; }

    /// <summary>False when everything was there already.</summary>
    public bool Changed { get; init; }

    public string Message => Changed
        ? "The cohort runs: matched, published, signed, first check-ins logged."
        : "Everything was there already; nothing was changed.";

    /// <summary>Errors in the input files; when there are any, nothing else is to be trusted.</summary>
    public IReadOnlyList<string> Problems { get; init; } = [];
}

/// <summary>Something with a global id and a name.</summary>
internal sealed record DemoThing(string Id, string Name, string? Slug = null);

/// <summary>Somebody who stays without a partner.</summary>
internal sealed record DemoUnmatched(string ExternalId, string Name, string Kind, string Reason, string Detail);

/// <summary>How to log in. Secrets are null unless they were made in this run.</summary>
internal sealed record DemoLogin(
    string Email, string? Password, string ClientId, string? ClientSecret, DemoPerson? Mentor, DemoPerson? Mentee)
{
    public string? Hint => Password is null ? "Passwords and secrets are shown once; --reset-login makes new ones." : null;
}

/// <summary>A mentor or mentee who can log in.</summary>
internal sealed record DemoPerson(string Name, string Email, string? Password);
