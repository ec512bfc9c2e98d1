using System.Threading.Channels;
using MentorCloud.Contracts.Background;
using MentorCloud.Domain.Identifiers;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace MentorCloud.App.Hosting;

/// <summary>
/// Does work for grains off their turns: of each tenant one grain's after the other, as it was asked for, of several tenants
/// beside each other. A grain's work is done once however often it is asked for while it waits, and never twice at a time.
/// What a crash cuts off, the grain's reminder asks for again.
/// </summary>
/// <typeparam name="TId">The id of the grains.</typeparam>
internal abstract class GrainWorker<TId>(ILogger log) : BackgroundService, IBackgroundWork
    where TId : struct
{
    private const int TenantsAtOnce = 4;

    private readonly Channel<(TenantId Tenant, TId Id)> queue = Channel.CreateUnbounded<(TenantId, TId)>();
    private readonly Lock gate = new();

    /// <summary>What waits or is being done; true when it was asked for since it was begun.</summary>
    private readonly Dictionary<(TenantId, TId), bool> known = [];

    private readonly HashSet<Task> running = [];

    private readonly FairTurns turns = new(TenantsAtOnce);

    private readonly WorkUnderWay underWay = new();

    /// <inheritdoc/>
    public long Asked => underWay.Begun;

    /// <inheritdoc/>
    public Task RestAsync(CancellationToken cancellationToken) => underWay.RestAsync(cancellationToken);

    /// <summary>Asks for a grain's work; returns at once.</summary>
    public void Enqueue(TenantId tenant, TId id)
    {
        lock (gate)
        {
            if (!known.TryAdd((tenant, id), false))
            {
                known[(tenant, id)] = true;
                return;
            }

            underWay.Begin();
        }

        queue.Writer.TryWrite((tenant, id));
    }

    /// <inheritdoc/>
    public override void Dispose()
    {
        turns.Dispose();
        base.Dispose();
    }

    /// <summary>Does what the grain's state asks for, in its tenant's turn.</summary>
    protected abstract Task WorkAsync(TenantId tenant, TId id, CancellationToken stopping);

    /// <summary>Does what takes so long that it must not hold up the tenant's other work: after the turn, in whatever turns it takes itself.</summary>
    protected virtual Task WorkLongAsync(TenantId tenant, TId id, CancellationToken stopping) => Task.CompletedTask;

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // Ended by the queue, not by an exception: a host that fails to start must not log ours too.
        using var stop = stoppingToken.Register(() => queue.Writer.TryComplete());
        await foreach (var (tenant, id) in queue.Reader.ReadAllAsync(CancellationToken.None))
        {
            if (stoppingToken.IsCancellationRequested)
            {
                break;
            }

            // Turns are taken here, so that they come in the queue's order.
            var turn = turns.TakeAsync(tenant, stoppingToken);
            Keep(Task.Run(() => WorkOffAsync(tenant, id, turn, stoppingToken), CancellationToken.None));
        }

        await Task.WhenAll(StillRunning());
    }

    /// <summary>The work for somebody who waits for it, with its failure logged: the reminder asks again.</summary>
    protected Task TryWorkAsync(TenantId tenant, TId id, CancellationToken stopping) => TryWorkAsync(tenant, id, turns.TakeAsync(tenant, stopping), stopping);

    private async Task TryWorkAsync(TenantId tenant, TId id, Task<IDisposable> turn, CancellationToken stopping)
    {
        try
        {
            using (await turn)
            {
                await WorkAsync(tenant, id, stopping);
            }

            await WorkLongAsync(tenant, id, stopping);
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // The grain's reminder takes it up again after the restart.
        }
        catch (Exception exception)
        {
            log.LogError(exception, "{Kind} {Id} of tenant {Tenant} could not be worked on; its reminder will ask again", typeof(TId).Name, id, tenant);
        }
    }

    /// <summary>Works until nobody has asked again meanwhile.</summary>
    private async Task WorkOffAsync(TenantId tenant, TId id, Task<IDisposable> turn, CancellationToken stopping)
    {
        while (true)
        {
            // Whoever asks from now on may have seen something newer than the work does.
            await ((Task)turn).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            lock (gate)
            {
                known[(tenant, id)] = false;
            }

            await TryWorkAsync(tenant, id, turn, stopping);
            if (stopping.IsCancellationRequested || IsDone((tenant, id)))
            {
                return;
            }

            turn = turns.TakeAsync(tenant, stopping);
        }
    }

    private bool IsDone((TenantId, TId) key)
    {
        lock (gate)
        {
            if (known[key])
            {
                return false;
            }

            known.Remove(key);
            underWay.End();
            return true;
        }
    }

    private void Keep(Task work)
    {
        lock (gate)
        {
            running.Add(work);
        }

        _ = work.ContinueWith(Forget, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
    }

    private void Forget(Task work)
    {
        lock (gate)
        {
            running.Remove(work);
        }
    }

    private Task[] StillRunning()
    {
        lock (gate)
        {
            return [.. running];
        }
    }
}
