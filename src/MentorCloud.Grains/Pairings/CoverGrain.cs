using System.Collections.Immutable;
using MentorCloud.Contracts.Grains;
using MentorCloud.Contracts.Solving;
using MentorCloud.Contracts.State;
using MentorCloud.Domain.Access;
using MentorCloud.Domain.Cohorts.Matching;
using MentorCloud.Domain.Facts;
using MentorCloud.Domain.Identifiers;
using MentorCloud.Domain.Pairings;
using MentorCloud.Domain.Pairings.Cover;
using MentorCloud.Domain.Refusals;
using MentorCloud.Grains.Access;
using MentorCloud.Grains.State;

namespace MentorCloud.Grains.Pairings;

/// <inheritdoc cref="ICoverGrain"/>
public sealed class CoverGrain(
    [PersistentState("cover", "grains")] IPersistentState<Envelope<CoverState>> store, GrainTools tools, ICoverWork work)
    : StatefulGrain<CoverState>(store, tools), ICoverGrain, IOfCohorts
{
    /// <inheritdoc/>
    protected override string Kind => "Cover";

    string IOfCohorts.Noun => "search";

    IReadOnlyCollection<CohortId> IOfCohorts.Cohorts => State is { } state ? [state.Case.Cohort] : [];

    bool IOfCohorts.IsOfPair(Actor actor) => State is { } state && actor.Participant is { } self && (self == state.Case.Mentor || self == state.Case.Mentee);

    /// <inheritdoc/>
    public async Task<Reply<CoverState>> Open(Actor actor, OpenCover command, DateTimeOffset at)
    {
        var refusal = await DecideAsync(actor, default, null, (state, now) => CoverDecisions.Open(state, Tenant, command, at, now));
        return AnswerAndWork(refusal);
    }

    /// <inheritdoc/>
    public async Task<Reply<CoverState>> Propose(Actor actor, ImmutableArray<Proposal> alternatives) =>
        Answer(RefuseUnknown("search") ?? await DecideAsync(
            actor, default, null, (state, now) => CoverDecisions.Propose(state!, alternatives, now)));

    /// <inheritdoc/>
    public async Task<Reply<CoverState>> Search(Actor actor, CommandId id) =>
        AnswerAndWork(RefuseUnknown("search") ?? await DecideAsync(
            actor, id, null, (state, now) => CoverDecisions.Search(state!, now)));

    /// <inheritdoc/>
    public async Task<Reply<CoverState>> Accept(Actor actor, CommandId id, ParticipantId mentor)
    {
        var refusal = RefuseUnknown("search") ?? await DecideAsync(
            actor, id, mentor, (state, now) => CoverDecisions.Accept(state!, mentor, now));
        return refusal is null ? await Continue(actor) : refusal;
    }

    /// <inheritdoc/>
    public async Task<Reply<CoverState>> Decline(Actor actor, CommandId id) =>
        Answer(RefuseUnknown("search") ?? await DecideAsync(
            actor, id, null, (state, now) => CoverDecisions.Decline(state!, now)));

    /// <inheritdoc/>
    public async Task<Reply<CoverState>> Lapse(Actor actor, PairingOutcome? ending, DateTimeOffset at) =>
        Answer(RefuseUnknown("search") ?? await DecideAsync(
            actor, default, null, (state, now) => CoverDecisions.Lapse(state!, ending, at, now)));

    /// <inheritdoc/>
    public async Task<Reply<CoverState>> Continue(Actor actor)
    {
        if (RefuseUnknown("search") is { } unknown)
        {
            return unknown;
        }

        if (State!.Status == CoverStatus.Placing)
        {
            var refused = await new CoverPlacement(GrainFactory, State, Actor.System(Tenant, "cover")).PlaceAsync(Now);
            await DecideAsync(actor, default, null, (state, now) => refused is null
                ? CoverDecisions.Place(state!, now)
                : CoverDecisions.Fail(state!, refused, now));
        }

        return Answer(State.Failure);
    }

    /// <inheritdoc/>
    public Task<Reply<CoverState>> Get(Actor actor) => Task.FromResult(Answer(RefuseUnknown("search")));

    /// <inheritdoc/>
    public Task<Projection> Project(Actor actor) => Task.FromResult(ProjectState());

    /// <inheritdoc/>
    protected override DateTimeOffset? NextDue(CoverState state) => state.NextDue;

    /// <inheritdoc/>
    protected override ImmutableArray<ViewRow> Rows(CoverState state) => state.ToRows();

    /// <summary>Nobody has moved the search for a while: the work is asked for again, and looked after again later.</summary>
    protected override Task OnDueAsync(Actor actor)
    {
        work.Enqueue(Tenant, State!.Case.Pairing);
        return DecideAsync(actor, default, null, (state, now) =>
            Decision<CoverState>.Accept(state!.IsAtWork ? state with { MovedAt = now } : state));
    }

    private Reply<CoverState> AnswerAndWork(Refusal? refusal)
    {
        if (refusal is null && State!.IsAtWork)
        {
            work.Enqueue(Tenant, State.Case.Pairing);
        }

        return Answer(refusal);
    }
}
