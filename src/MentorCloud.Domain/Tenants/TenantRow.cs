using MentorCloud.Domain.Facts;
using MentorCloud.Domain.Identifiers;

namespace MentorCloud.Domain.Tenants;

/// <summary>A tenant in lists.</summary>
/// <param name="Id">The tenant.</param>
/// <param name="Name">The company's name.</param>
/// <param name="Slug">The name in URLs and logins.</param>
/// <param name="TimeZone">IANA zone of the company's seat.</param>
/// <param name="Status">Active or suspended.</param>
/// <param name="FrameworkVersion">The adopted framework's version; 0 before the first.</param>
/// <param name="CreatedAt">When it was created, UTC.</param>
public sealed record TenantRow(
    TenantId Id, string Name, string Slug, string TimeZone, TenantStatus Status, int FrameworkVersion, DateTimeOffset CreatedAt) : ViewRow;
