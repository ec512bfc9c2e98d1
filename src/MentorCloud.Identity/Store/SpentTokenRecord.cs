namespace MentorCloud.Identity.Store;

/// <summary>A row of <c>spent_tokens</c>: an access token that was revoked, or an assertion that was used, until it would have ended anyway.</summary>
internal sealed class SpentTokenRecord
{
    public required string Tenant { get; init; }

    public required string Token { get; init; }

    public required DateTimeOffset ExpiresAt { get; init; }
}
