using System.Collections.Immutable;
using MentorCloud.Domain.Access;
using MentorCloud.Domain.Pairings.Cadence;
using MentorCloud.Domain.Pairings.Cadence.Meetings;
using MentorCloud.Domain.Pairings.Contracts;
using MentorCloud.Domain.Pairings.Endings;
using MentorCloud.Domain.Pairings.Escalations;
using MentorCloud.Domain.Pairings.Growth;
using MentorCloud.Domain.Pairings.Health;
using MentorCloud.Domain.Pairings.Practice;

namespace MentorCloud.Domain.Pairings;

/// <summary>The life of a pairing as one viewer may see it.</summary>
public sealed record PairingLife
{
    /// <summary>How it ended; none while it lives.</summary>
    public required PairingOutcome Outcome { get; init; }

    /// <summary>How it stands, and why.</summary>
    public required PairingHealth Health { get; init; }

    /// <summary>The pause; null unless paused. Why is for the pair and the program's managers.</summary>
    public PairingPause? Pause { get; init; }

    /// <summary>Meetings that the two were invited to, as they are stored: some may be over; for the pair.</summary>
    public ImmutableArray<Meeting> Meetings { get; init; } = [];

    /// <summary>Duties, without what nobody may see of them.</summary>
    public required ImmutableArray<Duty> Duties { get; init; }

    /// <summary>What became of all duties.</summary>
    public required ImmutableArray<DutyTally> Tallies { get; init; }

    /// <summary>What the open prompt asks; null when none is open, an earlier release scheduled it, or the viewer is not of the pair.</summary>
    public string? Prompt { get; init; }

    /// <summary>The open prompt's number, by which the calendar finds a text that it lacks; null when there is none to see.</summary>
    public int? PromptNumber { get; init; }

    /// <summary>What one side wants at the end of the term; null while nobody said.</summary>
    public TermProposal? TermProposal { get; init; }

    /// <summary>Milestones under way or met.</summary>
    public required ImmutableArray<MilestoneProgress> Milestones { get; init; }

    /// <summary>Time given month by month; for the pair and the program's managers.</summary>
    public required ImmutableArray<MonthHours> Hours { get; init; }

    /// <summary>Escalations that the viewer opened, or all for the program's side.</summary>
    public required ImmutableArray<Escalation> Escalations { get; init; }

    /// <summary>The requests for another partner: one's own, and for the program's managers those of both sides; none for everybody else.</summary>
    public required ImmutableArray<ReassignmentRequest> Reassignments { get; init; }

    /// <summary>Heads of the entries that the viewer may see.</summary>
    public required ImmutableArray<Entry> Entries { get; init; }

    /// <summary>Balance and latency of feedback.</summary>
    public required FeedbackTally Feedback { get; init; }

    /// <summary>The mentee's share of the plan.</summary>
    public required Ownership Ownership { get; init; }

    /// <summary>How far the mentee leads.</summary>
    public required AutonomyStage Autonomy { get; init; }

    /// <summary>The stage that the mentee asks for; null when none.</summary>
    public AutonomyStage? AutonomyAsked { get; init; }

    /// <summary>Who asks for it; null when nobody does.</summary>
    public PairingSide? AutonomyAskedBy { get; init; }

    /// <summary>The criteria of the next stage; none at the last.</summary>
    public required ImmutableArray<AutonomyCriterion> NextStage { get; init; }

    /// <summary>Ratings of the mentoring; for the pair.</summary>
    public required ImmutableArray<MentoringRating> Ratings { get; init; }

    /// <summary>The learner's growth by their own assessment; for the pair, among peers each sees their own.</summary>
    public required ImmutableArray<Growth.Growth> Growth { get; init; }

    /// <summary>The learner's own assessments with their days, oldest first; for the learner.</summary>
    public ImmutableArray<SelfAssessment> Assessments { get; init; } = [];

    /// <summary>Summaries of 360-degree reviews; for whom they are about.</summary>
    public required ImmutableArray<Review360Summary> Reviews { get; init; }

    /// <summary>The open 360-degree review; for whom it is about, null when there is none.</summary>
    public Review360Open? OpenReview { get; init; }

    /// <summary>What the next amendment should look at; for the pair and the program's managers.</summary>
    public required ImmutableArray<AmendmentAdvice> Advice { get; init; }

    /// <summary>What the mentee hands over; for the mentee.</summary>
    public required ImmutableArray<int> Handover { get; init; }

    /// <summary>Pages of older contracts, duties and entries.</summary>
    public required int Pages { get; init; }

    /// <summary>What a viewer may see.</summary>
    /// <param name="state">The pairing; that the viewer may look at it at all was checked before.</param>
    /// <param name="actor">The viewer.</param>
    /// <returns>The view.</returns>
    public static PairingLife For(PairingState state, Actor actor)
    {
        var pair = PairingAccess.IsPartner(state, actor);
        var managers = PairingAccess.IsManager(actor);
        var mentee = pair && PairingAccess.SideOf(state, actor) == PairingSide.Mentee;
        return new PairingLife
        {
            Outcome = state.Outcome,
            Health = state.Health,
            Pause = pair || managers ? state.Pause : state.Pause is { } pause ? pause with { Reason = string.Empty } : null,
            Meetings = pair ? state.Meetings : [],
            Duties = DutiesFor(state, state.Duties, actor),
            Tallies = state.Tallies,
            Prompt = pair ? state.Open(DutyKind.Prompt)?.PromptText : null,
            PromptNumber = pair ? state.Open(DutyKind.Prompt)?.Number : null,
            TermProposal = state.TermProposal,
            Milestones = state.Milestones,
            Hours = pair || managers ? state.Hours : [],
            Escalations = [.. state.Escalations.Where(each => MaySee(state, actor, each))],
            Reassignments = state.Reassignments.RemoveAll(request => !MaySee(state, actor, request)),
            Entries = [.. state.Entries.Where(entry => EntryAccess.MaySee(state, actor, entry))],
            Feedback = state.Feedback,
            Ownership = Ownership.Of(state),
            Autonomy = state.Autonomy,
            AutonomyAsked = state.AutonomyAsked,
            AutonomyAskedBy = state.AutonomyAsked is null ? null : state.AutonomyRequest?.By ?? PairingSide.Mentee,
            NextStage = state.Autonomy == AutonomyStage.Independent ? [] : AutonomyRule.Criteria(state, state.Autonomy + 1),
            Ratings = pair ? state.Ratings : [],
            Growth = pair ? Pairings.Growth.Growth.Of(state.SelfAssessments, PairingAccess.LearnerFor(state, actor)) : [],
            Assessments = pair ? [.. state.SelfAssessments.Where(each => each.By == PairingAccess.SideOf(state, actor))] : [],
            Reviews = Review360Decisions.Summaries(state, actor),
            OpenReview = Review360Decisions.Open(state, actor),
            Advice = pair || managers ? AmendmentAdvisor.Of(state) : [],
            Handover = mentee ? state.Handover : [],
            Pages = state.Pages,
        };
    }

    /// <summary>
    /// Duties without scores, prompts and excuses: a safety pulse's scores are nobody's to see, the others' and what prompts ask are
    /// the pair's, and why a duty was called off is for the pair and the program's managers.
    /// </summary>
    /// <param name="state">The pairing.</param>
    /// <param name="duties">Duties of it.</param>
    /// <param name="actor">The viewer.</param>
    /// <returns>The duties as the viewer may see them.</returns>
    public static ImmutableArray<Duty> DutiesFor(PairingState state, ImmutableArray<Duty> duties, Actor actor)
    {
        var pair = PairingAccess.IsPartner(state, actor);
        var words = pair || PairingAccess.IsManager(actor);
        return
        [
            .. duties.Select(duty => pair && duty.Kind != DutyKind.SafetyPulse ? duty : duty with
            {
                MentorScore = null, MenteeScore = null, PromptText = pair ? duty.PromptText : null, Excuse = words || duty.Excuse is null ? duty.Excuse : string.Empty,
            }),
        ];
    }

    private static bool MaySee(PairingState state, Actor actor, Escalation escalation) => PairingAccess.IsPartner(state, actor)
        ? PairingAccess.SideOf(state, actor) == escalation.OpenedBy
        : PairingAccess.IsProgramSide(actor);

    private static bool MaySee(PairingState state, Actor actor, ReassignmentRequest request) => PairingAccess.IsPartner(state, actor)
        ? PairingAccess.SideOf(state, actor) == request.By
        : PairingAccess.IsManager(actor);
}
