namespace MentorCloud.Identity.Store;

/// <summary>A row of <c>outside_logins</c>: whose account a subject of a customer's provider is. Nothing else ties the two, an e-mail address least of all.</summary>
internal sealed class OutsideLoginRecord
{
    public required string Tenant { get; init; }

    public required string Issuer { get; init; }

    public required string Subject { get; init; }

    public required string Account { get; init; }

    public required DateTimeOffset TiedAt { get; init; }
}
