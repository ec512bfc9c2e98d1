using MentorCloud.Domain.Facts;
using MentorCloud.Domain.Identifiers;

namespace MentorCloud.Domain.Rotation;

/// <summary>A rotation is being planned, for the first time or again.</summary>
/// <param name="Rotation">The plan.</param>
/// <param name="Cohort">Its cohort.</param>
/// <param name="Version">1 for the first plan.</param>
public sealed record RotationStarted(RotationId Rotation, CohortId Cohort, int Version) : Fact;
