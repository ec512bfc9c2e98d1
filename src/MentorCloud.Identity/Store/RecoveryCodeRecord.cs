namespace MentorCloud.Identity.Store;

/// <summary>A row of <c>recovery_codes</c>: a code of 120 random bits that stands in for the authenticator once, kept as a hash.</summary>
internal sealed class RecoveryCodeRecord
{
    public required string Tenant { get; init; }

    public required string Account { get; init; }

    public required string CodeHash { get; init; }

    public DateTimeOffset? UsedAt { get; set; }
}
