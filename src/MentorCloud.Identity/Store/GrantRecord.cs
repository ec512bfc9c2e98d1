namespace MentorCloud.Identity.Store;

/// <summary>A row of <c>grants</c>: a person's login to one program. Every code and token that comes of it falls with it.</summary>
internal sealed class GrantRecord
{
    public required string Tenant { get; init; }

    public required string Id { get; init; }

    public required string ClientId { get; init; }

    public required string Account { get; init; }

    public required string Session { get; init; }

    public required string Scope { get; init; }

    public required string Methods { get; init; }

    public string? Nonce { get; init; }

    public required DateTimeOffset AuthenticatedAt { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset EndsAt { get; init; }

    public DateTimeOffset? RevokedAt { get; set; }
}
