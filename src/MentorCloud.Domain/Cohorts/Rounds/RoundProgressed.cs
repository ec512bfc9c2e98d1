using MentorCloud.Domain.Facts;
using MentorCloud.Domain.Identifiers;

namespace MentorCloud.Domain.Cohorts.Rounds;

/// <summary>The solver has come further. Told at most every other second of a long job.</summary>
/// <param name="Round">The round.</param>
/// <param name="Cohort">Its cohort.</param>
/// <param name="Step">What the solver does.</param>
/// <param name="Share">Share of that step done, 0..1; 0 where it is not known.</param>
public sealed record RoundProgressed(RoundId Round, CohortId Cohort, string Step, double Share) : Fact;
