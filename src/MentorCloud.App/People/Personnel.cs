using MentorCloud.Contracts.Grains;
using MentorCloud.Contracts.People;
using MentorCloud.Domain.Access;
using MentorCloud.Domain.Identifiers;
using MentorCloud.Domain.People;
using MentorCloud.Domain.Refusals;
using MentorCloud.Domain.Tenants;

namespace MentorCloud.App.People;

/// <summary>The directory's questions and reports, carried to the grains.</summary>
internal sealed class Personnel(IGrainFactory grains) : IPersonnel
{
    /// <inheritdoc/>
    public async Task<Refusal?> RefuseChangeAsync(TenantId tenant) =>
        TenantDecisions.RefuseChange((await grains.GetGrain<ITenantGrain>(GrainKey.Of(tenant, tenant)).Get(System(tenant))).Value);

    /// <inheritdoc/>
    public async Task<ParticipantKind?> KindAsync(TenantId tenant, ParticipantId person) =>
        (await Person(tenant, person).Get(System(tenant))).Value is { ErasedAt: null } state ? state.Profile.Kind : null;

    /// <inheritdoc/>
    public async Task<Refusal?> DepartAsync(TenantId tenant, ParticipantId person, CommandId command) =>
        (await Person(tenant, person).Depart(System(tenant), command)).Refusal;

    /// <inheritdoc/>
    public async Task<Refusal?> ReturnAsync(TenantId tenant, ParticipantId person, CommandId command) =>
        (await Person(tenant, person).Return(System(tenant), command)).Refusal;

    private static Actor System(TenantId tenant) => Actor.System(tenant, "directory");

    private IParticipantGrain Person(TenantId tenant, ParticipantId person) => grains.GetGrain<IParticipantGrain>(GrainKey.Of(tenant, person));
}
