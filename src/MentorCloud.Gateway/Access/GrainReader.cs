using MentorCloud.Contracts.Grains;
using MentorCloud.Contracts.Pairings;
using MentorCloud.Domain.Access;
using MentorCloud.Domain.Cohorts.Events;
using MentorCloud.Domain.Cohorts.Pairs;
using MentorCloud.Domain.Cohorts.Requests;
using MentorCloud.Domain.Cohorts.Rounds;
using MentorCloud.Domain.Cohorts;
using MentorCloud.Domain.Identifiers;
using MentorCloud.Domain.Pairings.Cover;
using MentorCloud.Domain.People;
using MentorCloud.Domain.Refusals;
using MentorCloud.Domain.Rotation;
using MentorCloud.Domain.Tenants;

namespace MentorCloud.Gateway.Access;

/// <summary>Reads single things from their grains in the caller's name; null where there is none that the caller may see.</summary>
internal sealed class GrainReader(IGrainFactory grains)
{
    /// <summary>
    /// For a mutation that looks at things before it calls the grain that would refuse: asks the policy table, and whether the
    /// tenant may change anything. Nobody learns otherwise what there is.
    /// </summary>
    /// <exception cref="RefusedException">UNAUTHENTICATED, FORBIDDEN, TENANT_SUSPENDED.</exception>
    public async Task RequireChangeAsync(Caller caller, string operation)
    {
        caller.Require(operation);
        var tenant = await Tenant(caller).Get(Actor.System(caller.Tenant, "policy"));
        if (TenantDecisions.RefuseChange(tenant.Value) is { } refusal)
        {
            throw new RefusedException(refusal);
        }
    }

    public async Task<TenantState> TenantAsync(Caller caller) => (await Tenant(caller).Get(caller.Actor)).OrThrow();

    public Task<ParticipantState?> ParticipantAsync(Caller caller, ParticipantId id) => ReadAsync(() => Participant(caller, id).Get(caller.Actor));

    public Task<CohortState?> CohortAsync(Caller caller, CohortId id) => ReadAsync(() => Cohort(caller, id).Get(caller.Actor));

    public Task<RoundState?> RoundAsync(Caller caller, RoundId id) => ReadAsync(() => Round(caller, id).Get(caller.Actor));

    public Task<PairingView?> PairingAsync(Caller caller, PairingId id) => ReadAsync(() => Pairing(caller, id).Get(caller.Actor));

    public Task<DraftPageState?> DraftPageAsync(Caller caller, RoundId id, int page) => ReadAsync(
        () => grains.GetGrain<IDraftPageGrain>(GrainKey.OfPage(caller.Tenant, id, page)).Get(caller.Actor));

    public Task<CohortEventState?> CohortEventAsync(Caller caller, CohortEventId id) => ReadAsync(() => CohortEvent(caller, id).Get(caller.Actor));

    public Task<CoverState?> CoverAsync(Caller caller, PairingId pairing) => ReadAsync(() => Cover(caller, pairing).Get(caller.Actor));

    public ICohortEventGrain CohortEvent(Caller caller, CohortEventId id) => grains.GetGrain<ICohortEventGrain>(GrainKey.Of(caller.Tenant, id));

    public ICoverGrain Cover(Caller caller, PairingId pairing) => grains.GetGrain<ICoverGrain>(GrainKey.Of(caller.Tenant, pairing));

    public ITaxonomyGrain Taxonomy(Caller caller) => grains.GetGrain<ITaxonomyGrain>(GrainKey.Of(caller.Tenant, caller.Tenant));

    public Task<MatchRequestState?> MatchRequestAsync(Caller caller, MatchRequestId id) => ReadAsync(() => MatchRequest(caller, id).Get(caller.Actor));

    public Task<RotationState?> RotationAsync(Caller caller, RotationId id) => ReadAsync(() => Rotation(caller, id).Get(caller.Actor));

    public async Task<PairRulesState> PairRulesAsync(Caller caller, CohortId id) => (await PairRules(caller, id).Get(caller.Actor)).OrThrow();

    public ITenantGrain Tenant(Caller caller) => grains.GetGrain<ITenantGrain>(GrainKey.Of(caller.Tenant, caller.Tenant));

    public IFrameworkGrain Framework(Caller caller, FrameworkId id) => grains.GetGrain<IFrameworkGrain>(GrainKey.Of(caller.Tenant, id));

    public IParticipantGrain Participant(Caller caller, ParticipantId id) => grains.GetGrain<IParticipantGrain>(GrainKey.Of(caller.Tenant, id));

    public ICohortGrain Cohort(Caller caller, CohortId id) => grains.GetGrain<ICohortGrain>(GrainKey.Of(caller.Tenant, id));

    public IPairRulesGrain PairRules(Caller caller, CohortId id) => grains.GetGrain<IPairRulesGrain>(GrainKey.Of(caller.Tenant, id));

    public IMatchRequestGrain MatchRequest(Caller caller, MatchRequestId id) =>
        grains.GetGrain<IMatchRequestGrain>(GrainKey.Of(caller.Tenant, id));

    public IRotationGrain Rotation(Caller caller, RotationId id) => grains.GetGrain<IRotationGrain>(GrainKey.Of(caller.Tenant, id));

    public IRoundGrain Round(Caller caller, RoundId id) => grains.GetGrain<IRoundGrain>(GrainKey.Of(caller.Tenant, id));

    public IPairingGrain Pairing(Caller caller, PairingId id) => grains.GetGrain<IPairingGrain>(GrainKey.Of(caller.Tenant, id));

    private static async Task<TState?> ReadAsync<TState>(Func<Task<Reply<TState>>> read)
        where TState : class
    {
        var reply = await read();
        return reply.Refusal is null or { Code: ErrorCodes.NotFound } ? reply.Value : reply.OrThrow();
    }
}
