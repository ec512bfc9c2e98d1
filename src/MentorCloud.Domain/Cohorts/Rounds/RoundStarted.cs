using MentorCloud.Domain.Cohorts.Matching;
using MentorCloud.Domain.Facts;
using MentorCloud.Domain.Identifiers;

namespace MentorCloud.Domain.Cohorts.Rounds;

/// <summary>A round's job was given to the solver.</summary>
/// <param name="Round">The round.</param>
/// <param name="Cohort">Its cohort.</param>
/// <param name="Objective">What it optimises.</param>
public sealed record RoundStarted(RoundId Round, CohortId Cohort, MatchObjective Objective) : Fact;
