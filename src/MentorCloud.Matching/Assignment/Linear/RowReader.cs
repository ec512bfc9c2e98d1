using MentorCloud.Matching.Scores;

namespace MentorCloud.Matching.Assignment.Linear;

/// <summary>One thread's buffers to read a tile of rows and pick from them.</summary>
internal sealed class RowReader(ValueModel model)
{
    /// <summary>Rows read at once; a tile's rows share the cached part of the mentors' columns.</summary>
    public const int TileRows = 32;

    private readonly int _columns = model.Scores.Mentors;
    private readonly long[] _rows = new long[model.Scores.Mentors * (model.Scores.IsStored ? 1 : TileRows)];
    private int[] _mentees = [];

    public TopSelector Selector { get; } = new();

    /// <summary>Where reading in a circle begins for a mentee: spread evenly by the golden ratio, at a whole vector.</summary>
    public static int Origin(int mentee, int mentors) => (int)((uint)(mentee * 2654435769u) * (ulong)mentors >> 32) & ~3;

    /// <summary>Reads the rows that <see cref="Row"/> and <see cref="RowOutside"/> then give by their place in the tile.</summary>
    public void Load(int[] mentees)
    {
        _mentees = mentees;
        if (!model.Scores.IsStored)
            model.Scores.FillTile(mentees, _rows);
    }

    /// <summary>A mentee's scores with pinned and vetoed mentors forbidden.</summary>
    public ReadOnlySpan<long> Row(int place)
    {
        var blocked = model.Blocked(_mentees[place]);
        if (model.Scores.IsStored && blocked.Length == 0)
            return model.Scores.Row(_mentees[place]);
        return Mask(Own(place), blocked);
    }

    /// <summary>A mentee's scores with blocked and listed mentors forbidden.</summary>
    public Span<long> RowOutside(int place, CandidateLists lists)
    {
        var row = Mask(Own(place), model.Blocked(_mentees[place]));
        return Mask(row, lists.Mentors(_mentees[place]));
    }

    private Span<long> Own(int place)
    {
        if (!model.Scores.IsStored)
            return _rows.AsSpan(place * _columns, _columns);
        model.Scores.Row(_mentees[place]).CopyTo(_rows);
        return _rows;
    }

    private static Span<long> Mask(Span<long> row, ReadOnlySpan<int> mentors)
    {
        foreach (var j in mentors)
            row[j] = FixedPoint.Forbidden;
        return row;
    }
}
