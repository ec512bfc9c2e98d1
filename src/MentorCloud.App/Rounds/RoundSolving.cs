using MentorCloud.App.Matching;
using MentorCloud.Contracts.Grains;
using MentorCloud.Domain.Access;
using MentorCloud.Domain.Cohorts.Rounds;

namespace MentorCloud.App.Rounds;

/// <summary>Solves a round: reads whom to match, solves, stores the draft's pages.</summary>
internal sealed class RoundSolving(IGrainFactory grains, RoundInputs inputs, SolutionShelf solutions, DraftShelf drafts, TimeProvider clock)
{
    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(2);

    /// <summary>Solves and stores; what it comes to is for the round to commit.</summary>
    /// <exception cref="Domain.Refusals.RefusedException">There is nothing to solve.</exception>
    /// <exception cref="OperationCanceledException">Cancelled, here or because the round is no longer being solved.</exception>
    public async Task<DraftSummary> SolveAsync(RoundState round, Actor actor, CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var steps = new SolveSteps();
        var solving = SolveAsync(round, actor, steps, stop.Token);
        await TellAsync(round, actor, steps, solving, stop);
        var solution = await solving;
        if ((await grains.GetGrain<IRoundGrain>(GrainKey.Of(round.Tenant, round.Id)).Get(actor)).OrThrow().Status != RoundStatus.Solving)
        {
            throw new OperationCanceledException("The round is no longer being solved.");
        }

        solutions.Keep(round, solution);
        return await drafts.StoreAsync(round.Tenant, round.Id, solution.ToDraft(), solution.Problem.Task.Inputs, actor);
    }

    private async Task<Solution> SolveAsync(RoundState round, Actor actor, SolveSteps steps, CancellationToken cancellationToken)
    {
        var task = await inputs.ReadAsync(round, actor, cancellationToken);
        var from = round.Base is { } standing ? solutions.Find(round.Tenant, standing) : null;
        var same = from is not null && from.Problem.Task.Inputs == task.Inputs && from.Problem.Task.Weights == task.Weights;
        var problem = await Task.Run(() => new CohortProblem(task, same ? from!.Problem.Scores : null), cancellationToken);
        return await MatchingSolver.SolveAsync(problem, same ? from : null, steps, cancellationToken);
    }

    /// <summary>Tells the round how far it is, at every beat on which something is new, until it is solved or not wanted any more.</summary>
    private async Task TellAsync(RoundState round, Actor actor, SolveSteps steps, Task solving, CancellationTokenSource stop)
    {
        var grain = grains.GetGrain<IRoundGrain>(GrainKey.Of(round.Tenant, round.Id));
        while (await Task.WhenAny(solving, Task.Delay(Beat, clock, stop.Token)) != solving && !stop.IsCancellationRequested)
        {
            if (steps.Newest() is { } step && (await grain.Report(actor, step)).OrThrow().Status != RoundStatus.Solving)
            {
                await stop.CancelAsync();
            }
        }
    }
}
