namespace MentorCloud.Identity.Store;

/// <summary>A row of <c>sessions</c>: one browser that somebody logged in with. The cookie's secret is kept as a hash.</summary>
internal sealed class SessionRecord
{
    public required string Tenant { get; init; }

    public required string Id { get; init; }

    public required string SecretHash { get; init; }

    public required string Account { get; init; }

    /// <summary>How the person proved who they are (RFC 8176 words, separated by spaces): <c>pwd</c>, <c>pwd otp</c>, <c>fed</c>.</summary>
    public required string Methods { get; set; }

    public required string Source { get; init; }

    public required string Agent { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset LastSeenAt { get; set; }

    public required DateTimeOffset ExpiresAt { get; init; }

    public DateTimeOffset? RevokedAt { get; set; }
}
