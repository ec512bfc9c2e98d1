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
/// Does the rounds' work off the grains' turns: solves, and beside that drives publication page by page. What a crash cuts
/// off, the round's reminder asks for again.
/// </summary>
internal sealed class RoundWorker(IGrainFactory grains, RoundSolving solving, IRoundLease lease, SolverTurns solver, ILogger<RoundWorker> log)
    : GrainWorker<RoundId>(log), IRoundWork
{
    private readonly RunningSolves running = new();

    /// <inheritdoc/>
    public void Cancel(TenantId tenant, RoundId round) => running.Cancel(tenant, round);

    /// <inheritdoc/>
    protected override async Task WorkAsync(TenantId tenant, RoundId round, CancellationToken stopping)
    {
        var actor = Actor.System(tenant, $"round:{round}");
        var grain = grains.GetGrain<IRoundGrain>(GrainKey.Of(tenant, round));
        var solves = (await grain.Get(actor)).OrThrow().Status == RoundStatus.Solving;
        using var turn = await (solves ? solver.Rounds : Turns).TakeAsync(tenant, stopping);
        await using var held = await lease.TryTakeAsync(tenant, round, stopping);
        if (held is null)
        {
            return;
        }

        // Anew: while it waited for its turn, somebody may have cancelled it.
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
        using var solve = running.Begin(state.Tenant, state.Id, stopping);
        try
        {
            await grain.Complete(actor, await solving.SolveAsync(state, actor, solve.Token));
        }
        catch (RefusedException refused)
        {
            await grain.Fail(actor, refused.Refusal);
        }
        catch (OperationCanceledException) when (!stopping.IsCancellationRequested)
        {
            // Somebody cancelled or discarded the round; it says so itself.
        }
    }
}
