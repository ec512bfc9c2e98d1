using MentorCloud.App.Hosting;
using MentorCloud.Contracts.Grains;
using MentorCloud.Contracts.Solving;
using MentorCloud.Domain.Access;
using MentorCloud.Domain.Identifiers;
using MentorCloud.Domain.Refusals;
using MentorCloud.Domain.Rotation;
using Microsoft.Extensions.Logging;

namespace MentorCloud.App.Rotation;

/// <summary>Does the rotations' work off the grains' turns: plans, and moves on page by page. What a crash cuts off, the reminder asks for again.</summary>
internal sealed class RotationWorker(IGrainFactory grains, RotationPlanning planning, IRoundLease lease, SolverTurns solver, ILogger<RotationWorker> log)
    : GrainWorker<RotationId>(log), IRotationWork
{
    /// <inheritdoc/>
    protected override async Task WorkAsync(TenantId tenant, RotationId rotation, CancellationToken stopping)
    {
        var (grain, actor) = GrainOf(tenant, rotation);
        var state = (await grain.Get(actor)).OrThrow();
        if (!state.IsAtWork || state.Status == RotationStatus.Planning)
        {
            return;
        }

        await using var held = await HoldAsync(tenant, rotation, stopping);
        while (held is not null && state.IsAtWork && !stopping.IsCancellationRequested)
        {
            state = (await grain.Continue(actor)).OrThrow();
        }
    }

    /// <inheritdoc/>
    protected override async Task WorkLongAsync(TenantId tenant, RotationId rotation, CancellationToken stopping)
    {
        var (grain, actor) = GrainOf(tenant, rotation);
        if ((await grain.Get(actor)).OrThrow().Status != RotationStatus.Planning)
        {
            return;
        }

        using var turn = await solver.Rounds.TakeAsync(tenant, stopping);
        await using var held = await HoldAsync(tenant, rotation, stopping);
        var state = (await grain.Get(actor)).OrThrow();
        if (held is not null && state.Status == RotationStatus.Planning)
        {
            await PlanAsync(grain, state, actor, stopping);
        }
    }

    private (IRotationGrain Grain, Actor Actor) GrainOf(TenantId tenant, RotationId rotation) =>
        (grains.GetGrain<IRotationGrain>(GrainKey.Of(tenant, rotation)), Actor.System(tenant, $"rotation:{rotation}"));

    /// <summary>Ids are unique among all kinds, so that a rotation's lease is never a round's.</summary>
    private ValueTask<IAsyncDisposable?> HoldAsync(TenantId tenant, RotationId rotation, CancellationToken stopping) =>
        lease.TryTakeAsync(tenant, RoundId.From(rotation.Value), stopping);

    private async Task PlanAsync(IRotationGrain grain, RotationState state, Actor actor, CancellationToken stopping)
    {
        try
        {
            await grain.Complete(actor, state.Version, await planning.PlanAsync(state, actor, stopping));
        }
        catch (RefusedException refused)
        {
            await grain.Fail(actor, state.Version, refused.Refusal);
        }
    }
}
