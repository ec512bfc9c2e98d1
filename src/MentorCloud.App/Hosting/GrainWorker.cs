using System.Collections.Concurrent;
using System.Threading.Channels;
using MentorCloud.Domain.Identifiers;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace MentorCloud.App.Hosting;

/// <summary>
/// Does work for grains off their turns, one after the other, each once however often it is asked for while it waits. What
/// a crash cuts off, the grain's reminder asks for again.
/// </summary>
/// <typeparam name="TId">The id of the grains.</typeparam>
internal abstract class GrainWorker<TId>(ILogger log) : BackgroundService
    where TId : struct
{
    private readonly Channel<(TenantId Tenant, TId Id)> queue = Channel.CreateUnbounded<(TenantId, TId)>();
    private readonly ConcurrentDictionary<(TenantId, TId), bool> waiting = new();

    /// <summary>Asks for a grain's work; returns at once.</summary>
    public void Enqueue(TenantId tenant, TId id)
    {
        if (waiting.TryAdd((tenant, id), true))
        {
            queue.Writer.TryWrite((tenant, id));
        }
    }

    /// <summary>Does what the grain's state asks for.</summary>
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
                return;
            }

            // Taken off before the work: whoever asks while it runs is looked after again.
            waiting.TryRemove((tenant, id), out _);
            await TryWorkAsync(tenant, id, stoppingToken);
        }
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
}
