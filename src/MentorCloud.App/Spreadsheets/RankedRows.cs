using System.Collections;
using MentorCloud.Matching.Decimals;
using MentorCloud.Matching.Scores;

namespace MentorCloud.App.Spreadsheets;

/// <summary>
/// The pairs of a table with the rank of each score among all, from 0 for the least, equal scores alike: all that an
/// objective needs for which only order counts, whatever digits the scores have. Time: one sort of the rows; memory: 16
/// bytes a row while it sorts, 4 afterwards.
/// </summary>
internal sealed class RankedRows : IReadOnlyCollection<ScoredPair>
{
    private readonly ScoreRows rows;
    private readonly int[] rankOf;

    /// <summary>Sorts by what the scores round to, which keeps their order, and then those that round alike by all their digits.</summary>
    public RankedRows(ScoreRows rows, DecimalScale scale)
    {
        (this.rows, rankOf) = (rows, new int[rows.Count]);
        var rounded = new long[rows.Count];
        var at = 0;
        foreach (var pair in rows.In(scale))
        {
            rounded[at++] = pair.Score;
        }

        var order = Enumerable.Range(0, rows.Count).ToArray();
        Array.Sort(rounded, order);
        var rank = -1;
        for (var (from, to) = (0, 0); from < order.Length; from = to)
        {
            while (to < order.Length && rounded[to] == rounded[from])
            {
                to++;
            }

            rank = Rank(order.AsSpan(from, to - from), rank);
        }
    }

    public int Count => rankOf.Length;

    public IEnumerator<ScoredPair> GetEnumerator()
    {
        foreach (var (row, mentee, mentor) in rows.Pairs())
        {
            yield return new ScoredPair(mentee, mentor, rankOf[row]);
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Ranks rows that round alike, after the last rank given; returns the last one then.</summary>
    private int Rank(Span<int> alike, int rank)
    {
        alike.Sort(rows.Compare);
        for (var k = 0; k < alike.Length; k++)
        {
            rank += k == 0 || rows.Compare(alike[k - 1], alike[k]) != 0 ? 1 : 0;
            rankOf[alike[k]] = rank;
        }

        return rank;
    }
}
