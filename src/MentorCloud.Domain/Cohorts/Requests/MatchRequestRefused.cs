using MentorCloud.Domain.Facts;
using MentorCloud.Domain.Identifiers;

namespace MentorCloud.Domain.Cohorts.Requests;

/// <summary>The other side consented, but there was no place; the request waits on.</summary>
/// <param name="Request">The request.</param>
/// <param name="Cohort">Its cohort.</param>
/// <param name="Mentor">The mentor; both sides are told.</param>
/// <param name="Mentee">The mentee.</param>
/// <param name="Code">Why.</param>
public sealed record MatchRequestRefused(MatchRequestId Request, CohortId Cohort, ParticipantId Mentor, ParticipantId Mentee, string Code) : Fact;
