using MentorCloud.Domain.Facts;
using MentorCloud.Domain.Identifiers;

namespace MentorCloud.Domain.Cohorts.Requests;

/// <summary>A request waits; it expires unless somebody answers.</summary>
/// <param name="Request">The request.</param>
/// <param name="Cohort">Its cohort.</param>
/// <param name="Mentor">The mentor; both sides are told.</param>
/// <param name="Mentee">The mentee.</param>
/// <param name="ExpiresAt">When, UTC.</param>
public sealed record MatchRequestReminded(MatchRequestId Request, CohortId Cohort, ParticipantId Mentor, ParticipantId Mentee, DateTimeOffset ExpiresAt) : Fact;
