using System.Collections.Immutable;
using MentorCloud.Contracts.Grains;
using MentorCloud.Contracts.Solving;
using MentorCloud.Contracts.State;
using MentorCloud.Domain.Access;
using MentorCloud.Domain.Cohorts.Rounds;
using MentorCloud.Domain.Identifiers;
using MentorCloud.Domain.Refusals;
using MentorCloud.Domain.Rotation;
using MentorCloud.Grains.Access;
using MentorCloud.Grains.State;

namespace MentorCloud.Grains.Rotation;

/// <inheritdoc cref="IRotationGrain"/>
public sealed class RotationGrain(
    [PersistentState("rotation", "grains")] IPersistentState<Envelope<RotationState>> store, GrainTools tools, IRotationWork work)
    : StatefulGrain<RotationState>(store, tools), IRotationGrain, IOfCohorts
{
    /// <inheritdoc/>
    protected override string Kind => "Rotation";

    string IOfCohorts.Noun => "rotation";

    IReadOnlyCollection<CohortId> IOfCohorts.Cohorts => State is { } state ? [state.Cohort] : [];

    private RotationId Id => GrainKey.Split<RotationId>(this.GetPrimaryKeyString()).Id;

    /// <inheritdoc/>
    public async Task<Reply<RotationState>> Start(Actor actor, CommandId id, PlanRotation command)
    {
        var reply = await Cohort(command.Cohort).Get(actor);
        if (reply.Value is not { } cohort)
        {
            return reply.Refusal! with { Field = "cohort" };
        }

        if (cohort.Rotation is { } known && known != Id
            && RotationDecisions.RefuseSecond((await Rotation(known).Get(Actor.System(Tenant, "rotation"))).Value) is { } second)
        {
            return second;
        }

        var refusal = await DecideAsync(actor, id, command, (state, now) => RotationDecisions.Start(state, Id, cohort, command, now));
        if (refusal is null)
        {
            (await Cohort(command.Cohort).NoteRotation(Actor.System(Tenant, "rotation"), Id)).OrThrow();
        }

        return AnswerAndWork(refusal);
    }

    /// <inheritdoc/>
    public async Task<Reply<RotationState>> Replan(Actor actor, CommandId id, ImmutableArray<RotationLeave> leaves) =>
        AnswerAndWork(RefuseUnknown("rotation") ?? await DecideAsync(
            actor, id, leaves, (state, now) => RotationDecisions.Replan(state!, leaves, now)));

    /// <inheritdoc/>
    public async Task<Reply<RotationState>> Begin(Actor actor, CommandId id, int stage) =>
        AnswerAndWork(RefuseUnknown("rotation") ?? await DecideAsync(
            actor, id, stage, (state, now) => RotationDecisions.Begin(state!, stage, now)));

    /// <inheritdoc/>
    public async Task<Reply<RotationState>> Complete(Actor actor, int version, RotationSummary plan) =>
        Answer(RefuseUnknown("rotation") ?? await DecideAsync(
            actor, default, plan, (state, now) => RotationDecisions.Complete(state!, version, plan, now)));

    /// <inheritdoc/>
    public async Task<Reply<RotationState>> Fail(Actor actor, int version, Refusal reason) =>
        Answer(RefuseUnknown("rotation") ?? await DecideAsync(
            actor, default, reason, (state, now) => RotationDecisions.Fail(state!, version, reason, now)));

    /// <inheritdoc/>
    public async Task<Reply<RotationState>> Continue(Actor actor)
    {
        if (RefuseUnknown("rotation") is { } unknown)
        {
            return unknown;
        }

        if (State!.Status != RotationStatus.Moving)
        {
            return State;
        }

        var system = Actor.System(Tenant, $"rotation:{Id}");
        var move = new StageMove(GrainFactory, Tenant, system);
        var before = State.FirstOpen == 0 ? null : (await Round(State.Stages[State.FirstOpen - 1].Round!.Value).Get(system)).OrThrow();
        var next = (await Round(State.Stages[State.FirstOpen].Round!.Value).Get(system)).OrThrow();
        if (next.Status == RoundStatus.Drafted && State.PagesChecked < next.Draft!.Pages)
        {
            var refused = await move.RefusePageAsync(before, next, State.PagesChecked, Now);
            return Answer(await DecideAsync(actor, default, null, (state, now) => refused is null
                ? RotationDecisions.CheckPage(state!, now)
                : RotationDecisions.FailMoving(state!, refused, now)));
        }

        if (before is not null && State.PagesMoved < before.Draft!.Pages)
        {
            await move.EndPageAsync(before, State.PagesMoved);
            return Answer(await DecideAsync(actor, default, null, (state, now) => RotationDecisions.MovePage(state!, now)));
        }

        return await PublishAsync(actor, next, system);
    }

    /// <summary>One step of the next stage's publication; the stage has begun once all its pairings are real.</summary>
    private async Task<Reply<RotationState>> PublishAsync(Actor actor, RoundState next, Actor system)
    {
        switch (next)
        {
            case { Status: RoundStatus.Drafted }:
                (await Round(next.Id).Publish(system, default)).OrThrow();
                return State!;
            case { IsAtWork: true }:
                (await Round(next.Id).Continue(system)).OrThrow();
                return State!;
            case { Status: RoundStatus.Published }:
                return Answer(await DecideAsync(actor, default, null, (state, now) => RotationDecisions.FinishMoving(state!, now)));
            default:
                var reason = next.Failure ?? new Refusal(ErrorCodes.RoundNotDrafted, $"The stage's round is {next.Status}; plan the rotation again.");
                return Answer(await DecideAsync(actor, default, null, (state, now) => RotationDecisions.FailMoving(state!, reason, now)));
        }
    }

    /// <inheritdoc/>
    public Task<Reply<RotationState>> Get(Actor actor) => Task.FromResult(Answer(RefuseUnknown("rotation")));

    /// <inheritdoc/>
    protected override DateTimeOffset? NextDue(RotationState state) => state.NextDue;

    /// <summary>Nobody has moved it for a while: the work is asked for again, and looked after again later.</summary>
    protected override Task OnDueAsync(Actor actor)
    {
        work.Enqueue(Tenant, Id);
        return DecideAsync(actor, default, null, (state, now) =>
            Decision<RotationState>.Accept(state!.IsAtWork ? state with { MovedAt = now } : state));
    }

    private ICohortGrain Cohort(CohortId cohort) => GrainFactory.GetGrain<ICohortGrain>(GrainKey.Of(Tenant, cohort));

    private IRotationGrain Rotation(RotationId rotation) => GrainFactory.GetGrain<IRotationGrain>(GrainKey.Of(Tenant, rotation));

    private IRoundGrain Round(RoundId round) => GrainFactory.GetGrain<IRoundGrain>(GrainKey.Of(Tenant, round));

    private Reply<RotationState> AnswerAndWork(Refusal? refusal)
    {
        if (refusal is null && State!.IsAtWork)
        {
            work.Enqueue(Tenant, Id);
        }

        return Answer(refusal);
    }
}
