using MentorCloud.Domain.Facts;
using MentorCloud.Domain.Identifiers;

namespace MentorCloud.Domain.Cohorts.Requests;

/// <summary>A request came to an end: matched, declined, withdrawn, expired or overtaken.</summary>
/// <param name="Request">The request.</param>
/// <param name="Cohort">Its cohort.</param>
/// <param name="Mentor">The mentor; both sides are told.</param>
/// <param name="Mentee">The mentee.</param>
/// <param name="Status">Which.</param>
public sealed record MatchRequestEnded(MatchRequestId Request, CohortId Cohort, ParticipantId Mentor, ParticipantId Mentee, MatchRequestStatus Status) : Fact;
