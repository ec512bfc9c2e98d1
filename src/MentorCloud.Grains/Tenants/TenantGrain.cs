using System.Collections.Immutable;
using MentorCloud.Contracts.Grains;
using MentorCloud.Contracts.State;
using MentorCloud.Domain.Access;
using MentorCloud.Domain.Facts;
using MentorCloud.Domain.Identifiers;
using MentorCloud.Domain.Tenants;
using MentorCloud.Grains.State;

namespace MentorCloud.Grains.Tenants;

/// <inheritdoc cref="ITenantGrain"/>
public sealed class TenantGrain([PersistentState("tenant", "grains")] IPersistentState<Envelope<TenantState>> store, GrainTools tools)
    : StatefulGrain<TenantState>(store, tools), ITenantGrain
{
    /// <inheritdoc/>
    protected override string Kind => "Tenant";

    /// <inheritdoc/>
    public async Task<Reply<TenantState>> Create(Actor actor, CommandId id, CreateTenant command) =>
        Answer(await DecideAsync(actor, id, command, (state, now) => TenantDecisions.Create(state, Tenant, command, now)));

    /// <inheritdoc/>
    public async Task<Reply<TenantState>> AdoptFramework(Actor actor, CommandId id, FrameworkId framework) =>
        Answer(RefuseUnknown("tenant") ?? await DecideAsync(
            actor, id, framework, (state, _) => TenantDecisions.AdoptFramework(state!, framework)));

    /// <inheritdoc/>
    public async Task<Reply<TenantState>> SetRetention(Actor actor, CommandId id, int? days) =>
        Answer(RefuseUnknown("tenant") ?? await DecideAsync(actor, id, days, (state, _) => TenantDecisions.SetRetention(state!, days)));

    /// <inheritdoc/>
    public async Task<Reply<TenantState>> Suspend(Actor actor, CommandId id, string reason) =>
        Answer(RefuseUnknown("tenant") ?? await DecideAsync(actor, id, reason, (state, _) => TenantDecisions.Suspend(state!, reason)));

    /// <inheritdoc/>
    public async Task<Reply<TenantState>> Resume(Actor actor, CommandId id) =>
        Answer(RefuseUnknown("tenant") ?? await DecideAsync(actor, id, null, (state, _) => TenantDecisions.Resume(state!)));

    /// <inheritdoc/>
    public Task<Reply<TenantState>> Get(Actor actor) => Task.FromResult(Answer(RefuseUnknown("tenant")));

    /// <inheritdoc/>
    public Task<Projection> Project(Actor actor) => Task.FromResult(ProjectState());

    /// <inheritdoc/>
    protected override ImmutableArray<ViewRow> Rows(TenantState state) => [state.ToRow()];
}
