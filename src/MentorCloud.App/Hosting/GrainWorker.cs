using System.Threading.Channels;
using MentorCloud.Domain.Identifiers;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace MentorCloud.App.Hosting;

/// <summary>
/// Does work for grains off their turns: of each tenant one grain's after the other, of several tenants beside each other. A
/// grain's work is done once however often it is asked for while it waits, and never twice at a time. What a crash cuts off,
/// the grain's reminder asks for again.
/// </summary>
/// <typeparam name="TId">The id of the grains.</typeparam>
internal abstract class GrainWorker<TId>(ILogger log) : BackgroundService
    where TId : struct
{
    private const int TenantsAtOnce = 4;

    private readonly Channel<(TenantId Tenant, TId Id)> queue = Channel.CreateUnbounded<(TenantId, TId)>();
    private readonly Lock gate = new();

    /// <summary>What waits or is being done; true when it was asked for since it was begun.</summary>
    private readonly Dictionary<(TenantId, TId), bool> known = [];

    private readonly HashSet<Task> running = [];

    /// <summary>Turns for short work; whoever works long takes another's, so as not to hold up the short.</summary>
    protected FairTurns Turns { get; } = new(TenantsAtOnce);

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
        }

        queue.Writer.TryWrite((tenant, id));
    }

    /// <inheritdoc/>
    public override void Dispose()
    {
        Turns.Dispose();
        base.Dispose();
    }

    /// <summary>Takes a turn and does what the grain's state asks for.</summary>
    protected abstract Task WorkAsync(TenantId tenant, TId id, CancellationToken stopping);

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

            Keep(Task.Run(() => WorkOffAsync(tenant, id, stoppingToken), CancellationToken.None));
        }

        await Task.WhenAll(StillRunning());
    }

    /// <summary>The work, with its failure logged: the reminder asks again.</summary>
    protected async Task TryWorkAsync(TenantId tenant, TId id, CancellationToken stopping)
    {
        try
        {
            await WorkAsync(tenant, id, stopping);
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
    private async Task WorkOffAsync(TenantId tenant, TId id, CancellationToken stopping)
    {
        do
        {
            lock (gate)
            {
                known[(tenant, id)] = false;
            }

            await TryWorkAsync(tenant, id, stopping);
        }
        while (!stopping.IsCancellationRequested && !IsDone((tenant, id)));
    }

    private bool IsDone((TenantId, TId) key)
    {
        lock (gate)
        {
            return !known[key] && known.Remove(key);
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
