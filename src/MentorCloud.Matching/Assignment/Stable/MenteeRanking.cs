using MentorCloud.Matching.Assignment.Linear;
using MentorCloud.Matching.Scores;

namespace MentorCloud.Matching.Assignment.Stable;

/// <summary>
/// A mentee's allowed mentors, best first, read lazily: the best few from a pass over all, everything only for the few
/// mentees who are refused by all of those. Of equal mentors the one with the lower number comes first.
/// </summary>
internal sealed class MenteeRanking(ValueModel model, AssignmentOptions options)
{
    private const int Short = 48;
    private readonly int[][] _ranked = new int[model.Scores.Mentees][];
    private readonly bool[] _whole = new bool[model.Scores.Mentees];

    public void Prepare(CancellationToken cancellation)
    {
        var free = new long[model.Scores.Mentors];
        Tiles.Run([.. Enumerable.Range(0, _ranked.Length)], options, "candidates", () => new RowReader(model), (reader, tile) =>
        {
            reader.Load(tile);
            for (var place = 0; place < tile.Length; place++)
            {
                var i = tile[place];
                var row = model.StandingOf(i).IsEmpty ? reader.Row(place) : WithStanding(i, reader.Row(place));
                reader.Selector.Select(row, free, 0, Short, FixedPoint.Forbidden, -FixedPoint.MaxMagnitude);
                _ranked[i] = [.. Enumerable.Range(0, reader.Selector.Count).Select(reader.Selector.Mentor)];
                _whole[i] = reader.Selector.Count < Short;
            }
        }, cancellation);
    }

    /// <summary>The mentor at a rank from 0, or -1 after the last.</summary>
    public int At(int mentee, int rank)
    {
        if (rank >= _ranked[mentee].Length && !_whole[mentee])
            RankAll(mentee);
        return rank < _ranked[mentee].Length ? _ranked[mentee][rank] : -1;
    }

    private void RankAll(int mentee)
    {
        var reader = new RowReader(model);
        reader.Load([mentee]);
        var row = WithStanding(mentee, reader.Row(0));
        reader.Selector.Select(row, new long[row.Length], 0, row.Length, FixedPoint.Forbidden, -FixedPoint.MaxMagnitude);
        _ranked[mentee] = [.. Enumerable.Range(0, reader.Selector.Count).Select(reader.Selector.Mentor)];
        _whole[mentee] = true;
    }

    private long[] WithStanding(int mentee, ReadOnlySpan<long> row)
    {
        var copy = row.ToArray();
        foreach (var pair in model.StandingOf(mentee))
        {
            if (copy[pair.Mentor] != FixedPoint.Forbidden)
                copy[pair.Mentor] += pair.BreakingCost;
        }

        return copy;
    }
}
