using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using MentorCloud.Contracts.Grains;
using MentorCloud.Contracts.State;
using MentorCloud.Domain.Access;
using MentorCloud.Domain.Cohorts.Requests;
using MentorCloud.Domain.Facts;
using MentorCloud.Domain.Identifiers;
using MentorCloud.Domain.Refusals;
using MentorCloud.Grains.Access;
using MentorCloud.Grains.State;

namespace MentorCloud.Grains.Cohorts.Requests;

/// <inheritdoc cref="IMatchRequestGrain"/>
public sealed class MatchRequestGrain(
    [PersistentState("matchrequest", "grains")] IPersistentState<Envelope<MatchRequestState>> store, GrainTools tools)
    : StatefulGrain<MatchRequestState>(store, tools), IMatchRequestGrain, IOfCohorts
{
    /// <inheritdoc/>
    protected override string Kind => "MatchRequest";

    string IOfCohorts.Noun => "match request";

    IReadOnlyCollection<CohortId> IOfCohorts.Cohorts => State is { } state ? [state.Offer.Cohort] : [];

    bool IOfCohorts.IsOwnOf(Actor actor) => State is { } state && actor.Participant is { } self && (self == state.Offer.Pair.Mentor || self == state.Offer.Pair.Mentee);

    private Actor System => Actor.System(Tenant, $"matchrequest:{State!.Id}");

    /// <inheritdoc/>
    public async Task<Reply<MatchRequestState>> Send(Actor actor, CommandId id, MatchOffer offer)
    {
        var system = Actor.System(Tenant, "matchrequest");
        var cohort = await GrainFactory.GetGrain<ICohortGrain>(GrainKey.Of(Tenant, offer.Cohort)).Get(system);
        var rules = await GrainFactory.GetGrain<IPairRulesGrain>(GrainKey.Of(Tenant, offer.Cohort)).Get(system);
        var mentor = await Participant(offer.Pair.Mentor).Get(system);
        var mentee = await Participant(offer.Pair.Mentee).Get(system);
        if ((cohort.Refusal ?? mentor.Refusal ?? mentee.Refusal) is { } unknown)
        {
            return unknown with { Field = cohort.Refusal is null ? "to" : "cohort" };
        }

        var context = new MatchRequestContext(cohort.Value!, rules.Value!, mentor.Value!, mentee.Value!);
        return Answer(await DecideAsync(
            actor, id, (offer.Cohort, offer.Pair), (state, now) => MatchRequestDecisions.Send(state, actor, context, offer, now)));
    }

    /// <inheritdoc/>
    public async Task<Reply<MatchRequestState>> Accept(Actor actor, CommandId id) =>
        Answer(RefuseUnknown("match request") ?? await DecideAsync(
            actor, id, null, (state, now) => MatchRequestDecisions.Accept(state!, actor, now)) ?? await GoOnAsync() ?? RefusedBefore());

    /// <inheritdoc/>
    public Task<Reply<MatchRequestState>> Decline(Actor actor, CommandId id) => CloseAsync(actor, id, MatchRequestDecisions.Decline);

    /// <inheritdoc/>
    public Task<Reply<MatchRequestState>> Withdraw(Actor actor, CommandId id) => CloseAsync(actor, id, MatchRequestDecisions.Withdraw);

    /// <inheritdoc/>
    public Task<Reply<MatchRequestState>> Get(Actor actor) =>
        Task.FromResult(Answer(RefuseUnknown("match request") ?? MatchRequestDecisions.RefuseViewer(State!, actor)));

    /// <inheritdoc/>
    public Task<Projection> Project(Actor actor) => Task.FromResult(ProjectState());

    /// <inheritdoc/>
    protected override DateTimeOffset? NextDue(MatchRequestState state) => state.NextDue;

    /// <inheritdoc/>
    protected override ImmutableArray<ViewRow> Rows(MatchRequestState state) => [state.ToRow()];

    /// <inheritdoc/>
    protected override async Task OnDueAsync(Actor actor)
    {
        await GoOnAsync();
        await DecideAsync(actor, default, null, (state, now) => MatchRequestDecisions.Tick(state!, now));
    }

    /// <summary>Reserves, prepares, commits, tells: as a round does, and repeatable after a crash.</summary>
    private async Task<Refusal?> GoOnAsync()
    {
        if (State!.Status == MatchRequestStatus.Accepting)
        {
            var work = new MatchRequestWork(GrainFactory, State, System);
            if (await work.PrepareAsync(Now) is { } refused)
            {
                await work.ReleaseAsync();
                await DecideAsync(System, default, null, (state, now) => MatchRequestDecisions.Reopen(state!, refused, now));
                return State.LastRefusal;
            }

            await DecideAsync(System, default, null, (state, now) => MatchRequestDecisions.Match(state!, now));
        }

        if (State.IsAtWork)
        {
            await new MatchRequestWork(GrainFactory, State, System).TellAsync();
            await DecideAsync(System, default, null, (state, _) => MatchRequestDecisions.Tell(state!));
        }

        return null;
    }

    /// <summary>Who repeats an accepting that came to nothing hears the same again.</summary>
    private Refusal? RefusedBefore() =>
        State!.Status is MatchRequestStatus.Open or MatchRequestStatus.Overtaken ? State.LastRefusal : null;

    private async Task<Reply<MatchRequestState>> CloseAsync(
        Actor actor,
        CommandId id,
        Func<MatchRequestState, Actor, DateTimeOffset, Decision<MatchRequestState>> decide,
        [CallerMemberName] string operation = "") =>
        Answer(RefuseUnknown("match request") ?? await DecideAsync(
            actor, id, null, (state, now) => decide(state!, actor, now), operation));

    private IParticipantGrain Participant(ParticipantId id) => GrainFactory.GetGrain<IParticipantGrain>(GrainKey.Of(Tenant, id));
}
