namespace MentorCloud.Identity.Store;

/// <summary>A row of <c>consents</c>: what a person lets a program do in their name.</summary>
internal sealed class ConsentRecord
{
    public required string Tenant { get; init; }

    public required string Account { get; init; }

    public required string ClientId { get; init; }

    /// <summary>Scopes with a space between, in the order of <see cref="Provider.UserScopes"/>.</summary>
    public required string Scope { get; set; }

    /// <summary>When it was last given, UTC.</summary>
    public required DateTimeOffset GivenAt { get; set; }
}
