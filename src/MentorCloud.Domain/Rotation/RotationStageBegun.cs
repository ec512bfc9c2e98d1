using MentorCloud.Domain.Facts;
using MentorCloud.Domain.Identifiers;

namespace MentorCloud.Domain.Rotation;

/// <summary>A stage has begun: its pairings are published.</summary>
/// <param name="Rotation">The plan.</param>
/// <param name="Cohort">Its cohort.</param>
/// <param name="Stage">Which, from 1.</param>
public sealed record RotationStageBegun(RotationId Rotation, CohortId Cohort, int Stage) : Fact;
