using MentorCloud.Matching.Scores;

namespace MentorCloud.Matching.Assignment.Linear;

/// <summary>One thread's buffers to read rows and pick from them.</summary>
internal sealed class RowReader(ValueModel model)
{
    private readonly long[] _scratch = new long[model.Scores.Mentors];

    public TopSelector Selector { get; } = new();

    /// <summary>Where reading in a circle begins for a mentee: spread evenly by the golden ratio.</summary>
    public static int Origin(int mentee, int mentors) => (int)((uint)(mentee * 2654435769u) * (ulong)mentors >> 32) & ~3;

    /// <summary>The mentee's scores with pinned and vetoed mentors forbidden.</summary>
    public ReadOnlySpan<long> Read(int mentee)
    {
        var blocked = model.Blocked(mentee);
        var row = model.Scores.Row(mentee, _scratch);
        return blocked.Length == 0 ? row : Mask(row, blocked);
    }

    /// <summary>The mentee's scores with blocked and listed mentors forbidden.</summary>
    public Span<long> ReadOutside(int mentee, CandidateLists lists)
    {
        var row = model.Scores.Row(mentee, _scratch);
        Mask(row, model.Blocked(mentee));
        return Mask(_scratch, lists.Mentors(mentee));
    }

    private Span<long> Mask(ReadOnlySpan<long> row, ReadOnlySpan<int> mentors)
    {
        if (row != (ReadOnlySpan<long>)_scratch)
            row.CopyTo(_scratch);
        foreach (var j in mentors)
            _scratch[j] = FixedPoint.Forbidden;
        return _scratch;
    }
}
