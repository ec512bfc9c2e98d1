using MentorCloud.App.Hosting;
using MentorCloud.Contracts.Grains;
using MentorCloud.Contracts.Solving;
using MentorCloud.Domain.Access;
using MentorCloud.Domain.Identifiers;
using MentorCloud.Domain.Pairings.Cover;
using Microsoft.Extensions.Logging;

namespace MentorCloud.App.Cover;

/// <summary>Looks for other mentors off the grains' turns. What a crash cuts off, the search's reminder asks for again.</summary>
internal sealed class CoverWorker(IGrainFactory grains, CoverSearch search, ILogger<CoverWorker> log) : GrainWorker<PairingId>(log), ICoverWork
{
    /// <inheritdoc/>
    protected override async Task WorkAsync(TenantId tenant, PairingId pairing, CancellationToken stopping)
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
