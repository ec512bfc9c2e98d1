using MentorCloud.Domain.Facts;
using MentorCloud.Domain.Identifiers;

namespace MentorCloud.Domain.Rotation;

/// <summary>The solver found no plan, or the next stage could not be published.</summary>
/// <param name="Rotation">The plan.</param>
/// <param name="Cohort">Its cohort.</param>
/// <param name="Code">Why.</param>
public sealed record RotationFailed(RotationId Rotation, CohortId Cohort, string Code) : Fact;
