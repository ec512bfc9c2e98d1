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
        var actor = Actor.System(tenant, $"rotation:{rotation}");
        var grain = grains.GetGrain<IRotationGrain>(GrainKey.Of(tenant, rotation));
        var plans = (await grain.Get(actor)).OrThrow().Status == RotationStatus.Planning;
        using var turn = await (plans ? solver.Rounds : Turns).TakeAsync(tenant, stopping);

        // Ids are unique among all kinds, so that a rotation's lease is never a round's.
        await using var held = await lease.TryTakeAsync(tenant, RoundId.From(rotation.Value), stopping);
        if (held is null)
        {
            return;
        }

        var state = (await grain.Get(actor)).OrThrow();
        if (state.Status == RotationStatus.Planning)
        {
            await PlanAsync(grain, state, actor, stopping);
            return;
        }

        while (state.IsAtWork && !stopping.IsCancellationRequested)
        {
            state = (await grain.Continue(actor)).OrThrow();
        }
    }

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
