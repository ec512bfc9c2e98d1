using MentorCloud.Domain.Identifiers;

namespace MentorCloud.Domain.Rotation;

/// <summary>Plans a rotation for a cohort.</summary>
/// <param name="Cohort">The cohort.</param>
/// <param name="Stages">How many stages, 2..12; they divide the time until the cohort's end evenly.</param>
/// <param name="PerspectiveBonus">What meeting a mentor of another division for the first time is worth, fixed-point units of a score, 0..1.</param>
public sealed record PlanRotation(CohortId Cohort, int Stages, long PerspectiveBonus);
