using System.Collections.Immutable;
using MentorCloud.Domain.Facts;
using MentorCloud.Domain.Identifiers;
using MentorCloud.Domain.Pairings.Health;

namespace MentorCloud.Domain.Pairings;

/// <summary>A pairing in lists. A prepared or released pairing has no row.</summary>
/// <param name="Id">The pairing.</param>
/// <param name="Tenant">Its tenant.</param>
/// <param name="Cohort">Its cohort.</param>
/// <param name="Round">The round that made it.</param>
/// <param name="Mentor">The mentor.</param>
/// <param name="Mentee">The mentee.</param>
/// <param name="Stage">Where it is.</param>
/// <param name="Score">Its matching score, in fixed-point units.</param>
/// <param name="WeightsVersion">The version of the weights it was made with.</param>
/// <param name="ContractVersion">The newest contract version's number; 0 before the first.</param>
/// <param name="CheckInsDone">Check-ins logged.</param>
/// <param name="CheckInsMissed">Check-ins missed.</param>
/// <param name="NextCheckInDue">When the next check-in falls due, UTC; null when none is scheduled.</param>
/// <param name="CreatedAt">When it was published, UTC.</param>
/// <param name="Health">How it stands.</param>
/// <param name="HealthReasons">Why; empty when on track, and (as null) in outboxes of earlier versions.</param>
public sealed record PairingRow(
    PairingId Id,
    TenantId Tenant,
    CohortId Cohort,
    RoundId Round,
    ParticipantId Mentor,
    ParticipantId Mentee,
    PairingStage Stage,
    long Score,
    int WeightsVersion,
    int ContractVersion,
    int CheckInsDone,
    int CheckInsMissed,
    DateTimeOffset? NextCheckInDue,
    DateTimeOffset CreatedAt,
    HealthStatus Health = HealthStatus.OnTrack,
    ImmutableArray<HealthReason> HealthReasons = default) : ViewRow;
