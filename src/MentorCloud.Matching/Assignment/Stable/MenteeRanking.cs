using MentorCloud.Matching.Assignment.Linear;
using MentorCloud.Matching.Scores;

namespace MentorCloud.Matching.Assignment.Stable;

/// <summary>
/// A mentee's allowed mentors, best first, read lazily: the best few from a pass over all, everything only for the
/// mentees who are refused by all of those; for each of them 4 bytes a mentor are kept. Of equal mentors the one with the
/// lower number comes first.
/// </summary>
internal sealed class MenteeRanking(ValueModel model, AssignmentOptions options)
{
    private const int Short = 48;
    private readonly int[][] _ranked = new int[model.Scores.Mentees][];
    private readonly bool[] _whole = new bool[model.Scores.Mentees];
    private readonly long[] _free = new long[model.Scores.Mentors];
    private readonly long[] _row = new long[model.Scores.Mentors];
    private readonly TopSelector _selector = new();

    public void Prepare(CancellationToken cancellation) =>
        Tiles.Run([.. Enumerable.Range(0, _ranked.Length)], options, "candidates", () => (Reader: new RowReader(model), Own: new long[_free.Length]), (local, tile) =>
        {
            local.Reader.Load(tile);
            for (var place = 0; place < tile.Length; place++)
            {
                var row = local.Reader.Row(place);
                if (!model.StandingOf(tile[place]).IsEmpty)
                {
                    row.CopyTo(local.Own);
                    AddStanding(tile[place], local.Own);
                    row = local.Own;
                }

                _whole[tile[place]] = Rank(tile[place], local.Reader.Selector, row, Short) < Short;
            }
        }, cancellation);

    /// <summary>The mentor at a rank from 0, or -1 after the last.</summary>
    public int At(int mentee, int rank)
    {
        if (rank >= _ranked[mentee].Length && !_whole[mentee])
            RankAll(mentee);
        return rank < _ranked[mentee].Length ? _ranked[mentee][rank] : -1;
    }

    private void RankAll(int mentee)
    {
        model.Scores.Fill(mentee, _row);
        foreach (var j in model.Blocked(mentee))
            _row[j] = FixedPoint.Forbidden;
        AddStanding(mentee, _row);
        Rank(mentee, _selector, _row, _row.Length);
        _whole[mentee] = true;
    }

    /// <summary>Keeps the best of a row; returns how many these are.</summary>
    private int Rank(int mentee, TopSelector selector, ReadOnlySpan<long> row, int most)
    {
        selector.Select(row, _free, 0, most, FixedPoint.Forbidden, -FixedPoint.MaxMagnitude);
        var ranked = new int[selector.Count];
        for (var rank = 0; rank < ranked.Length; rank++)
            ranked[rank] = selector.Mentor(rank);
        _ranked[mentee] = ranked;
        return ranked.Length;
    }

    private void AddStanding(int mentee, long[] row)
    {
        foreach (var pair in model.StandingOf(mentee))
        {
            if (row[pair.Mentor] != FixedPoint.Forbidden)
                row[pair.Mentor] += pair.BreakingCost;
        }
    }
}
