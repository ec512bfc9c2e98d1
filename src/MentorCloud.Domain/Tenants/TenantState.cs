using MentorCloud.Domain.Identifiers;

namespace MentorCloud.Domain.Tenants;

/// <summary>A tenant: a customer company with its settings.</summary>
public sealed record TenantState
{
    /// <summary>The tenant.</summary>
    public required TenantId Id { get; init; }

    /// <summary>The company's name.</summary>
    public required string Name { get; init; }

    /// <summary>The name in URLs and logins: lower-case ASCII letters, digits and hyphens; unique.</summary>
    public required string Slug { get; init; }

    /// <summary>IANA zone of the company's seat.</summary>
    public required string TimeZone { get; init; }

    /// <summary>Active or suspended.</summary>
    public TenantStatus Status { get; init; }

    /// <summary>The adopted competency framework; null before the first.</summary>
    public FrameworkId? Framework { get; init; }

    /// <summary>1 for the first adopted framework, one more for each after it; 0 before.</summary>
    public int FrameworkVersion { get; init; }

    /// <summary>Days after a pairing's end at which what was written in it is forgotten, 30..3,650; null for never.</summary>
    public int? RetentionDays { get; init; }

    /// <summary>When it was created, UTC.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>The tenant's row in the views.</summary>
    /// <returns>The row.</returns>
    public TenantRow ToRow() => new(Id, Name, Slug, TimeZone, Status, FrameworkVersion, CreatedAt);
}
