using FsCheck;
using FsCheck.Fluent;
using MentorCloud.Matching.Assignment;
using MentorCloud.Matching.Explanations;
using MentorCloud.Matching.Scores;
using MentorCloud.Matching.Tests.Assignment;
using MentorCloud.Testing;

namespace MentorCloud.Matching.Tests.Explanations;

/// <summary>What an explanation says must be what solving again shows.</summary>
public class ExplanationLawTests
{
    [Fact]
    public void Cost_and_moves_of_a_pair_that_is_not_made_are_those_of_pinning_it() =>
        Check.One(Law.Cases(150), Prop.ForAll(SmallProblems.Of(AssignmentObjective.Total), problem =>
        {
            problem = problem with { PassedOver = [], Standing = [] };
            var result = AssignmentSolver.Solve(problem);
            var explainer = new AssignmentExplainer(problem, result);
            for (var pair = 0; pair < problem.Scores.Mentees * problem.Scores.Mentors; pair++)
            {
                var (mentee, mentor) = (pair / problem.Scores.Mentors, pair % problem.Scores.Mentors);
                if (explainer.WhyNot(mentee, mentor) is not { Reason: ExclusionReason.NotBest, IfPinned: { } change })
                    continue;
                var pinned = problem with { Pins = problem.Pins.Add(new PairId(mentee, mentor)) };
                var best = BruteForce.All(pinned).Where(a => a.All(p => pinned.Pins.Contains(p) || problem.Scores.At(p.Mentee, p.Mentor) >= 0)).Max(a => BruteForce.Score(pinned, a));
                if (change.TotalChange != best - result.Total || !MovesLeadFromOneToTheOther(result, change))
                    return false;
            }

            return true;
        }));

    [Fact]
    public void Shortfall_of_an_unmatched_mentee_is_what_a_place_there_would_cost() =>
        Check.One(Law.Cases(150), Prop.ForAll(SmallProblems.Of(AssignmentObjective.Total), problem =>
        {
            problem = problem with { PassedOver = [], Standing = [] };
            var result = AssignmentSolver.Solve(problem);
            return result.UnmatchedMentees.All(mentee =>
            {
                var answer = new AssignmentExplainer(problem, result).Unmatched(mentee);
                if (answer is not { Reason: UnmatchedReason.MentorsFull, NearestMentor: { } mentor, Shortfall: { } shortfall })
                    return answer.Reason != UnmatchedReason.Matched;
                var pinned = AssignmentSolver.Solve(problem with { Pins = problem.Pins.Add(new PairId(mentee, mentor)) });
                return shortfall == result.Value - pinned.Value;
            });
        }));

    [Fact]
    public void Other_weights_are_judged_by_the_new_scores()
    {
        var problem = new AssignmentProblem { Scores = new DenseScores(2, 2, [5, 1, 1, 5]), MentorCapacity = [1, 1] };
        var result = AssignmentSolver.Solve(problem);

        var change = new AssignmentExplainer(problem, result).WhatIf(problem with { Scores = new DenseScores(2, 2, [1, 9, 9, 1]) });

        Assert.Equal(16, change.TotalChange);
        Assert.Equal([0, 1], change.Moves.Select(move => move.Mentee));
    }

    private static bool MovesLeadFromOneToTheOther(AssignmentResult before, AssignmentChange change)
    {
        var moved = before.Pairs.ToLookup(p => p.Mentee, p => p.Mentor).ToDictionary(g => g.Key, g => g.ToArray());
        foreach (var move in change.Moves)
        {
            if (!move.Before.SequenceEqual(moved.GetValueOrDefault(move.Mentee, [])))
                return false;
            moved[move.Mentee] = [.. move.After];
        }

        return change.Result.Pairs.Select(p => (p.Mentee, p.Mentor)).SequenceEqual(moved.OrderBy(m => m.Key).SelectMany(m => m.Value.Select(j => (m.Key, j))));
    }
}
