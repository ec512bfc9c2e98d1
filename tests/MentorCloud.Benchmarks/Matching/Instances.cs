using MentorCloud.Matching.Scores;

namespace MentorCloud.Benchmarks.Matching;

/// <summary>The instance families that every solver is measured on; the same seed gives the same numbers everywhere.</summary>
internal static class Instances
{
    /// <summary>Independent uniform scores over a million values.</summary>
    public static long[] Random(int size)
    {
        var random = new Random(size);
        return Fill(size, (_, _) => random.Next(1_000_000));
    }

    /// <summary>Ten values only: ties everywhere.</summary>
    public static long[] TenValued(int size)
    {
        var random = new Random(size + 1);
        return Fill(size, (_, _) => random.Next(1, 11));
    }

    /// <summary>Fifty kinds of mentees and forty of mentors; scores depend on the kinds and, in twenty steps, on the pair.</summary>
    public static long[] Clustered(int size)
    {
        var random = new Random(size + 2);
        var kinds = new long[50 * 40];
        for (var k = 0; k < kinds.Length; k++)
            kinds[k] = random.Next(100) * 10;
        var mentee = Kinds(random, size, 50);
        var mentor = Kinds(random, size, 40);
        return Fill(size, (i, j) => kinds[(mentee[i] * 40) + mentor[j]] + random.Next(20));
    }

    /// <summary>One pair in twenty allowed, the diagonal always, so that everybody can be matched.</summary>
    public static long[] Sparse(int size)
    {
        var random = new Random(size + 3);
        return Fill(size, (i, j) =>
        {
            var score = random.Next(1, 1_000_000);
            return i == j || random.Next(20) == 0 ? score : FixedPoint.Forbidden;
        });
    }

    private static int[] Kinds(Random random, int size, int kinds) => [.. Enumerable.Range(0, size).Select(_ => random.Next(kinds))];

    private static long[] Fill(int size, Func<int, int, long> score)
    {
        var values = new long[size * size];
        for (var i = 0; i < size; i++)
        {
            for (var j = 0; j < size; j++)
                values[(i * size) + j] = score(i, j);
        }

        return values;
    }
}
