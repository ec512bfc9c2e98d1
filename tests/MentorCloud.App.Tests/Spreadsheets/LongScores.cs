using System.Globalization;
using System.Numerics;
using MentorCloud.App.Spreadsheets;
using MentorCloud.Matching.Assignment;
using MentorCloud.Matching.Decimals;

namespace MentorCloud.App.Tests.Spreadsheets;

/// <summary>Tables of scores with more digits than the solver's integers have room for.</summary>
internal static class LongScores
{
    /// <summary>Digits of 20 places that differ from each other in the last ones only, so that rounding makes ties of them.</summary>
    public static BigInteger[,] Make(Random random, int mentees, int mentors)
    {
        var scores = new BigInteger[mentees, mentors];
        for (var i = 0; i < mentees; i++)
        {
            for (var j = 0; j < mentors; j++)
            {
                scores[i, j] = (BigInteger.Pow(10, 20) * random.Next(-1, 3)) + random.Next(-500, 500);
            }
        }

        return scores;
    }

    public static SheetAnswer Solve(BigInteger[,] scores, int[] capacities, AssignmentObjective objective)
    {
        var table = new ScoreTable(new NameTable(), new NameTable(), new ScoreRows());
        for (var i = 0; i < scores.GetLength(0); i++)
        {
            for (var j = 0; j < scores.GetLength(1); j++)
            {
                var mentee = table.Mentees.NumberOf(System.Text.Encoding.UTF8.GetBytes(i.ToString(CultureInfo.InvariantCulture)), out _);
                var mentor = table.Mentors.NumberOf(System.Text.Encoding.UTF8.GetBytes(j.ToString(CultureInfo.InvariantCulture)), out _);
                table.Rows.Add(mentee, mentor, ExactDecimal.Sum([new ExactDecimal(scores[i, j], -20)]), (long)i);
            }
        }

        return new SheetSolver(table, [.. capacities], null).Solve(objective, CancellationToken.None);
    }
}
