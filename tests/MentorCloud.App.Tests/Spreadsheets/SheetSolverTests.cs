using System.Globalization;
using System.Numerics;
using MentorCloud.App.Spreadsheets;
using MentorCloud.Matching.Assignment;
using MentorCloud.Matching.Decimals;

namespace MentorCloud.App.Tests.Spreadsheets;

/// <summary>Scores of more digits than 64-bit sums hold: the answer must still be the best in all digits.</summary>
public sealed class SheetSolverTests
{
    [Theory]
    [InlineData(AssignmentObjective.Total)]
    [InlineData(AssignmentObjective.Coverage)]
    public void Sum_of_long_decimals_is_the_greatest_in_all_digits(AssignmentObjective objective)
    {
        for (var seed = 0; seed < 60; seed++)
        {
            var random = new Random(seed);
            var scores = Scores(random, mentees: 4, mentors: 4);
            int[] capacities = [.. Enumerable.Range(0, 4).Select(_ => random.Next(3))];

            var answer = Solve(scores, capacities, objective);

            var best = Best(scores, 0, capacities, objective == AssignmentObjective.Coverage);
            Assert.Equal(best.Pairs, objective == AssignmentObjective.Coverage ? answer.Pairs.Length : best.Pairs);
            Assert.Equal(best.Sum, In(answer.Total));
            Assert.Equal(best.Sum, In(answer.UpperBound));
        }
    }

    [Fact]
    public void Scores_from_the_smallest_to_the_greatest_have_an_honest_gap()
    {
        var table = new ScoreTable(new NameTable(), new NameTable(), new ScoreRows());
        string[] scores = ["1e300", "1e-300", "3", "2e300"];
        for (var row = 0; row < scores.Length; row++)
        {
            var mentee = table.Mentees.NumberOf([(byte)(row / 2)], out _);
            var mentor = table.Mentors.NumberOf([(byte)(row % 2)], out _);
            Assert.True(ExactDecimal.TryParse(scores[row], out var value));
            table.Rows.Add(mentee, mentor, value, row + 2);
        }

        var answer = new SheetSolver(table, [1, 1], null).Solve(AssignmentObjective.Total, CancellationToken.None);

        Assert.Equal("3e300", answer.Total.ToString());
        Assert.True(answer.Gap.Mantissa.Sign > 0);
        Assert.True(answer.Gap.ToDouble() < 1e-9 * answer.Total.ToDouble());
    }

    /// <summary>Digits of 20 places that differ from each other in the last ones only, so that rounding makes ties of them.</summary>
    private static BigInteger[,] Scores(Random random, int mentees, int mentors)
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

    private static SheetAnswer Solve(BigInteger[,] scores, int[] capacities, AssignmentObjective objective)
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

    private static BigInteger In(ExactDecimal value) => value.Mantissa * BigInteger.Pow(10, value.Exponent + 20);

    private static (int Pairs, BigInteger Sum) Best(BigInteger[,] scores, int mentee, int[] room, bool coverage)
    {
        if (mentee == scores.GetLength(0))
        {
            return (0, 0);
        }

        var best = Best(scores, mentee + 1, room, coverage);
        for (var mentor = 0; mentor < room.Length; mentor++)
        {
            if (room[mentor] == 0)
            {
                continue;
            }

            room[mentor]--;
            var (pairs, sum) = Best(scores, mentee + 1, room, coverage);
            room[mentor]++;
            var with = (pairs + 1, sum + scores[mentee, mentor]);
            best = coverage ? (with.CompareTo(best) > 0 ? with : best) : (with.Item2 > best.Sum ? with : best);
        }

        return best;
    }
}
