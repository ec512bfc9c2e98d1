using MentorCloud.Domain.Facts;
using MentorCloud.Domain.Identifiers;

namespace MentorCloud.Domain.Cohorts.Rounds;

/// <summary>A round's draft is there.</summary>
/// <param name="Round">The round.</param>
/// <param name="Cohort">Its cohort.</param>
/// <param name="Pairs">Pairs proposed.</param>
/// <param name="Unmatched">Participants left.</param>
/// <param name="TotalScore">Fixed-point units.</param>
/// <param name="UpperBound">Fixed-point units.</param>
public sealed record RoundDrafted(RoundId Round, CohortId Cohort, int Pairs, int Unmatched, long TotalScore, long UpperBound) : Fact;
