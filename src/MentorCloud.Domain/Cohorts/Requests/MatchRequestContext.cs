using MentorCloud.Domain.Cohorts.Pairs;
using MentorCloud.Domain.People;

namespace MentorCloud.Domain.Cohorts.Requests;

/// <summary>What a request is judged by, read before the decision.</summary>
/// <param name="Cohort">The cohort.</param>
/// <param name="Rules">Its pins and vetoes.</param>
/// <param name="Mentor">The mentor.</param>
/// <param name="Mentee">The mentee.</param>
public sealed record MatchRequestContext(CohortState Cohort, PairRulesState Rules, ParticipantState Mentor, ParticipantState Mentee);
