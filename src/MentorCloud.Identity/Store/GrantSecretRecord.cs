namespace MentorCloud.Identity.Store;

/// <summary>A row of <c>grant_secrets</c>: an authorization code or refresh token, each good for one use. A second use revokes the grant.</summary>
internal sealed class GrantSecretRecord
{
    public required string Tenant { get; init; }

    public required string SecretHash { get; init; }

    public required string GrantId { get; init; }

    public required GrantSecretKind Kind { get; init; }

    public string? RedirectUri { get; init; }

    public string? Challenge { get; init; }

    public required DateTimeOffset ExpiresAt { get; init; }

    public DateTimeOffset? UsedAt { get; set; }
}
