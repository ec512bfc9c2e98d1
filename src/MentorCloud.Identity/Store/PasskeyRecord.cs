namespace MentorCloud.Identity.Store;

/// <summary>A row of <c>passkeys</c>: a WebAuthn credential of an account. Holds public halves only.</summary>
internal sealed class PasskeyRecord
{
    public required string Tenant { get; init; }

    /// <summary>Base 64 for URLs.</summary>
    public required string CredentialId { get; init; }

    public required string Account { get; init; }

    /// <summary>What the person calls it.</summary>
    public required string Name { get; init; }

    /// <summary>Public key, counter and flags as JSON.</summary>
    public required string Facts { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? LastUsedAt { get; init; }
}
