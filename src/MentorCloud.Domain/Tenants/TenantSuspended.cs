using MentorCloud.Domain.Facts;

namespace MentorCloud.Domain.Tenants;

/// <summary>A tenant became read-only.</summary>
/// <param name="Reason">Why.</param>
public sealed record TenantSuspended(string Reason) : Fact;
