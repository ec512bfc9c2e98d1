using MentorCloud.Domain.Facts;
using MentorCloud.Domain.Identifiers;

namespace MentorCloud.Domain.Rotation;

/// <summary>A rotation plan is there.</summary>
/// <param name="Rotation">The plan.</param>
/// <param name="Cohort">Its cohort.</param>
/// <param name="Pairs">Pairs in its open stages.</param>
public sealed record RotationPlanned(RotationId Rotation, CohortId Cohort, int Pairs) : Fact;
