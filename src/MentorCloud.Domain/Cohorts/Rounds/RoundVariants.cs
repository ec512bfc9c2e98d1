using System.Collections.Immutable;
using MentorCloud.Domain.Access;
using MentorCloud.Domain.Cohorts.Matching;
using MentorCloud.Domain.Identifiers;
using MentorCloud.Domain.Refusals;

namespace MentorCloud.Domain.Cohorts.Rounds;

/// <summary>How a round comes from another draft. Drafts never change: every change makes a new round, and the old one stays to compare with.</summary>
public static class RoundVariants
{
    /// <summary>Starts to solve a drafted round again, with pins, vetoes or an objective of its own.</summary>
    /// <param name="state">Null: there is none yet.</param>
    /// <param name="id">The new round's id.</param>
    /// <param name="cohort">The cohort, open and with members.</param>
    /// <param name="from">The base.</param>
    /// <param name="command">What shall be different.</param>
    /// <param name="now">The instant.</param>
    /// <returns>The round, solving; ALREADY_EXISTS, INPUT_INVALID, PAIR_RULE_CONFLICT, ROUND_NOT_DRAFTED, and what starting refuses.</returns>
    public static Decision<RoundState> Resolve(
        RoundState? state, RoundId id, CohortState cohort, RoundState from, ResolveRound command, DateTimeOffset now)
    {
        if ((RefuseKnown(state) ?? RefuseBase(from) ?? Check(command)) is { } refusal)
        {
            return refusal;
        }

        var objective = command.Objective ?? from.Objective;
        var started = RoundDecisions.Start(null, id, cohort, objective, now);
        return started.State is not { } solving
            ? started
            : Decision<RoundState>.Accept(
                solving with { Base = from.Id, Pins = command.Pins, Vetoes = command.Vetoes, KeepBonus = command.KeepBonus }, started.Facts);
    }

    /// <summary>Makes a drafted round of a draft whose pages are stored already.</summary>
    /// <param name="state">Null: there is none yet.</param>
    /// <param name="id">The new round's id.</param>
    /// <param name="cohort">The cohort, open and with members.</param>
    /// <param name="command">The draft.</param>
    /// <param name="now">The instant.</param>
    /// <returns>The round, drafted; ALREADY_EXISTS, and what starting refuses.</returns>
    public static Decision<RoundState> Adopt(RoundState? state, RoundId id, CohortState cohort, AdoptDraft command, DateTimeOffset now)
    {
        var started = RoundDecisions.Start(state, id, cohort, command.Objective, now);
        if (started.State is not { } round)
        {
            return started;
        }

        var sourced = round with { Source = command.Source, Base = command.Base, PairingsEndAt = command.EndsAt ?? round.PairingsEndAt };
        var drafted = RoundDecisions.Complete(sourced, command.Draft, now);
        return Decision<RoundState>.Accept(drafted.State!, started.Facts.AddRange(drafted.Facts));
    }

    /// <summary>A round that a draft by hand is judged as, before it exists.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="cohort">The cohort, open.</param>
    /// <param name="from">The draft that it is changed from; null for none.</param>
    /// <param name="now">The instant.</param>
    /// <returns>The round.</returns>
    public static RoundState Preview(RoundId id, CohortState cohort, RoundState? from, DateTimeOffset now) =>
        RoundDecisions.New(id, cohort, from?.Objective ?? MatchObjective.Total, now) with { Source = RoundSource.Hand, Base = from?.Id };

    /// <summary>Refuses to publish a stage past its rotation plan, which ends the stage before first.</summary>
    /// <param name="state">The round.</param>
    /// <param name="actor">Who publishes.</param>
    /// <returns>ROUND_OF_ROTATION, or null.</returns>
    public static Refusal? RefuseStage(RoundState state, Actor actor) => state.Source == RoundSource.Stage && actor.Kind != ActorKind.System
        ? new Refusal(ErrorCodes.RoundOfRotation, "This round is a stage of a rotation; begin the stage in its plan.", "round")
        : null;

    /// <summary>Refuses to begin from a round that has no draft.</summary>
    /// <param name="from">The base.</param>
    /// <returns>ROUND_NOT_DRAFTED, or null.</returns>
    public static Refusal? RefuseBase(RoundState from) => from.Draft is null
        ? new Refusal(ErrorCodes.RoundNotDrafted, $"The round is {from.Status} and has no draft to begin from.", "round")
        : null;

    private static Refusal? RefuseKnown(RoundState? state) =>
        state is null ? null : new Refusal(ErrorCodes.AlreadyExists, "This round exists already.");

    private static Refusal? Check(ResolveRound command) =>
        CheckPairs(command.Pins, "pins") ?? CheckPairs(command.Vetoes, "vetoes")
            ?? (command.KeepBonus is >= 0 and <= Score.Unit ? null : Inputs.Invalid("keepBonus", "must lie in 0..1"))
            ?? Inputs.FirstOf(command.Pins, (pin, index) => RefusePin(command, pin, index));

    private static Refusal? CheckPairs(ImmutableArray<MatchPair> pairs, string field) =>
        Inputs.Count(pairs, field, 0, ResolveRound.MostPairs)
            ?? Inputs.FirstOf(pairs, (pair, index) => pairs.IndexOf(pair) == index ? null : Inputs.Invalid($"{field}.{index}", "names a pair twice"));

    private static Refusal? RefusePin(ResolveRound command, MatchPair pin, int index)
    {
        if (command.Vetoes.Contains(pin))
        {
            return new Refusal(ErrorCodes.PairRuleConflict, "A pair cannot be pinned and vetoed at once.", $"pins.{index}");
        }

        return command.Pins.Count(other => other.Mentee == pin.Mentee) > 1
            ? new Refusal(ErrorCodes.PairRuleConflict, "A mentee can be pinned to one mentor only.", $"pins.{index}")
            : null;
    }
}
