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
            var scores = LongScores.Make(random, mentees: 4, mentors: 4);
            int[] capacities = [.. Enumerable.Range(0, 4).Select(_ => random.Next(3))];

            var answer = LongScores.Solve(scores, capacities, objective);

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
