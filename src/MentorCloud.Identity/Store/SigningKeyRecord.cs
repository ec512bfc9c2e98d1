namespace MentorCloud.Identity.Store;

/// <summary>A row of <c>signing_keys</c>: a P-256 key, its private half wrapped by the master key. Belongs to the platform, not to a tenant.</summary>
internal sealed class SigningKeyRecord
{
    public required string Kid { get; init; }

    public required string X { get; init; }

    public required string Y { get; init; }

    public required string WrappedKey { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Signs from here on; published before.</summary>
    public required DateTimeOffset ActiveFrom { get; init; }

    /// <summary>Signs no more from here on; published until <see cref="ForgottenAt"/>.</summary>
    public required DateTimeOffset ActiveUntil { get; set; }

    public required DateTimeOffset ForgottenAt { get; set; }
}
