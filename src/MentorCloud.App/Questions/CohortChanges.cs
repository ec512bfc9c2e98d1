using System.Globalization;
using MentorCloud.App.Matching;
using MentorCloud.Domain.Cohorts.Matching;
using MentorCloud.Domain.Cohorts.Matching.Explanations;
using MentorCloud.Domain.Identifiers;
using MentorCloud.Matching.Assignment;
using MentorCloud.Matching.Explanations;

namespace MentorCloud.App.Questions;

/// <summary>Tells in people's terms what another decision would change.</summary>
internal static class CohortChanges
{
    private const int MostNamed = 3;

    /// <summary>The difference between a solution and another problem's answer.</summary>
    /// <param name="before">The solution.</param>
    /// <param name="changed">The problem as it would be, for the same people; its scores count on both sides.</param>
    /// <param name="cancellationToken">Stops the solving.</param>
    public static CohortChange Of(Solution before, CohortProblem changed, CancellationToken cancellationToken)
    {
        var explainer = new AssignmentExplainer(before.Problem.Assignment, before.Result);
        return Describe(before, changed, explainer.WhatIf(changed.Assignment, cancellationToken));
    }

    /// <summary>An engine's answer in people's terms.</summary>
    public static CohortChange Describe(Solution before, CohortProblem changed, AssignmentChange change)
    {
        var total = TotalOf(changed, change.Result.Pairs) - TotalOf(changed, before.Result.Pairs);
        var pairs = change.Result.Pairs.Length - before.Result.Pairs.Length;
        var moves = change.Moves.Take(CohortChange.MostMoves).Select(move => new PairMove(
            changed.Task.Mentees[move.Mentee].Id, MentorOf(changed, move.Before), MentorOf(changed, move.After))).ToList();
        return new CohortChange(total, pairs, change.Moves.Length, [.. moves], Sentence(changed, change, total, pairs));
    }

    private static long TotalOf(CohortProblem problem, IEnumerable<AssignedPair> pairs) =>
        pairs.Select(pair => new PairId(pair.Mentee, pair.Mentor)).Where(problem.IsAllowed)
            .Sum(pair => problem.Scores.At(pair.Mentee, pair.Mentor));

    private static ParticipantId? MentorOf(CohortProblem problem, IReadOnlyList<int> mentors) =>
        mentors.Count == 0 ? null : problem.Task.Mentors[mentors[0]].Id;

    /// <summary>E.g. <c>Would lower the total by 0.8 and move Ana to Ben.</c></summary>
    private static string Sentence(CohortProblem problem, AssignmentChange change, long total, int pairs)
    {
        if (change.Moves.IsEmpty)
        {
            return "Would change nothing.";
        }

        var amount = Math.Abs(Score.ToDecimal(total)).ToString("0.####", CultureInfo.InvariantCulture);
        var cost = total == 0 ? "Would leave the total as it is" : $"Would {(total < 0 ? "lower" : "raise")} the total by {amount}";
        var count = pairs switch
        {
            0 => string.Empty,
            < 0 => $", leave {-pairs} more without a mentor",
            _ => $", give {pairs} more a mentor",
        };
        var named = change.Moves.Take(MostNamed).Select(move => Move(problem, move));
        var rest = change.Moves.Length > MostNamed ? $", and change {change.Moves.Length - MostNamed} more" : string.Empty;
        return $"{cost}{count} and {string.Join(", ", named)}{rest}.";
    }

    private static string Move(CohortProblem problem, AssignmentMove move)
    {
        var mentee = problem.Task.Mentees[move.Mentee].DisplayName;
        return move.After.Length == 0 ? $"leave {mentee} without a mentor" : $"move {mentee} to {problem.Task.Mentors[move.After[0]].DisplayName}";
    }
}
