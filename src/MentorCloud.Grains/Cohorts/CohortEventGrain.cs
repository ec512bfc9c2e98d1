using System.Collections.Immutable;
using MentorCloud.Contracts.Grains;
using MentorCloud.Contracts.State;
using MentorCloud.Domain.Access;
using MentorCloud.Domain.Cohorts;
using MentorCloud.Domain.Cohorts.Events;
using MentorCloud.Domain.Facts;
using MentorCloud.Domain.Identifiers;
using MentorCloud.Domain.Refusals;
using MentorCloud.Grains.Access;
using MentorCloud.Grains.State;

namespace MentorCloud.Grains.Cohorts;

/// <inheritdoc cref="ICohortEventGrain"/>
public sealed class CohortEventGrain([PersistentState("cohortevent", "grains")] IPersistentState<Envelope<CohortEventState>> store, GrainTools tools)
    : StatefulGrain<CohortEventState>(store, tools), ICohortEventGrain, IOfCohorts
{
    /// <inheritdoc/>
    protected override string Kind => "CohortEvent";

    string IOfCohorts.Noun => "event";

    IReadOnlyCollection<CohortId> IOfCohorts.Cohorts => State is { } state ? [state.Plan.Cohort] : [];

    bool IOfCohorts.IsOwnOf(Actor actor) => State is { } state && state.Invitations.Any(each => each.Participant == actor.Participant);

    /// <inheritdoc/>
    public async Task<Reply<CohortEventState>> Plan(Actor actor, CommandId id, PlanCohortEvent plan)
    {
        var cohort = await GrainFactory.GetGrain<ICohortGrain>(GrainKey.Of(Tenant, plan.Cohort)).Get(actor);
        if ((cohort.Refusal ?? CohortDecisions.RefuseClosed(cohort.Value!)) is { } refusal)
        {
            return refusal with { Field = "cohort" };
        }

        var own = GrainKey.Split<CohortEventId>(this.GetPrimaryKeyString()).Id;
        return Answer(actor, await DecideAsync(actor, id, plan, (state, now) => CohortEventDecisions.Plan(state, own, plan, now)));
    }

    /// <inheritdoc/>
    public async Task<Reply<CohortEventState>> Invite(Actor actor, CommandId id, ImmutableArray<ParticipantId> participants) =>
        Answer(actor, RefuseUnknown("event") ?? await RefuseOutsidersAsync(participants) ?? await DecideAsync(
            actor, id, participants, (state, now) => CohortEventDecisions.Invite(state!, participants, now)));

    /// <inheritdoc/>
    public async Task<Reply<CohortEventState>> Answer(Actor actor, CommandId id, bool accept) =>
        Answer(actor, RefuseUnknown("event") ?? await DecideAsync(
            actor, id, accept, (state, now) => CohortEventDecisions.Answer(state!, actor, accept, now)));

    /// <inheritdoc/>
    public async Task<Reply<CohortEventState>> Record(Actor actor, CommandId id, ImmutableArray<ParticipantId> attended, string notes) =>
        Answer(actor, RefuseUnknown("event") ?? await DecideAsync(
            actor, id, (attended, notes), (state, now) => CohortEventDecisions.Record(state!, attended, notes, now)));

    /// <inheritdoc/>
    public async Task<Reply<CohortEventState>> Cancel(Actor actor, CommandId id) =>
        Answer(actor, RefuseUnknown("event") ?? await DecideAsync(
            actor, id, null, (state, now) => CohortEventDecisions.Cancel(state!, now)));

    /// <inheritdoc/>
    public Task<Projection> Project(Actor actor) => Task.FromResult(ProjectState());

    /// <inheritdoc/>
    public Task<Reply<CohortEventState>> Get(Actor actor) => Task.FromResult(Answer(actor, RefuseUnknown("event")));

    /// <inheritdoc/>
    protected override ImmutableArray<ViewRow> Rows(CohortEventState state) => [state.ToRow(Tenant)];

    /// <summary>Only members of the cohort can be invited.</summary>
    private async Task<Refusal?> RefuseOutsidersAsync(ImmutableArray<ParticipantId> participants)
    {
        if (participants.Length > CohortEventState.MostInvited)
        {
            return null; // The decision refuses it, without a call for each.
        }

        var system = Actor.System(Tenant, "event");
        var people = await Task.WhenAll(participants.Select(each =>
            GrainFactory.GetGrain<IParticipantGrain>(GrainKey.Of(Tenant, each)).Get(system)));
        var outsider = Array.FindIndex(people, person => person.Value?.Cohorts.Contains(State!.Plan.Cohort) != true);
        return outsider < 0
            ? null
            : new Refusal(ErrorCodes.InputInvalid, "Only people on the cohort's roster can be invited.", $"participants.{outsider}");
    }

    private Reply<CohortEventState> Answer(Actor actor, Refusal? refusal) =>
        refusal ?? (CohortEventDecisions.View(State!, actor) is { } view
            ? view
            : (Reply<CohortEventState>)new Refusal(ErrorCodes.NotFound, "There is no such event."));
}
