using MentorCloud.Domain.Facts;
using MentorCloud.Domain.Identifiers;

namespace MentorCloud.Domain.Cohorts.Rounds;

/// <summary>A round was published; its prepared pairings become real.</summary>
/// <param name="Round">The round.</param>
/// <param name="Cohort">Its cohort.</param>
/// <param name="Pages">Its draft pages.</param>
/// <param name="Pairs">Its pairs.</param>
public sealed record RoundPublished(RoundId Round, CohortId Cohort, int Pages, int Pairs) : Fact;
