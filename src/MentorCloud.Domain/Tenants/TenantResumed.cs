using MentorCloud.Domain.Facts;

namespace MentorCloud.Domain.Tenants;

/// <summary>A suspended tenant became writable again.</summary>
public sealed record TenantResumed : Fact;
