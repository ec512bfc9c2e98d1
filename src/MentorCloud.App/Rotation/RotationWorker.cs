using System.Collections.Concurrent;
using System.Threading.Channels;
using MentorCloud.Contracts.Grains;
using MentorCloud.Contracts.Solving;
using MentorCloud.Domain.Access;
using MentorCloud.Domain.Identifiers;
using MentorCloud.Domain.Refusals;
using MentorCloud.Domain.Rotation;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace MentorCloud.App.Rotation;

/// <summary>Does the rotations' work off the grains' turns: plans, and moves on page by page. What a crash cuts off, the reminder asks for again.</summary>
internal sealed class RotationWorker(IGrainFactory grains, RotationPlanning planning, IRoundLease lease, ILogger<RotationWorker> log) : BackgroundService, IRotationWork
{
    private readonly Channel<(TenantId Tenant, RotationId Rotation)> queue = Channel.CreateUnbounded<(TenantId, RotationId)>();
    private readonly ConcurrentDictionary<(TenantId, RotationId), bool> waiting = new();

    /// <inheritdoc/>
    public void Enqueue(TenantId tenant, RotationId rotation)
    {
        if (waiting.TryAdd((tenant, rotation), true))
        {
            queue.Writer.TryWrite((tenant, rotation));
        }
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (var (tenant, rotation) in queue.Reader.ReadAllAsync(stoppingToken))
        {
            // Taken off before the work: whoever asks while it runs is looked after again.
            waiting.TryRemove((tenant, rotation), out _);
            try
            {
                await WorkAsync(tenant, rotation, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                // The rotation's reminder takes it up again after the restart.
            }
            catch (Exception exception)
            {
                log.LogError(exception, "Rotation {Rotation} of tenant {Tenant} could not be worked on; its reminder will ask again", rotation, tenant);
            }
        }
    }

    private async Task WorkAsync(TenantId tenant, RotationId rotation, CancellationToken stopping)
    {
        // Ids are unique among all kinds, so that a rotation's lease is never a round's.
        await using var held = await lease.TryTakeAsync(tenant, RoundId.From(rotation.Value), stopping);
        if (held is null)
        {
            return;
        }

        var actor = Actor.System(tenant, $"rotation:{rotation}");
        var grain = grains.GetGrain<IRotationGrain>(GrainKey.Of(tenant, rotation));
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
