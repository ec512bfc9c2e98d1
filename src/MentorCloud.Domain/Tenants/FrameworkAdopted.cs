using MentorCloud.Domain.Facts;
using MentorCloud.Domain.Identifiers;

namespace MentorCloud.Domain.Tenants;

/// <summary>A competency framework became the tenant's newest.</summary>
/// <param name="Framework">The framework.</param>
/// <param name="Version">Its version in the tenant.</param>
public sealed record FrameworkAdopted(FrameworkId Framework, int Version) : Fact;
