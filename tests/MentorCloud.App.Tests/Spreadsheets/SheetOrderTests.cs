using System.Globalization;
using System.Numerics;
using MentorCloud.App.Spreadsheets;
using MentorCloud.Matching.Assignment;

namespace MentorCloud.App.Tests.Spreadsheets;

/// <summary>Fair and stable are of the scores as the file writes them, also where these differ in digits that no 64-bit integer has room for.</summary>
public sealed class SheetOrderTests
{
    [Fact]
    public void Fair_of_long_decimals_is_the_fairest_of_all_in_all_digits()
    {
        for (var seed = 0; seed < 60; seed++)
        {
            var random = new Random(seed);
            var scores = LongScores.Make(random, mentees: 4, mentors: 4);
            int[] capacities = [.. Enumerable.Range(0, 4).Select(_ => random.Next(3))];

            var answer = LongScores.Solve(scores, capacities, AssignmentObjective.Fair);

            var all = Assignments(scores, 0, capacities).ToList();
            var most = all.Max(pairs => pairs.Length);
            var fairest = all.Where(pairs => pairs.Length == most).Select(pairs => pairs.Select(p => scores[p.Mentee, p.Mentor]).Order().ToArray()).Max(Lexicographic)!;
            Assert.Equal(fairest, Pairs(answer).Select(p => scores[p.Mentee, p.Mentor]).Order());
            Assert.Equal(fairest.Aggregate(BigInteger.Zero, (sum, score) => sum + score), answer.Total.Mantissa * BigInteger.Pow(10, answer.Total.Exponent + 20));
        }
    }

    [Fact]
    public void Stable_of_long_decimals_has_no_pair_who_would_both_gain_in_any_digit()
    {
        for (var seed = 0; seed < 60; seed++)
        {
            var random = new Random(seed);
            var scores = LongScores.Make(random, mentees: 5, mentors: 5);
            int[] capacities = [.. Enumerable.Range(0, 5).Select(_ => random.Next(3))];

            var pairs = Pairs(LongScores.Solve(scores, capacities, AssignmentObjective.Stable)).ToList();

            bool Blocks(int mentee, int mentor) =>
                pairs.All(p => p.Mentee != mentee || scores[mentee, p.Mentor] < scores[mentee, mentor])
                && (pairs.Count(p => p.Mentor == mentor) < capacities[mentor]
                    || pairs.Any(p => p.Mentor == mentor && scores[p.Mentee, mentor] < scores[mentee, mentor]));
            Assert.DoesNotContain(from i in Enumerable.Range(0, 5) from j in Enumerable.Range(0, 5) select (i, j), p => Blocks(p.i, p.j));
        }
    }

    /// <summary>The finding's own case: 16 digits, and so many mentees that scores times pairs leave 64 bits.</summary>
    [Theory]
    [InlineData(AssignmentObjective.Fair, 60)]
    [InlineData(AssignmentObjective.Stable, 1200)]
    public void Last_of_sixteen_digits_decides_among_many_mentees(AssignmentObjective objective, int mentees)
    {
        var table = new ScoreTable(new NameTable(), new NameTable(), new ScoreRows());
        for (var mentee = 0; mentee < mentees; mentee++)
        {
            // Each has a mentor who fits no other; two of them would rather have each other's by the last digit.
            Add(table, mentee, mentee, mentee < 2 ? 9_999_999_999_999_990 : 9_000_000_000_000_000);
        }

        Add(table, 0, 1, 9_999_999_999_999_991);
        Add(table, 1, 0, 9_999_999_999_999_991);

        var answer = new SheetSolver(table, [.. Enumerable.Repeat(1, mentees)], null).Solve(objective, CancellationToken.None);

        Assert.Equal([("1", "0"), ("0", "1")], answer.Pairs.Take(2).Select(pair => (pair.Mentor, pair.Mentee)));
    }

    [Fact]
    public void Ranks_keep_the_order_of_scores_of_every_kind_and_make_equal_ones_alike()
    {
        string[] cells = ["1e300", "100000", "1e5", "1e-300", "0", "-3e-7", "99999.99999999999999999999", "100000.00000000000000000001", "1e5", "-1e300", "0.0"];
        var table = new ScoreTable(new NameTable(), new NameTable(), new ScoreRows());
        for (var row = 0; row < cells.Length; row++)
        {
            var cell = System.Text.Encoding.ASCII.GetBytes(cells[row]);
            if (ScoreCell.TryReadShort(cell, out var mantissa, out var exponent))
            {
                table.Rows.Add(row, row, mantissa, exponent, row);
            }
            else
            {
                Assert.True(ScoreCell.TryReadAny(cell, out var value));
                table.Rows.Add(row, row, value, row);
            }
        }

        var ranks = new RankedRows(table.Rows, table.Rows.Scale(cells.Length, hasTiers: false)).Select(pair => pair.Score);

        Assert.Equal([7L, 5, 5, 3, 2, 1, 4, 6, 5, 0, 2], ranks);
    }

    private static void Add(ScoreTable table, int mentee, int mentor, long mantissa) => table.Rows.Add(
        table.Mentees.NumberOf(Name(mentee), out _), table.Mentors.NumberOf(Name(mentor), out _), mantissa, -16, table.Rows.Count + 2);

    private static byte[] Name(int number) => System.Text.Encoding.UTF8.GetBytes(number.ToString(CultureInfo.InvariantCulture));

    private static IEnumerable<(int Mentee, int Mentor)> Pairs(SheetAnswer answer) =>
        answer.Pairs.Select(pair => (int.Parse(pair.Mentee, CultureInfo.InvariantCulture), int.Parse(pair.Mentor, CultureInfo.InvariantCulture)));

    /// <summary>All ways to give each mentee from one on a mentor or none.</summary>
    private static IEnumerable<(int Mentee, int Mentor)[]> Assignments(BigInteger[,] scores, int mentee, int[] room)
    {
        if (mentee == scores.GetLength(0))
        {
            return [[]];
        }

        var with = from mentor in Enumerable.Range(0, room.Length)
                   where room[mentor] > 0
                   from rest in Assignments(scores, mentee + 1, [.. room.Select((places, at) => at == mentor ? places - 1 : places)])
                   select rest.Prepend((mentee, mentor)).ToArray();
        return Assignments(scores, mentee + 1, room).Concat(with);
    }

    private static readonly Comparer<BigInteger[]> Lexicographic = Comparer<BigInteger[]>.Create((a, b) =>
        a.Zip(b).Select(p => p.First.CompareTo(p.Second)).FirstOrDefault(c => c != 0));
}
