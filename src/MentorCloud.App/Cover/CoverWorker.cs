using System.Collections.Concurrent;
using System.Threading.Channels;
using MentorCloud.Contracts.Grains;
using MentorCloud.Contracts.Solving;
using MentorCloud.Domain.Access;
using MentorCloud.Domain.Identifiers;
using MentorCloud.Domain.Pairings.Cover;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace MentorCloud.App.Cover;

/// <summary>Looks for other mentors off the grains' turns. What a crash cuts off, the search's reminder asks for again.</summary>
internal sealed class CoverWorker(IGrainFactory grains, CoverSearch search, ILogger<CoverWorker> log) : BackgroundService, ICoverWork
{
    private readonly Channel<(TenantId Tenant, PairingId Pairing)> queue = Channel.CreateUnbounded<(TenantId, PairingId)>();
    private readonly ConcurrentDictionary<(TenantId, PairingId), bool> waiting = new();

    /// <inheritdoc/>
    public void Enqueue(TenantId tenant, PairingId pairing)
    {
        if (waiting.TryAdd((tenant, pairing), true))
        {
            queue.Writer.TryWrite((tenant, pairing));
        }
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (var (tenant, pairing) in queue.Reader.ReadAllAsync(stoppingToken))
        {
            waiting.TryRemove((tenant, pairing), out _);
            try
            {
                await WorkAsync(tenant, pairing, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                // The reminder takes it up again after the restart.
            }
            catch (Exception exception)
            {
                log.LogError(exception, "No cover could be looked for in pairing {Pairing} of tenant {Tenant}; its reminder will ask again", pairing, tenant);
            }
        }
    }

    private async Task WorkAsync(TenantId tenant, PairingId pairing, CancellationToken stopping)
    {
        var actor = Actor.System(tenant, $"cover:{pairing}");
        var grain = grains.GetGrain<ICoverGrain>(GrainKey.Of(tenant, pairing));
        var state = (await grain.Get(actor)).OrThrow();
        if (state.Status == CoverStatus.Searching)
        {
            (await grain.Propose(actor, await search.FindAsync(state, actor, stopping))).OrThrow();
        }
        else if (state.Status == CoverStatus.Placing)
        {
            await grain.Continue(actor);
        }
    }
}
