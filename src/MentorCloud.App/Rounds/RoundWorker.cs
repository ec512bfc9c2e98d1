using System.Collections.Concurrent;
using System.Threading.Channels;
using MentorCloud.Contracts.Grains;
using MentorCloud.Contracts.Solving;
using MentorCloud.Domain.Access;
using MentorCloud.Domain.Cohorts.Rounds;
using MentorCloud.Domain.Identifiers;
using MentorCloud.Domain.Refusals;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace MentorCloud.App.Rounds;

/// <summary>
/// Does the rounds' work off the grains' turns: solves, and drives publication page by page. What a crash cuts off, the
/// round's reminder asks for again.
/// </summary>
internal sealed class RoundWorker(IGrainFactory grains, RoundSolving solving, IRoundLease lease, ILogger<RoundWorker> log) : BackgroundService, IRoundWork
{
    private readonly Channel<(TenantId Tenant, RoundId Round)> queue = Channel.CreateUnbounded<(TenantId, RoundId)>();
    private readonly ConcurrentDictionary<(TenantId, RoundId), bool> waiting = new();
    private readonly ConcurrentDictionary<(TenantId, RoundId), CancellationTokenSource> solvingNow = new();

    /// <inheritdoc/>
    public void Enqueue(TenantId tenant, RoundId round)
    {
        if (waiting.TryAdd((tenant, round), true))
        {
            queue.Writer.TryWrite((tenant, round));
        }
    }

    /// <inheritdoc/>
    public void Cancel(TenantId tenant, RoundId round)
    {
        if (solvingNow.TryGetValue((tenant, round), out var stop))
        {
            // Not in the grain's turn that asks for it: the solver's continuations would run there.
            _ = stop.CancelAsync();
        }
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // Ended by the queue, not by an exception: a host that fails to start must not log ours too.
        using var stop = stoppingToken.Register(() => queue.Writer.TryComplete());
        await foreach (var (tenant, round) in queue.Reader.ReadAllAsync(CancellationToken.None))
        {
            if (stoppingToken.IsCancellationRequested)
            {
                return;
            }

            // Taken off before the work: whoever asks while it runs is looked after again.
            waiting.TryRemove((tenant, round), out _);
            await TryWorkAsync(tenant, round, stoppingToken);
        }
    }

    private async Task TryWorkAsync(TenantId tenant, RoundId round, CancellationToken stopping)
    {
        try
        {
            await WorkAsync(tenant, round, stopping);
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // The round's reminder takes it up again after the restart.
        }
        catch (Exception exception)
        {
            log.LogError(exception, "Round {Round} of tenant {Tenant} could not be worked on; its reminder will ask again", round, tenant);
        }
    }

    private async Task WorkAsync(TenantId tenant, RoundId round, CancellationToken stopping)
    {
        await using var held = await lease.TryTakeAsync(tenant, round, stopping);
        if (held is null)
        {
            return;
        }

        var actor = Actor.System(tenant, $"round:{round}");
        var grain = grains.GetGrain<IRoundGrain>(GrainKey.Of(tenant, round));
        var state = (await grain.Get(actor)).OrThrow();
        if (state.Status == RoundStatus.Solving)
        {
            await SolveAsync(grain, state, actor, stopping);
            return;
        }

        while (state.IsAtWork && !stopping.IsCancellationRequested)
        {
            state = (await grain.Continue(actor)).OrThrow();
        }
    }

    private async Task SolveAsync(IRoundGrain grain, RoundState state, Actor actor, CancellationToken stopping)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        solvingNow[(state.Tenant, state.Id)] = stop;
        try
        {
            await grain.Complete(actor, await solving.SolveAsync(state, actor, stop.Token));
        }
        catch (RefusedException refused)
        {
            await grain.Fail(actor, refused.Refusal);
        }
        catch (OperationCanceledException) when (!stopping.IsCancellationRequested)
        {
            // Somebody cancelled or discarded the round; it says so itself.
        }
        finally
        {
            solvingNow.TryRemove((state.Tenant, state.Id), out _);
        }
    }
}
