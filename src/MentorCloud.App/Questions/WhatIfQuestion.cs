using System.Collections.Immutable;
using MentorCloud.App.Matching;
using MentorCloud.Contracts.Grains;
using MentorCloud.Domain.Cohorts.Matching;
using MentorCloud.Domain.Cohorts.Matching.Explanations;
using MentorCloud.Domain.Cohorts.Rounds;
using MentorCloud.Domain.Refusals;

namespace MentorCloud.App.Questions;

/// <summary>What other weights, another objective, pins or vetoes would change.</summary>
internal static class WhatIfQuestion
{
    public static Reply<CohortChange> Answer(Solution solution, WhatIf change, CancellationToken cancellationToken)
    {
        var task = solution.Problem.Task;
        var refusal = change.Weights?.Check() ?? RefusePairs(solution.Problem, change.Pins, "pins") ?? RefusePairs(solution.Problem, change.Vetoes, "vetoes");
        if (refusal is not null)
        {
            return refusal;
        }

        var clash = change.Pins.Intersect(change.Vetoes.Concat(task.Vetoes)).Any() || change.Vetoes.Intersect(task.Pins).Any();
        if (clash)
        {
            return new Refusal(ErrorCodes.PairRuleConflict, "A pair is pinned and vetoed at once; the cohort's own pins and vetoes count too.", "pins");
        }

        var changed = task with
        {
            Weights = change.Weights ?? task.Weights,
            Objective = change.Objective ?? task.Objective,
            Pins = [.. task.Pins.Union(change.Pins)],
            Vetoes = [.. task.Vetoes.Union(change.Vetoes)],
        };
        var scores = change.Weights is null || change.Weights == task.Weights ? solution.Problem.Scores : null;
        return CohortChanges.Of(solution, new CohortProblem(changed, scores), cancellationToken);
    }

    private static Refusal? RefusePairs(CohortProblem problem, ImmutableArray<MatchPair> pairs, string field)
    {
        if (pairs.Length > ResolveRound.MostPairs)
        {
            return new Refusal(ErrorCodes.InputInvalid, $"{field} has {pairs.Length} entries; expected 0 to {ResolveRound.MostPairs}.", field);
        }

        for (var index = 0; index < pairs.Length; index++)
        {
            if (problem.Find(pairs[index]) is null)
            {
                return new Refusal(ErrorCodes.NotFound, "Name a mentor and a mentee who were matched in this round.", $"{field}.{index}");
            }
        }

        return null;
    }
}
