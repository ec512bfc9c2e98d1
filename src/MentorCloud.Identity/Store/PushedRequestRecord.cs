namespace MentorCloud.Identity.Store;

/// <summary>A row of <c>pushed_requests</c> (RFC 9126).</summary>
internal sealed class PushedRequestRecord
{
    public required string Tenant { get; init; }

    public required string SecretHash { get; init; }

    public required string ClientId { get; init; }

    /// <summary>A JSON object of texts.</summary>
    public required string Parameters { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset ExpiresAt { get; init; }

    public DateTimeOffset? UsedAt { get; set; }
}
