using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using MentorCloud.Contracts.Grains;
using MentorCloud.Contracts.Solving;
using MentorCloud.Contracts.State;
using MentorCloud.Domain.Access;
using MentorCloud.Domain.Cohorts.Matching;
using MentorCloud.Domain.Cohorts.Rounds;
using MentorCloud.Domain.Facts;
using MentorCloud.Domain.Identifiers;
using MentorCloud.Domain.Refusals;
using MentorCloud.Grains.Access;
using MentorCloud.Grains.State;

namespace MentorCloud.Grains.Cohorts;

/// <inheritdoc cref="IRoundGrain"/>
public sealed class RoundGrain(
    [PersistentState("round", "grains")] IPersistentState<Envelope<RoundState>> store, GrainTools tools, IRoundWork work)
    : StatefulGrain<RoundState>(store, tools), IRoundGrain, IOfCohorts
{
    /// <inheritdoc/>
    protected override string Kind => "Round";

    string IOfCohorts.Noun => "round";

    IReadOnlyCollection<CohortId> IOfCohorts.Cohorts => State is { } state ? [state.Cohort] : [];

    private RoundId Id => GrainKey.Split<RoundId>(this.GetPrimaryKeyString()).Id;

    /// <inheritdoc/>
    public async Task<Reply<RoundState>> Start(Actor actor, CommandId id, CohortId cohort, MatchObjective objective)
    {
        var reply = await Cohort(cohort).Get(actor);
        if (reply.Value is not { } open)
        {
            return reply.Refusal! with { Field = "cohort" };
        }

        return AnswerAndWork(await DecideAsync(
            actor, id, (cohort, objective), (state, now) => RoundDecisions.Start(state, Id, open, objective, now)));
    }

    /// <inheritdoc/>
    public async Task<Reply<RoundState>> Resolve(Actor actor, CommandId id, ResolveRound command)
    {
        if (command.Base == Id)
        {
            return new Refusal(ErrorCodes.InputInvalid, "round must be another round than the new one.", "round");
        }

        var from = await GrainFactory.GetGrain<IRoundGrain>(GrainKey.Of(Tenant, command.Base)).Get(actor);
        if (from.Value is not { } standing)
        {
            return from.Refusal! with { Field = "round" };
        }

        var cohort = (await Cohort(standing.Cohort).Get(actor)).OrThrow();
        return AnswerAndWork(await DecideAsync(
            actor, id, command, (state, now) => RoundVariants.Resolve(state, Id, cohort, standing, command, now)));
    }

    /// <inheritdoc/>
    public async Task<Reply<RoundState>> Adopt(Actor actor, CommandId id, AdoptDraft command)
    {
        var reply = await Cohort(command.Cohort).Get(actor);
        return reply.Value is not { } open
            ? reply.Refusal! with { Field = "cohort" }
            : Answer(await DecideAsync(
                actor, id, (command.Cohort, command.Base, command.Request), (state, now) => RoundVariants.Adopt(state, Id, open, command, now)));
    }

    /// <inheritdoc/>
    public Task<Reply<RoundState>> Cancel(Actor actor, CommandId id) => StopAsync(actor, id, RoundDecisions.Cancel);

    /// <inheritdoc/>
    public async Task<Reply<RoundState>> Report(Actor actor, SolveStep step) =>
        Answer(RefuseUnknown("round") ?? await DecideAsync(
            actor, default, step, (state, now) => RoundDecisions.Report(state!, step, now)));

    /// <inheritdoc/>
    public async Task<Reply<RoundState>> Complete(Actor actor, DraftSummary draft) =>
        Answer(RefuseUnknown("round") ?? await DecideAsync(
            actor, default, draft, (state, now) => RoundDecisions.Complete(state!, draft, now)));

    /// <inheritdoc/>
    public async Task<Reply<RoundState>> Fail(Actor actor, Refusal reason) =>
        Answer(RefuseUnknown("round") ?? await DecideAsync(
            actor, default, reason, (state, now) => RoundDecisions.Fail(state!, reason, now)));

    /// <inheritdoc/>
    public async Task<Reply<RoundState>> Publish(Actor actor, CommandId id) =>
        AnswerAndWork(RefuseUnknown("round") ?? RoundVariants.RefuseStage(State!, actor) ?? await DecideAsync(
            actor, id, null, (state, now) => RoundDecisions.BeginPublishing(state!, now)));

    /// <inheritdoc/>
    public Task<Reply<RoundState>> Discard(Actor actor, CommandId id) => StopAsync(actor, id, RoundDecisions.Discard);

    /// <inheritdoc/>
    public async Task<Reply<RoundState>> Continue(Actor actor)
    {
        if (RefuseUnknown("round") is { } unknown)
        {
            return unknown;
        }

        var publication = new RoundPublication(GrainFactory, State!, Actor.System(Tenant, $"round:{Id}"));
        return Answer(State! switch
        {
            { Status: RoundStatus.Publishing } => await ReservePageAsync(actor, publication),
            { Status: RoundStatus.Releasing, PagesDone: var page } => await StepAsync(
                actor, () => publication.ReleaseAsync(page), RoundDecisions.ReleasePage),
            { Status: RoundStatus.Published, IsAtWork: true, PagesTold: var page } => await StepAsync(
                actor, () => publication.TellAsync(page), RoundDecisions.TellPage),
            _ => null,
        });
    }

    /// <inheritdoc/>
    public Task<Reply<RoundState>> Get(Actor actor) => Task.FromResult(Answer(RefuseUnknown("round")));

    /// <inheritdoc/>
    public Task<Projection> Project(Actor actor) => Task.FromResult(ProjectState());

    /// <inheritdoc/>
    protected override DateTimeOffset? NextDue(RoundState state) => state.NextDue;

    /// <inheritdoc/>
    protected override ImmutableArray<ViewRow> Rows(RoundState state) => [state.ToRow()];

    /// <summary>Nobody has moved the round for a while: the work is asked for again, and looked after again later.</summary>
    protected override Task OnDueAsync(Actor actor)
    {
        work.Enqueue(Tenant, Id);
        return DecideAsync(actor, default, null, (state, now) =>
            Decision<RoundState>.Accept(state!.IsAtWork ? state with { MovedAt = now } : state));
    }

    private async Task<Refusal?> ReservePageAsync(Actor actor, RoundPublication publication)
    {
        var refused = await publication.PrepareAsync(State!.PagesDone, Now);
        return await DecideAsync(actor, default, null, (state, now) => refused is null
            ? RoundDecisions.FinishPage(state!, now)
            : RoundDecisions.BeginReleasing(state!, refused, now));
    }

    private async Task<Refusal?> StepAsync(Actor actor, Func<Task> step, Func<RoundState, DateTimeOffset, Decision<RoundState>> decide)
    {
        await step();
        return await DecideAsync(actor, default, null, (state, now) => decide(state!, now));
    }

    /// <summary>Once the round is no longer wanted, the solver need not go on.</summary>
    private async Task<Reply<RoundState>> StopAsync(
        Actor actor, CommandId id, Func<RoundState, DateTimeOffset, Decision<RoundState>> decide, [CallerMemberName] string operation = "")
    {
        var refusal = RefuseUnknown("round") ?? await DecideAsync(actor, id, null, (state, now) => decide(state!, now), operation);
        if (refusal is null)
        {
            work.Cancel(Tenant, Id);
        }

        return Answer(refusal);
    }

    private ICohortGrain Cohort(CohortId cohort) => GrainFactory.GetGrain<ICohortGrain>(GrainKey.Of(Tenant, cohort));

    private Reply<RoundState> AnswerAndWork(Refusal? refusal)
    {
        if (refusal is null && State!.IsAtWork)
        {
            work.Enqueue(Tenant, Id);
        }

        return Answer(refusal);
    }
}
