namespace MentorCloud.GraphQL.Execution;

/// <summary>A contiguous stretch of the output, with the holes that are filled later and the places that became null later.</summary>
internal sealed class Span(int start)
{
    private List<Hole>? _holes;
    private List<Place>? _dead;

    public int Start { get; } = start;

    public int End { get; set; }

    public bool IsWhole => _holes is null && _dead is null;

    public void Add(Hole hole) => (_holes ??= []).Add(hole);

    public void Kill(Place place) => (_dead ??= []).Add(place);

    /// <summary>Forgets the holes of what is cut off; returns true when there were any.</summary>
    public void Truncate(int position)
    {
        while (_holes is { Count: > 0 } && _holes[^1].Start >= position)
        {
            _holes[^1].Dead = true;
            _holes.RemoveAt(_holes.Count - 1);
        }
    }

    /// <summary>Writes the stretch with its holes filled.</summary>
    public void CopyTo(JsonOutput from, JsonOutput to)
    {
        var at = Start;
        var nextHole = 0;
        _dead?.Sort((a, b) => a.Start != b.Start ? a.Start.CompareTo(b.Start) : b.End.CompareTo(a.End));
        foreach (var dead in _dead ?? [])
        {
            if (dead.Start < at || dead is Hole) continue;
            at = CopyHoles(from, to, at, dead.Start, ref nextHole);
            to.WriteNull();
            at = dead.End;
            while (_holes is not null && nextHole < _holes.Count && _holes[nextHole].Start < at) nextHole++;
        }

        CopyHoles(from, to, at, End, ref nextHole);
    }

    private int CopyHoles(JsonOutput from, JsonOutput to, int at, int end, ref int nextHole)
    {
        while (_holes is not null && nextHole < _holes.Count && _holes[nextHole].Start <= end)
        {
            var hole = _holes[nextHole];
            if (hole.Start == end && end != End) break;
            nextHole++;
            to.WriteRaw(from.Slice(at, hole.Start));
            at = hole.Start;
            if (hole.Dead || hole.Body is null) to.WriteNull();
            else hole.Body.CopyTo(from, to);
        }

        to.WriteRaw(from.Slice(at, end));
        return end;
    }
}
