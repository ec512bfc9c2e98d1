namespace MentorCloud.Identity.Store;

/// <summary>A row of <c>one_time_tokens</c>: an invitation or a password reset, kept as a hash.</summary>
internal sealed class OneTimeTokenRecord
{
    public required string Tenant { get; init; }

    public required string TokenHash { get; init; }

    public required string Account { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset ExpiresAt { get; init; }

    public DateTimeOffset? UsedAt { get; set; }
}
