using System.Collections.Concurrent;
using MentorCloud.App.Hosting;
using MentorCloud.Contracts.Grains;
using MentorCloud.Contracts.Solving;
using MentorCloud.Domain.Access;
using MentorCloud.Domain.Cohorts.Rounds;
using MentorCloud.Domain.Identifiers;
using MentorCloud.Domain.Refusals;
using Microsoft.Extensions.Logging;

namespace MentorCloud.App.Rounds;

/// <summary>
/// Does the rounds' work off the grains' turns: solves, and drives publication page by page. What a crash cuts off, the
/// round's reminder asks for again.
/// </summary>
internal sealed class RoundWorker(IGrainFactory grains, RoundSolving solving, IRoundLease lease, ILogger<RoundWorker> log) : GrainWorker<RoundId>(log), IRoundWork
{
    private readonly ConcurrentDictionary<(TenantId, RoundId), CancellationTokenSource> solvingNow = new();

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
    protected override async Task WorkAsync(TenantId tenant, RoundId round, CancellationToken stopping)
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
