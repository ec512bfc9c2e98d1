using MentorCloud.App.Matching;
using MentorCloud.Domain.Access;
using MentorCloud.Domain.Cohorts.Matching;
using MentorCloud.Domain.Cohorts.Rounds;
using MentorCloud.Domain.Identifiers;

namespace MentorCloud.App.Rounds;

/// <summary>
/// Solved rounds in memory, the newest few, so that questions need no second solving. What a restart or other rounds pushed out is made
/// again from people and pages.
/// </summary>
internal sealed class SolutionShelf(RoundInputs inputs, DraftShelf drafts)
{
    private const int MostRounds = 8;
    private const int MostPeople = 60_000;

    private readonly Shelf<(TenantId Tenant, RoundId Round), Solution> shelf = new(MostRounds, MostPeople, solution => solution.People);

    /// <summary>Keeps a solved round.</summary>
    public void Keep(RoundState round, Solution solution) => shelf.Keep((round.Tenant, round.Id), solution);

    /// <summary>A round's solution if it is at hand, else null.</summary>
    public Solution? Find(TenantId tenant, RoundId round) => shelf.Find((tenant, round));

    /// <summary>A round's solution; made again once, however many ask and even if they stop waiting.</summary>
    public Task<Solution> OfAsync(RoundState round, Actor actor, CancellationToken cancellationToken) =>
        shelf.OfAsync((round.Tenant, round.Id), () => MakeAsync(round, actor), cancellationToken);

    private async Task<Solution> MakeAsync(RoundState round, Actor actor)
    {
        var task = await inputs.ReadAsync(round, actor, CancellationToken.None);
        var same = task.Inputs == round.Draft?.Inputs;
        if (same && round.Source == RoundSource.Engine)
        {
            return await MatchingSolver.SolveAsync(new CohortProblem(task), null, null, CancellationToken.None);
        }

        // The draft as it is stored, and what would change it at the least disturbance.
        var pairs = await drafts.PairsAsync(round.Tenant, round.Id, actor);
        var problem = new CohortProblem(task with { Standing = pairs, KeepBonus = 2 * Score.Unit });
        return MatchingSolver.Hold(problem, problem.Known(pairs), CancellationToken.None) with { InputsChanged = !same };
    }
}
