using MentorCloud.Domain.Facts;

namespace MentorCloud.Domain.Tenants;

/// <summary>A tenant was created.</summary>
/// <param name="Name">The company's name.</param>
/// <param name="Slug">Its name in URLs.</param>
public sealed record TenantCreated(string Name, string Slug) : Fact;
