using MentorCloud.Domain.Facts;
using MentorCloud.Domain.Identifiers;
using MentorCloud.Domain.Pairings;

namespace MentorCloud.Domain.Cohorts.Requests;

/// <summary>One side has asked the other.</summary>
/// <param name="Request">The request.</param>
/// <param name="Cohort">Its cohort.</param>
/// <param name="Mentor">The mentor; both sides are told.</param>
/// <param name="Mentee">The mentee.</param>
/// <param name="By">The side that asks.</param>
public sealed record MatchRequested(MatchRequestId Request, CohortId Cohort, ParticipantId Mentor, ParticipantId Mentee, PairingSide By) : Fact;
