using MentorCloud.Matching.Assignment;
using MentorCloud.Matching.Decimals;
using MentorCloud.Matching.Scores;

namespace MentorCloud.App.Spreadsheets;

/// <summary>A table of scores as the engine takes it.</summary>
/// <param name="Problem">The problem, scores in units of <paramref name="Scale"/>; for fair and stable, where only order counts, their ranks if these units would round any.</param>
/// <param name="Scale">The unit.</param>
internal sealed record SheetProblem(AssignmentProblem Problem, DecimalScale Scale)
{
    private const int DenseFrom = 4;

    public static SheetProblem Of(ScoreTable table, List<int> capacities, AssignmentObjective objective)
    {
        var (mentees, mentors) = (table.Mentees.Count, table.Mentors.Count);
        var mostPairs = Math.Min(mentees, capacities.Sum(capacity => (long)capacity));
        var scale = table.Rows.Scale(mostPairs, hasTiers: objective == AssignmentObjective.Coverage);
        var isOrder = objective is AssignmentObjective.Fair or AssignmentObjective.Stable;
        var pairs = isOrder && !scale.IsExact ? new RankedRows(table.Rows, scale) : table.Rows.In(scale);
        var all = (long)mentees * mentors;
        PairScores scores = all <= Array.MaxLength && pairs.Count * (long)DenseFrom >= all
            ? Dense(mentees, mentors, pairs)
            : SparseScores.FromPairs(mentees, mentors, pairs);
        var problem = new AssignmentProblem { Scores = scores, MentorCapacity = [.. capacities], Objective = objective };
        return new SheetProblem(problem, scale);
    }

    private static DenseScores Dense(int mentees, int mentors, IReadOnlyCollection<ScoredPair> pairs)
    {
        var values = new long[(long)mentees * mentors];
        Array.Fill(values, FixedPoint.Forbidden);
        foreach (var pair in pairs)
        {
            values[((long)pair.Mentee * mentors) + pair.Mentor] = pair.Score;
        }

        return new DenseScores(mentees, mentors, values);
    }
}
