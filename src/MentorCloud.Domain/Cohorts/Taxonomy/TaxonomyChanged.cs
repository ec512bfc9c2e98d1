using MentorCloud.Domain.Facts;

namespace MentorCloud.Domain.Cohorts.Taxonomy;

/// <summary>A tenant's experience taxonomy was extended or trimmed.</summary>
/// <param name="Added">How many experiences were added.</param>
/// <param name="Retired">How many were taken out.</param>
public sealed record TaxonomyChanged(int Added, int Retired) : Fact;
