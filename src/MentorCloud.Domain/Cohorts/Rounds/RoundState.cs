using System.Collections.Immutable;
using MentorCloud.Domain.Cohorts.Matching;
using MentorCloud.Domain.Identifiers;
using MentorCloud.Domain.Refusals;

namespace MentorCloud.Domain.Cohorts.Rounds;

/// <summary>One matching round: from the solver's job to the published pairings. The draft itself is on pages beside it.</summary>
public sealed record RoundState
{
    /// <summary>
    /// How long a job or a publication may rest before a reminder takes it up again: what a killed one waits for after the
    /// restart. A round at work costs a tick and a write each time.
    /// </summary>
    public static readonly TimeSpan ResumeAfter = TimeSpan.FromSeconds(5);

    /// <summary>The round.</summary>
    public required RoundId Id { get; init; }

    /// <summary>Its tenant.</summary>
    public required TenantId Tenant { get; init; }

    /// <summary>Its cohort.</summary>
    public required CohortId Cohort { get; init; }

    /// <summary>What it optimises.</summary>
    public required MatchObjective Objective { get; init; }

    /// <summary>The weights that it scores with, as they were when it was started.</summary>
    public required MatchWeights Weights { get; init; }

    /// <summary>Their version.</summary>
    public required int WeightsVersion { get; init; }

    /// <summary>When the cohort's pairings end, UTC.</summary>
    public required DateTimeOffset PairingsEndAt { get; init; }

    /// <summary>The type of program that its pairings follow.</summary>
    public ProgramType Type { get; init; }

    /// <summary>Days between check-ins that its pairings' contracts begin with.</summary>
    public required int CadenceDays { get; init; }

    /// <summary>The numbers of the cohort's rules that its pairings follow.</summary>
    public CohortNumbers Numbers { get; init; } = CohortNumbers.Default;

    /// <summary>Where its draft comes from.</summary>
    public RoundSource Source { get; init; }

    /// <summary>The draft that it was changed from; null when there is none.</summary>
    public RoundId? Base { get; init; }

    /// <summary>Pairs that its draft must have, besides the cohort's pins.</summary>
    public ImmutableArray<MatchPair> Pins { get; init; } = [];

    /// <summary>Pairs that its draft must not have, besides the cohort's vetoes.</summary>
    public ImmutableArray<MatchPair> Vetoes { get; init; } = [];

    /// <summary>By how much the cohort must do better for a pair of the base to be broken, fixed-point units.</summary>
    public long KeepBonus { get; init; }

    /// <summary>Where it is.</summary>
    public RoundStatus Status { get; init; }

    /// <summary>How far the solver has come; null before it told, and once it is done.</summary>
    public SolveStep? Step { get; init; }

    /// <summary>What the draft comes to; null before it is there.</summary>
    public DraftSummary? Draft { get; init; }

    /// <summary>How many draft pages publication (or its release) has finished.</summary>
    public int PagesDone { get; init; }

    /// <summary>How many draft pages of a published round have had their pairings told.</summary>
    public int PagesTold { get; init; }

    /// <summary>Why it failed or was discarded; null otherwise.</summary>
    public Refusal? Failure { get; init; }

    /// <summary>When it was started, UTC.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it last moved on, UTC.</summary>
    public required DateTimeOffset MovedAt { get; init; }

    /// <summary>Whether work on it is under way: solving, publishing, releasing, or telling its pairings that they are real.</summary>
    public bool IsAtWork => Status is RoundStatus.Solving or RoundStatus.Publishing or RoundStatus.Releasing
        || (Status == RoundStatus.Published && PagesTold < Draft!.Pages);

    /// <summary>When somebody must look after it: while work is under way, a while after it last moved.</summary>
    public DateTimeOffset? NextDue => IsAtWork ? MovedAt + ResumeAfter : null;

    /// <summary>The pairing that a proposal of this round becomes: the same id on every attempt.</summary>
    /// <param name="proposal">The proposal.</param>
    /// <returns>The pairing's id.</returns>
    public PairingId PairingOf(Proposal proposal) => PairingOf(proposal.Mentor, proposal.Mentee);

    /// <summary>The pairing that a mentor and a mentee have by this round.</summary>
    /// <param name="mentor">The mentor.</param>
    /// <param name="mentee">The mentee.</param>
    /// <returns>The pairing's id.</returns>
    public PairingId PairingOf(ParticipantId mentor, ParticipantId mentee) => PairingOf(Id, mentor, mentee);

    /// <summary>The pairing that a mentor and a mentee have by a round.</summary>
    /// <param name="round">The round.</param>
    /// <param name="mentor">The mentor.</param>
    /// <param name="mentee">The mentee.</param>
    /// <returns>The pairing's id.</returns>
    public static PairingId PairingOf(RoundId round, ParticipantId mentor, ParticipantId mentee) =>
        EntityId.Derive<PairingId>(round.Value, mentor.ToString(), mentee.ToString());

    /// <summary>The round's row in the views.</summary>
    /// <returns>The row.</returns>
    public RoundRow ToRow() => new(
        Id, Tenant, Cohort, Objective, Status, WeightsVersion, Draft?.Pairs ?? 0, Draft?.Unmatched ?? 0,
        Draft?.TotalScore ?? 0, Draft?.UpperBound ?? 0, CreatedAt);
}
