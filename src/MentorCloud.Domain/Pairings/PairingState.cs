using System.Collections.Immutable;
using MentorCloud.Domain.Identifiers;
using MentorCloud.Domain.Pairings.Cadence;
using MentorCloud.Domain.Pairings.Contracts;

namespace MentorCloud.Domain.Pairings;

/// <summary>A pairing: the relationship of one mentor and one mentee, with all its timers.</summary>
public sealed record PairingState
{
    /// <summary>The pairing.</summary>
    public required PairingId Id { get; init; }

    /// <summary>Its tenant.</summary>
    public required TenantId Tenant { get; init; }

    /// <summary>What the round made it of.</summary>
    public required PreparePairing Origin { get; init; }

    /// <summary>Where it is.</summary>
    public PairingStage Stage { get; init; }

    /// <summary>When it was published, UTC; null before.</summary>
    public DateTimeOffset? PublishedAt { get; init; }

    /// <summary>Every version of the learning contract, oldest first.</summary>
    public ImmutableArray<ContractVersion> Contracts { get; init; } = [];

    /// <summary>Check-ins, oldest first; at most one is open.</summary>
    public ImmutableArray<CheckIn> CheckIns { get; init; } = [];

    /// <summary>By what the check-ins fall due; null before the first contract is in force.</summary>
    public CheckInSchedule? Schedule { get; init; }

    /// <summary>The mentor.</summary>
    public ParticipantId Mentor => Origin.Mentor;

    /// <summary>The mentee.</summary>
    public ParticipantId Mentee => Origin.Mentee;

    /// <summary>The newest contract version; null before the first draft.</summary>
    public ContractVersion? NewestContract => Contracts.IsEmpty ? null : Contracts[^1];

    /// <summary>The check-in that is still to come or due; null when none is scheduled.</summary>
    public CheckIn? OpenCheckIn => CheckIns.IsEmpty || !CheckIns[^1].IsOpen ? null : CheckIns[^1];

    /// <summary>When the pairing's one timer must ring next; null when nothing is to come.</summary>
    public DateTimeOffset? NextDue => Stage == PairingStage.Active ? OpenCheckIn?.NextStepAt : null;

    /// <summary>The pairing's row in the views; none before it is published.</summary>
    /// <returns>One row or none.</returns>
    public ImmutableArray<PairingRow> ToRows() => PublishedAt is null ? [] : [Summarise()];

    /// <summary>The pairing as lists show it.</summary>
    /// <returns>The row.</returns>
    public PairingRow Summarise() => new(
        Id, Tenant, Origin.Cohort, Origin.Round, Mentor, Mentee, Stage, Origin.Score, Origin.WeightsVersion,
        NewestContract?.Number ?? 0,
        CheckIns.Count(checkIn => checkIn.Status == CheckInStatus.Done),
        CheckIns.Count(checkIn => checkIn.Status == CheckInStatus.Missed),
        OpenCheckIn?.DueAt,
        PublishedAt ?? EntityId.MadeAt(Id.Value));
}
