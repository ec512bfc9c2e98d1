using System.Collections.Immutable;
using MentorCloud.Domain.Identifiers;
using MentorCloud.Domain.Pairings.Cadence;
using MentorCloud.Domain.Pairings.Cadence.Meetings;
using MentorCloud.Domain.Pairings.Confided;
using MentorCloud.Domain.Pairings.Contracts;
using MentorCloud.Domain.Pairings.Endings;
using MentorCloud.Domain.Pairings.Escalations;
using MentorCloud.Domain.Pairings.Forgetting;
using MentorCloud.Domain.Pairings.Growth;
using MentorCloud.Domain.Pairings.Health;
using MentorCloud.Domain.Pairings.Practice;

namespace MentorCloud.Domain.Pairings;

/// <summary>
/// A pairing: the relationship of one mentor and one mentee, with all its timers. Every list in it is bounded; what is
/// closed and old is cut off into pages (<see cref="PairingPages"/>), and texts of entries never enter it at all (docs/adr/0062).
/// All other words are in plain here and sealed in the store (<see cref="Words"/>, docs/adr/0096).
/// </summary>
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

    /// <summary>How it ended; none while it lives.</summary>
    public PairingOutcome Outcome { get; init; }

    /// <summary>When it was published, UTC; null before.</summary>
    public DateTimeOffset? PublishedAt { get; init; }

    /// <summary>When it ended, UTC; null while it lives.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>When its term ends, UTC: as the round said, moved by pauses and extensions. It ends nothing by itself.</summary>
    public required DateTimeOffset EndsAt { get; init; }

    /// <summary>Versions of the learning contract, oldest first; superseded ones may have gone to pages.</summary>
    public ImmutableArray<ContractVersion> Contracts { get; init; } = [];

    /// <summary>Which milestones are under way or met.</summary>
    public ImmutableArray<MilestoneProgress> Milestones { get; init; } = [];

    /// <summary>By what duties fall due; at most one for each kind.</summary>
    public ImmutableArray<Rhythm> Rhythms { get; init; } = [];

    /// <summary>Open duties, at most one of each kind, and the newest closed ones, in the order in which they were scheduled.</summary>
    public ImmutableArray<Duty> Duties { get; init; } = [];

    /// <summary>What became of all duties, also of those on pages.</summary>
    public ImmutableArray<DutyTally> Tallies { get; init; } = [];

    /// <summary>What the newest prompt asks; null before the first.</summary>
    public string? LastPrompt { get; init; }

    /// <summary>Closed safety pulses of the newest 26 months, newest last.</summary>
    public ImmutableArray<PulseScore> Pulses { get; init; } = [];

    /// <summary>The pause; null unless paused.</summary>
    public PairingPause? Pause { get; init; }

    /// <summary>Meetings that lie ahead, those called off too, and such as are over since the last was arranged; at most 20.</summary>
    public ImmutableArray<Meeting> Meetings { get; init; } = [];

    /// <summary>How many meetings were ever arranged: the newest one's number.</summary>
    public int MeetingsArranged { get; init; }

    /// <summary>What one side wants to become of the pairing at the end of its term; null while nobody said.</summary>
    public TermProposal? TermProposal { get; init; }

    /// <summary>Minutes given in each of the newest 13 months, oldest first.</summary>
    public ImmutableArray<MonthHours> Hours { get; init; } = [];

    /// <summary>Escalations, oldest first; at most 10.</summary>
    public ImmutableArray<Escalation> Escalations { get; init; } = [];

    /// <summary>The request for somebody else of the side that asked first; null when there is none. Only that side and the program see it.</summary>
    public ReassignmentRequest? Reassignment { get; init; }

    /// <summary>The other side's request, likewise. Neither side learns of the other's.</summary>
    public ReassignmentRequest? OtherReassignment { get; init; }

    /// <summary>Heads of what the two wrote, oldest first; the texts are on pages.</summary>
    public ImmutableArray<Entry> Entries { get; init; } = [];

    /// <summary>How many entries were ever written: the newest one's number.</summary>
    public int EntriesWritten { get; init; }

    /// <summary>What the entries and duties on pages count for autonomy and ownership.</summary>
    public PracticeTally Paged { get; init; } = PracticeTally.None;

    /// <summary>The newest entries on pages that everybody in the tenant may read, newest first; at most 20.</summary>
    public ImmutableArray<SharedEntry> Shared { get; init; } = [];

    /// <summary>Feedback over the whole life.</summary>
    public FeedbackTally Feedback { get; init; } = FeedbackTally.None;

    /// <summary>How far the mentee leads; requirement 46.</summary>
    public AutonomyStage Autonomy { get; init; }

    /// <summary>The stage that the mentee asks for; null when none.</summary>
    public AutonomyStage? AutonomyAsked { get; init; }

    /// <summary>Who asked for it and since when; null when nobody asks, and in states of earlier releases, where it was the mentee.</summary>
    public AutonomyRequest? AutonomyRequest { get; init; }

    /// <summary>The learners' ratings of the mentoring, newest last; at most 12 of each.</summary>
    public ImmutableArray<MentoringRating> Ratings { get; init; } = [];

    /// <summary>The learners' assessments of themselves, newest last; at most 8 of each.</summary>
    public ImmutableArray<SelfAssessment> SelfAssessments { get; init; } = [];

    /// <summary>The 360-degree reviews, newest last; at most 3 about each learner.</summary>
    public ImmutableArray<Review360> Reviews { get; init; } = [];

    /// <summary>Numbers of the entries that the mentee passes on to the next mentor; at most 50.</summary>
    public ImmutableArray<int> Handover { get; init; } = [];

    /// <summary>How it stands, by the rule in docs/pairings.md.</summary>
    public PairingHealth Health { get; init; } = PairingHealth.New;

    /// <summary>What its check-ins came to; null before the first, and in states of earlier releases.</summary>
    public CheckInCount? CheckInCount { get; init; }

    /// <summary>The newest sessions that were rated, oldest first; at most three, none in states of earlier releases.</summary>
    public ImmutableArray<RatedSession> Rated { get; init; } = [];

    /// <summary>What its alignment checks came to; null before the first, and in states of earlier releases.</summary>
    public AlignmentCount? Alignment { get; init; }

    /// <summary>Whether its stall was proposed for rebalancing already.</summary>
    public bool RebalancingProposed { get; init; }

    /// <summary>What is still to be done to the participants.</summary>
    public ImmutableArray<PairingEffect> Effects { get; init; } = [];

    /// <summary>Whose words were taken out of it, by an erasure or at the end of the retention time.</summary>
    public ImmutableArray<PairingSide> Forgotten { get; init; } = [];

    /// <summary>When the tenant's retention time is looked at next, UTC; null before the first time after the end.</summary>
    public DateTimeOffset? RetentionLookAt { get; init; }

    /// <summary>Pages in use.</summary>
    public int Pages { get; init; }

    /// <summary>What was taken out of it and sealed; null in plain, and in states that earlier releases stored.</summary>
    public SealedWords? Words { get; init; }

    /// <summary>The mentor.</summary>
    public ParticipantId Mentor => Origin.Mentor;

    /// <summary>The mentee.</summary>
    public ParticipantId Mentee => Origin.Mentee;

    /// <summary>The newest contract version; null before the first draft.</summary>
    public ContractVersion? NewestContract => Contracts.IsEmpty ? null : Contracts[^1];

    /// <summary>The contract in force; null before both have signed one.</summary>
    public ContractVersion? ActiveContract => Contracts.LastOrDefault(version => version.Status == ContractStatus.Active);

    /// <summary>Days between check-ins: the contract's, stretched by the autonomy stage.</summary>
    public int CadenceDays => AutonomyRule.Stretch(ActiveContract?.Terms.CadenceDays ?? Origin.CadenceDays, Autonomy);

    /// <summary>The sides' requests for somebody else, in the order in which the sides first asked; at most one a side.</summary>
    public ImmutableArray<ReassignmentRequest> Reassignments =>
        [.. new[] { Reassignment, OtherReassignment }.OfType<ReassignmentRequest>()];

    /// <summary>The newest check-ins, oldest first.</summary>
    public ImmutableArray<CheckIn> CheckIns =>
        [.. Duties.Where(duty => duty.Kind == DutyKind.CheckIn).OrderBy(duty => duty.Number).Select(CheckIn.Of)];

    /// <summary>When the pairing's one timer must ring next, UTC; null when nothing is to come.</summary>
    public DateTimeOffset? NextDue => Effects.IsEmpty ? new[] { NextStepAt, RetentionRule.NextLook(this) }.Min() : DateTimeOffset.UnixEpoch;

    /// <summary>When something changes next by itself, UTC; null when nothing will.</summary>
    public DateTimeOffset? NextStepAt => Stage switch
    {
        PairingStage.Contracting or PairingStage.Active => Duties.Select(duty => duty.NextStepAt).Concat(Cases).Append(AutonomyRequest?.NextStepAt).Append(HealthRule.NextByDate(this)).Min(),
        PairingStage.Paused => Cases.Append(Pause?.ResumesAt).Min(),
        PairingStage.Ended => Escalations.Select(each => each.NextStepAt).Min(),
        _ => null,
    };

    /// <summary>What goes on through a pause.</summary>
    private IEnumerable<DateTimeOffset?> Cases =>
        Escalations.Select(each => each.NextStepAt).Concat(Reassignments.Select(each => each.NextStepAt)).Concat(Hours.Select(each => each.BlocksUntil));

    /// <summary>The open duty of a kind; null when there is none.</summary>
    /// <param name="kind">Which kind.</param>
    /// <returns>The duty.</returns>
    public Duty? Open(DutyKind kind) => Duties.FirstOrDefault(duty => duty.Kind == kind && duty.IsOpen);

    /// <summary>What became of all duties of a kind; null before the first.</summary>
    /// <param name="kind">Which kind.</param>
    /// <returns>The tally.</returns>
    public DutyTally? Tally(DutyKind kind) => Tallies.FirstOrDefault(tally => tally.Kind == kind);

    /// <summary>The pairing as lists show it.</summary>
    /// <returns>The row.</returns>
    public PairingRow Summarise() => new(
        Id, Tenant, Origin.Cohort, Origin.Round, Mentor, Mentee, Stage, Origin.Score, Origin.WeightsVersion,
        NewestContract?.Number ?? 0,
        Tally(DutyKind.CheckIn)?.Done ?? 0,
        Tally(DutyKind.CheckIn)?.Missed ?? 0,
        Open(DutyKind.CheckIn)?.DueAt,
        PublishedAt ?? EntityId.MadeAt(Id.Value),
        Health.Status)
    {
        HealthReasons = Health.Reasons,
    };
}
