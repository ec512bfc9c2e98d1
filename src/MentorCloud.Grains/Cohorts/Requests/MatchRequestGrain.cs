using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using MentorCloud.Contracts.Grains;
using MentorCloud.Contracts.State;
using MentorCloud.Domain.Access;
using MentorCloud.Domain.Cohorts;
using MentorCloud.Domain.Cohorts.Requests;
using MentorCloud.Domain.Facts;
using MentorCloud.Domain.Identifiers;
using MentorCloud.Domain.Pairings;
using MentorCloud.Domain.People;
using MentorCloud.Domain.Refusals;
using MentorCloud.Grains.Access;
using MentorCloud.Grains.Pairings;
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

    bool IOfCohorts.IsOfPair(Actor actor) => State is { } state && actor.Participant is { } self && (self == state.Offer.Pair.Mentor || self == state.Offer.Pair.Mentee);

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

        var asking = offer.By == PairingSide.Mentor ? offer.Pair.Mentor : offer.Pair.Mentee;
        var until = Now.AddDays(cohort.Value!.Design.Choosing.RequestDays);
        if ((await Participant(asking).OpenRequest(system, new OpenRequest(MatchRequestState.IdOf(offer), until))).Refusal is { } tooMany)
        {
            return tooMany;
        }

        var context = new MatchRequestContext(cohort.Value!, rules.Value!, mentor.Value!, mentee.Value!);
        var refusal = await DecideAsync(
            actor, id, (offer.Cohort, offer.Pair), (state, now) => MatchRequestDecisions.Send(state, actor, context, offer, now));
        await CountOutAsync(asking, MatchRequestState.IdOf(offer));
        return Answer(refusal);
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
        await CountOutAsync(State!.Asking, State.Id);
    }

    /// <summary>What does not wait, or not for this person, counts no longer against them. A crash before this heals with the request's expiry.</summary>
    private async Task CountOutAsync(ParticipantId asking, MatchRequestId request)
    {
        if (State is not { Status: MatchRequestStatus.Open or MatchRequestStatus.Accepting } waiting || waiting.Asking != asking)
        {
            (await Participant(asking).CloseRequest(Actor.System(Tenant, "matchrequest"), request)).OrThrow();
        }
    }

    /// <summary>Reserves, prepares, commits, tells: as a round does, and repeatable after a crash.</summary>
    private async Task<Refusal?> GoOnAsync()
    {
        if (State!.Status == MatchRequestStatus.Accepting)
        {
            var cohort = (await GrainFactory.GetGrain<ICohortGrain>(GrainKey.Of(Tenant, State.Offer.Cohort)).Get(System)).OrThrow();
            if ((CohortTerm.RefuseOver(cohort, Now) ?? await Placement().RefuseVetoedAsync() ?? await Placement().PrepareAsync(Origin, Now)) is { } refused)
            {
                await Placement().ReleaseAsync();
                await DecideAsync(System, default, null, (state, now) => MatchRequestDecisions.Reopen(state!, refused, now));
                await CountOutAsync(State.Asking, State.Id);
                return State.LastRefusal;
            }

            await DecideAsync(System, default, null, (state, now) => MatchRequestDecisions.Match(state!, now));
        }

        if (State.IsAtWork)
        {
            await Placement().TellAsync();
            await DecideAsync(System, default, null, (state, _) => MatchRequestDecisions.Tell(state!));
        }

        await CountOutAsync(State.Asking, State.Id);

        return null;
    }

    private PairPlacement Placement() => new(GrainFactory, Tenant, State!.Offer.Cohort, State.Pairing, State.Offer.Pair, System);

    private PreparePairing Origin(ParticipantState mentee) => new(
        State!.Offer.Cohort, RoundId.From(State.Id.Value), State.Offer.Pair.Mentor, State.Offer.Pair.Mentee, mentee.Profile.TimeZone,
        State.CadenceDays, State.PairingEndsAt, State.WeightsVersion, State.Offer.Score, State.Offer.Factors, State.Type) { Numbers = State.Numbers };

    /// <summary>Who repeats an accepting that came to nothing hears the same again.</summary>
    private Refusal? RefusedBefore() =>
        State!.Status is MatchRequestStatus.Open or MatchRequestStatus.Overtaken ? State.LastRefusal : null;

    private async Task<Reply<MatchRequestState>> CloseAsync(
        Actor actor,
        CommandId id,
        Func<MatchRequestState, Actor, DateTimeOffset, Decision<MatchRequestState>> decide,
        [CallerMemberName] string operation = "")
    {
        if (RefuseUnknown("match request") is { } unknown)
        {
            return unknown;
        }

        var refusal = await DecideAsync(actor, id, null, (state, now) => decide(state!, actor, now), operation);
        await CountOutAsync(State!.Asking, State.Id);
        return Answer(refusal);
    }

    private IParticipantGrain Participant(ParticipantId id) => GrainFactory.GetGrain<IParticipantGrain>(GrainKey.Of(Tenant, id));
}
