namespace MentorCloud.Identity.Store;

/// <summary>A row of <c>authenticators</c>: an account's authenticator app, its secret sealed by the server's key.</summary>
internal sealed class AuthenticatorRecord
{
    public required string Tenant { get; init; }

    public required string Account { get; init; }

    public required string SealedSecret { get; init; }

    /// <summary>The last step whose code was used: no code counts twice.</summary>
    public required long LastStep { get; set; }

    /// <summary>Wrong codes of the app since the last right one, from wherever they came.</summary>
    public int Failures { get; init; }

    /// <summary>From when on a code of the app is looked at again; null for now.</summary>
    public DateTimeOffset? NotBefore { get; init; }

    /// <summary>When the person showed that the app works; null before: until then it is not asked for.</summary>
    public DateTimeOffset? ConfirmedAt { get; set; }
}
