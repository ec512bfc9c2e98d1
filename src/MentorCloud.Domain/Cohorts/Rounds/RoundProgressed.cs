using MentorCloud.Domain.Facts;
using MentorCloud.Domain.Identifiers;

namespace MentorCloud.Domain.Cohorts.Rounds;

/// <summary>The solver or the publication has come further. The solver tells at most every other second, publication each page.</summary>
/// <param name="Round">The round.</param>
/// <param name="Cohort">Its cohort.</param>
/// <param name="Step">What the solver does; <c>publish</c> and <c>tell</c> in publication.</param>
/// <param name="Share">Share of that step done, 0..1; 0 where it is not known.</param>
public sealed record RoundProgressed(RoundId Round, CohortId Cohort, string Step, double Share) : Fact;
