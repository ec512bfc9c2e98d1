using MentorCloud.Domain.Facts;
using MentorCloud.Domain.Identifiers;
using MentorCloud.Domain.Pairings;

namespace MentorCloud.Domain.Cohorts.Requests;

/// <summary>A match request in lists.</summary>
/// <param name="Id">The request.</param>
/// <param name="Tenant">Its tenant.</param>
/// <param name="Cohort">The cohort.</param>
/// <param name="Mentor">The mentor.</param>
/// <param name="Mentee">The mentee.</param>
/// <param name="AskedBy">The side that asks.</param>
/// <param name="Status">Where it is.</param>
/// <param name="Score">The pair's score, fixed-point units.</param>
/// <param name="SentAt">When it was sent, UTC.</param>
/// <param name="RemindAt">When both sides are or were reminded, UTC.</param>
/// <param name="ExpiresAt">When it expires, UTC.</param>
/// <param name="EndedAt">When it came to an end, UTC; null while it waits.</param>
/// <param name="Pairing">The pairing that came of it; null while none did.</param>
public sealed record MatchRequestRow(
    MatchRequestId Id,
    TenantId Tenant,
    CohortId Cohort,
    ParticipantId Mentor,
    ParticipantId Mentee,
    PairingSide AskedBy,
    MatchRequestStatus Status,
    long Score,
    DateTimeOffset SentAt,
    DateTimeOffset RemindAt,
    DateTimeOffset ExpiresAt,
    DateTimeOffset? EndedAt,
    PairingId? Pairing) : ViewRow;
