using System.Collections.Immutable;
using MentorCloud.Contracts.Grains;
using MentorCloud.Contracts.People;
using MentorCloud.Contracts.State;
using MentorCloud.Domain.Access;
using MentorCloud.Domain.Facts;
using MentorCloud.Domain.Identifiers;
using MentorCloud.Domain.People;
using MentorCloud.Domain.Refusals;
using MentorCloud.Grains.Access;
using MentorCloud.Grains.State;

namespace MentorCloud.Grains.People;

/// <inheritdoc cref="IParticipantGrain"/>
public sealed class ParticipantGrain(
    [PersistentState("participant", "grains")] IPersistentState<Envelope<ParticipantState>> store, GrainTools tools, IPersonWork work)
    : StatefulGrain<ParticipantState>(store, tools), IParticipantGrain, IOfCohorts
{
    /// <inheritdoc/>
    protected override string Kind => "Participant";

    string IOfCohorts.Noun => "participant";

    IReadOnlyCollection<CohortId> IOfCohorts.Cohorts => State is { } state ? state.Cohorts : [];

    bool IOfCohorts.IsOwnOf(Actor actor) => State?.Id == actor.Participant;

    /// <inheritdoc/>
    public async Task<Reply<ParticipantState>> Register(Actor actor, CommandId id, RegisterParticipant command) =>
        Answer(await DecideAsync(actor, id, command, (state, now) => ParticipantDecisions.Register(state, Tenant, command, now)));

    /// <inheritdoc/>
    public Task<Reply<ParticipantState>> Get(Actor actor) =>
        Task.FromResult(Answer(RefuseUnknown("participant") ?? ParticipantAccess.RefuseViewer(State!, actor)));

    /// <inheritdoc/>
    public async Task<Reply<ParticipantState>> Erase(Actor actor, CommandId id) =>
        AnswerAndWork(RefuseUnknown("participant") ?? await DecideAsync(
            actor, id, null, (state, now) => ParticipantErasure.Erase(state!, now)));

    /// <inheritdoc/>
    public async Task<Reply<ParticipantState>> ClearOutbox(Actor actor)
    {
        if (RefuseUnknown("participant") is { } refusal)
        {
            return refusal;
        }

        await EmptyOutboxAsync();
        return Answer(null);
    }

    /// <inheritdoc/>
    public async Task<Reply<ParticipantState>> FinishErasure(Actor actor) =>
        Answer(RefuseUnknown("participant") ?? await DecideAsync(
            actor, default, null, (state, now) => ParticipantErasure.Finish(state!, now)));

    /// <inheritdoc/>
    public async Task<Reply<ParticipantState>> Depart(Actor actor, CommandId id) =>
        AnswerAndWork(RefuseUnknown("participant") ?? await DecideAsync(
            actor, id, null, (state, now) => ParticipantDeparture.Depart(state!, now)));

    /// <inheritdoc/>
    public async Task<Reply<ParticipantState>> Return(Actor actor, CommandId id) =>
        Answer(RefuseUnknown("participant") ?? await DecideAsync(
            actor, id, null, (state, _) => ParticipantDeparture.Return(state!)));

    /// <inheritdoc/>
    public async Task<Reply<ParticipantState>> Join(Actor actor, CommandId id, CohortId cohort) =>
        Answer(RefuseUnknown("participant") ?? await DecideAsync(
            actor, id, cohort, (state, _) => ParticipantDecisions.Join(state!, cohort)));

    /// <inheritdoc/>
    public async Task<Reply<ParticipantState>> ReserveSlot(Actor actor, PairingSlot slot) =>
        Answer(RefuseUnknown("participant") ?? await DecideAsync(
            actor, default, slot, (state, _) => ParticipantDecisions.ReserveSlot(state!, slot)));

    /// <inheritdoc/>
    public async Task<Reply<ParticipantState>> ReleaseSlot(Actor actor, PairingId pairing) =>
        Answer(RefuseUnknown("participant") ?? await DecideAsync(
            actor, default, pairing, (state, _) => ParticipantDecisions.ReleaseSlot(state!, pairing)));

    /// <inheritdoc/>
    public async Task<Reply<ParticipantState>> Prefer(Actor actor, CommandId id, ImmutableArray<ParticipantId> ranked) =>
        Answer(RefuseUnknown("participant") ?? await DecideAsync(
            actor, id, ranked, (state, _) => ParticipantDecisions.Prefer(state!, actor, ranked)));

    /// <inheritdoc/>
    public async Task<Reply<ParticipantState>> NoteOverload(Actor actor, MentorOverload overload) =>
        Answer(RefuseUnknown("participant") ?? await DecideAsync(
            actor, default, overload, (state, _) => ParticipantDecisions.NoteOverload(state!, overload)));

    /// <inheritdoc/>
    public async Task<Reply<ParticipantState>> OpenRequest(Actor actor, OpenRequest request) =>
        Answer(RefuseUnknown("participant") ?? await DecideAsync(
            actor, default, request, (state, now) => ParticipantRequests.Open(state!, request, now)));

    /// <inheritdoc/>
    public async Task<Reply<ParticipantState>> CloseRequest(Actor actor, MatchRequestId request) =>
        Answer(RefuseUnknown("participant") ?? await DecideAsync(
            actor, default, request, (state, _) => ParticipantRequests.Close(state!, request)));

    /// <inheritdoc/>
    public Task<Projection> Project(Actor actor) => Task.FromResult(ProjectState());

    /// <inheritdoc/>
    protected override DateTimeOffset? NextDue(ParticipantState state) => state.NextDue;

    /// <inheritdoc/>
    protected override ImmutableArray<ViewRow> Rows(ParticipantState state) => [state.ToRow()];

    /// <summary>What a departure or an erasure brings was not finished: it is asked for again, and looked after again later.</summary>
    protected override Task OnDueAsync(Actor actor)
    {
        work.Enqueue(Tenant, State!.Id);
        return DecideAsync(actor, default, null, (state, now) =>
            Decision<ParticipantState>.Accept(state!.IsAtWork ? state with { WorkAskedAt = now } : state));
    }

    private Reply<ParticipantState> AnswerAndWork(Refusal? refusal)
    {
        if (refusal is null && State!.IsAtWork)
        {
            work.Enqueue(Tenant, State.Id);
        }

        return Answer(refusal);
    }
}
