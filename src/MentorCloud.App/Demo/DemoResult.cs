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
