using System.Collections.Immutable;
using MentorCloud.Domain.Cohorts;
using MentorCloud.Domain.Cohorts.Matching;
using MentorCloud.Domain.Identifiers;
using MentorCloud.Domain.Refusals;

namespace MentorCloud.Domain.Rotation;

/// <summary>What a rotation plan decides: planning, beginning stages in order, planning the rest again.</summary>
public static class RotationDecisions
{
    /// <summary>The most people who can be named as leaving early.</summary>
    public const int MostLeaves = 200;

    /// <summary>Starts to plan.</summary>
    /// <param name="state">Null: there is none yet.</param>
    /// <param name="id">The plan's id.</param>
    /// <param name="cohort">Its cohort, open and with members.</param>
    /// <param name="command">What is planned.</param>
    /// <param name="now">The instant.</param>
    /// <returns>The rotation, planning; ALREADY_EXISTS, INPUT_INVALID, COHORT_NOT_OPEN, COHORT_EMPTY.</returns>
    public static Decision<RotationState> Start(RotationState? state, RotationId id, CohortState cohort, PlanRotation command, DateTimeOffset now)
    {
        var refusal = (state is null ? null : new Refusal(ErrorCodes.AlreadyExists, "This rotation exists already."))
            ?? Inputs.Range(command.Stages, "stages", 2, 12)
            ?? (command.PerspectiveBonus is >= 0 and <= Score.Unit ? null : Inputs.Invalid("perspectiveBonus", "must lie in 0..1"))
            ?? CohortDecisions.RefuseRound(cohort, now);
        if (refusal is not null)
        {
            return refusal;
        }

        var begin = cohort.StartsAt is { } first && first > now ? first : now;
        var span = (cohort.PairingsEndAt(now) - begin) / command.Stages;
        if (span < TimeSpan.FromDays(7))
        {
            return Inputs.Invalid("stages", "are too many: each would last less than a week until the cohort's end");
        }

        var started = new RotationState
        {
            Id = id,
            Tenant = cohort.Tenant,
            Cohort = cohort.Id,
            Stages = [.. Enumerable.Range(0, command.Stages).Select(stage => new RotationStage(begin + (stage * span), begin + ((stage + 1) * span), null, false))],
            PerspectiveBonus = command.PerspectiveBonus,
            CreatedAt = now,
            MovedAt = now,
        };
        return Decision<RotationState>.Accept(started, new RotationStarted(id, cohort.Id, 1));
    }

    /// <summary>Refuses a second rotation while the cohort's is not over. One that never came to a first stage may be replaced.</summary>
    /// <param name="known">The cohort's rotation; null when there is none.</param>
    /// <returns>ALREADY_EXISTS, or null.</returns>
    public static Refusal? RefuseSecond(RotationState? known) =>
        known is null || (known.FirstOpen == known.Stages.Length && !known.IsAtWork) || known is { Status: RotationStatus.Failed, FirstOpen: 0 }
            ? null
            : new Refusal(ErrorCodes.AlreadyExists, "The cohort has a rotation that is not over; plan that one again.", "cohort");

    /// <summary>Plans the open stages again: who has joined is in, who leaves is out. Stages that have begun stay as they are.</summary>
    /// <param name="state">The rotation.</param>
    /// <param name="leaves">Everybody who leaves early, in place of what was said before.</param>
    /// <param name="now">The instant.</param>
    /// <returns>The rotation, planning; INPUT_INVALID, ROTATION_AT_WORK, ROTATION_OVER.</returns>
    public static Decision<RotationState> Replan(RotationState state, ImmutableArray<RotationLeave> leaves, DateTimeOffset now)
    {
        var refusal = Inputs.Count(leaves, "leaves", 0, MostLeaves)
            ?? Inputs.FirstOf(leaves, (leave, index) => Inputs.Range(leave.LastStage, $"leaves.{index}.lastStage", 0, state.Stages.Length)
                ?? (leaves.Count(other => other.Participant == leave.Participant) > 1 ? Inputs.Invalid($"leaves.{index}", "names somebody twice") : null))
            ?? RefuseWork(state) ?? RefuseOver(state);
        return refusal is not null
            ? refusal
            : Decision<RotationState>.Accept(
                state with { Status = RotationStatus.Planning, Version = state.Version + 1, Leaves = leaves, Failure = null, MovedAt = now },
                new RotationStarted(state.Id, state.Cohort, state.Version + 1));
    }

    /// <summary>Takes the solver's plan, whose rounds are there already. One of an earlier version changes nothing.</summary>
    /// <param name="state">The rotation.</param>
    /// <param name="version">The version that was planned.</param>
    /// <param name="plan">What it comes to.</param>
    /// <param name="now">The instant.</param>
    /// <returns>The planned rotation.</returns>
    public static Decision<RotationState> Complete(RotationState state, int version, RotationSummary plan, DateTimeOffset now)
    {
        if (state.Status != RotationStatus.Planning || state.Version != version)
        {
            return Decision<RotationState>.Accept(state);
        }

        var stages = state.Stages.Select((stage, index) => stage.Begun ? stage : stage with { Round = state.RoundOf(index) });
        return Decision<RotationState>.Accept(
            state with { Status = RotationStatus.Planned, Plan = plan, Stages = [.. stages], MovedAt = now },
            new RotationPlanned(state.Id, state.Cohort, plan.Pairs));
    }

    /// <summary>Takes note that there is no plan.</summary>
    /// <param name="state">The rotation.</param>
    /// <param name="version">The version that was planned.</param>
    /// <param name="reason">Why.</param>
    /// <param name="now">The instant.</param>
    /// <returns>The failed rotation.</returns>
    public static Decision<RotationState> Fail(RotationState state, int version, Refusal reason, DateTimeOffset now) =>
        state.Status != RotationStatus.Planning || state.Version != version
            ? Decision<RotationState>.Accept(state)
            : Decision<RotationState>.Accept(
                state with { Status = RotationStatus.Failed, Failure = reason, MovedAt = now }, new RotationFailed(state.Id, state.Cohort, reason.Code));

    /// <summary>Begins a stage: its places are looked at, the pairings of the stage before are ended, then its round is published.</summary>
    /// <param name="state">The rotation; beginning a stage that has begun changes nothing.</param>
    /// <param name="stage">The stage, from 1: the first that has not begun.</param>
    /// <param name="now">The instant.</param>
    /// <returns>The moving rotation; INPUT_INVALID, ROTATION_AT_WORK, ROTATION_NOT_PLANNED, ROTATION_STAGE_ORDER.</returns>
    public static Decision<RotationState> Begin(RotationState state, int stage, DateTimeOffset now)
    {
        var refusal = Inputs.Range(stage, "stage", 1, state.Stages.Length);
        if (refusal is null && stage <= state.FirstOpen)
        {
            return Decision<RotationState>.Accept(state);
        }

        refusal = refusal ?? RefuseWork(state)
            ?? (state.Status == RotationStatus.Planned ? null : new Refusal(ErrorCodes.RotationNotPlanned, "There is no plan to publish; plan again first."))
            ?? (stage == state.FirstOpen + 1 ? null : new Refusal(ErrorCodes.RotationStageOrder, $"Stages begin in order; the next one is {state.FirstOpen + 1}.", "stage"));
        return refusal is not null
            ? refusal
            : Decision<RotationState>.Accept(state with { Status = RotationStatus.Moving, PagesChecked = 0, PagesMoved = 0, MovedAt = now });
    }

    /// <summary>One page of the next stage could be reserved.</summary>
    /// <param name="state">The moving rotation.</param>
    /// <param name="now">The instant.</param>
    /// <returns>The rotation, one page on.</returns>
    public static Decision<RotationState> CheckPage(RotationState state, DateTimeOffset now) =>
        Decision<RotationState>.Accept(state with { PagesChecked = state.PagesChecked + 1, MovedAt = now });

    /// <summary>The next stage cannot be published: it has not begun, and the rotation can be planned again.</summary>
    /// <param name="state">The moving rotation; another one stays as it is.</param>
    /// <param name="reason">What stands in the way.</param>
    /// <param name="now">The instant.</param>
    /// <returns>The failed rotation, with the reason.</returns>
    public static Decision<RotationState> FailMoving(RotationState state, Refusal reason, DateTimeOffset now) =>
        state.Status != RotationStatus.Moving
            ? Decision<RotationState>.Accept(state)
            : Decision<RotationState>.Accept(
                state with { Status = RotationStatus.Failed, Failure = reason, MovedAt = now }, new RotationFailed(state.Id, state.Cohort, reason.Code));

    /// <summary>One page of the stage before is ended.</summary>
    /// <param name="state">The moving rotation.</param>
    /// <param name="now">The instant.</param>
    /// <returns>The rotation, one page on.</returns>
    public static Decision<RotationState> MovePage(RotationState state, DateTimeOffset now) =>
        Decision<RotationState>.Accept(state with { PagesMoved = state.PagesMoved + 1, MovedAt = now });

    /// <summary>The next stage's round is published, and its pairings know it.</summary>
    /// <param name="state">The moving rotation.</param>
    /// <param name="now">The instant.</param>
    /// <returns>The rotation with one more stage begun.</returns>
    public static Decision<RotationState> FinishMoving(RotationState state, DateTimeOffset now)
    {
        if (state.Status != RotationStatus.Moving)
        {
            return Decision<RotationState>.Accept(state);
        }

        var stage = state.FirstOpen;
        return Decision<RotationState>.Accept(
            state with { Status = RotationStatus.Planned, Stages = state.Stages.SetItem(stage, state.Stages[stage] with { Begun = true }), MovedAt = now },
            new RotationStageBegun(state.Id, state.Cohort, stage + 1));
    }

    private static Refusal? RefuseWork(RotationState state) => state.IsAtWork
        ? new Refusal(ErrorCodes.RotationAtWork, $"The rotation is {state.Status}; wait a moment and try again.")
        : null;

    private static Refusal? RefuseOver(RotationState state) => state.FirstOpen < state.Stages.Length
        ? null
        : new Refusal(ErrorCodes.RotationOver, "Every stage has begun; there is nothing left to plan.");
}
