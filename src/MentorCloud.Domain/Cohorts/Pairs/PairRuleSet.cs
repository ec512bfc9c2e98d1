using MentorCloud.Domain.Facts;
using MentorCloud.Domain.Identifiers;

namespace MentorCloud.Domain.Cohorts.Pairs;

/// <summary>A pair was pinned or vetoed.</summary>
/// <param name="Cohort">The cohort.</param>
/// <param name="Kind">Which.</param>
/// <param name="Mentor">The mentor.</param>
/// <param name="Mentee">The mentee.</param>
public sealed record PairRuleSet(CohortId Cohort, PairRuleKind Kind, ParticipantId Mentor, ParticipantId Mentee) : Fact;
