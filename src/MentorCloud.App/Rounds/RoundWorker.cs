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
        var (grain, actor) = GrainOf(tenant, round);
        var state = (await grain.Get(actor)).OrThrow();
        if (!state.IsAtWork || state.Status == RoundStatus.Solving)
        {
            return;
        }

        await using var held = await lease.TryTakeAsync(tenant, round, stopping);
        while (held is not null && state.IsAtWork && !stopping.IsCancellationRequested)
        {
            state = (await grain.Continue(actor)).OrThrow();
        }
    }

    /// <inheritdoc/>
    protected override async Task WorkLongAsync(TenantId tenant, RoundId round, CancellationToken stopping)
    {
        var (grain, actor) = GrainOf(tenant, round);
        if ((await grain.Get(actor)).OrThrow().Status != RoundStatus.Solving)
        {
            return;
        }

        using var turn = await solver.Rounds.TakeAsync(tenant, stopping);
        await using var held = await lease.TryTakeAsync(tenant, round, stopping);

        // Anew: while it waited for its turn, somebody may have cancelled it.
        var state = (await grain.Get(actor)).OrThrow();
        if (held is not null && state.Status == RoundStatus.Solving)
        {
            await SolveAsync(grain, state, actor, stopping);
        }
    }

    private (IRoundGrain Grain, Actor Actor) GrainOf(TenantId tenant, RoundId round) =>
        (grains.GetGrain<IRoundGrain>(GrainKey.Of(tenant, round)), Actor.System(tenant, $"round:{round}"));

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
