namespace MentorCloud.Domain.Tenants;

/// <summary>Creates a tenant.</summary>
/// <param name="Name">The company's name, 1..200 characters.</param>
/// <param name="Slug">3..40 lower-case ASCII letters, digits and inner hyphens.</param>
/// <param name="TimeZone">IANA zone of the company's seat.</param>
public sealed record CreateTenant(string Name, string Slug, string TimeZone);
