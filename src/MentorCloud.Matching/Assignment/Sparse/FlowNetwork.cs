namespace MentorCloud.Matching.Assignment.Sparse;

/// <summary>
/// Candidate pairs with a flow and duals on them. Invariants between searches: duals are 0 or more; a pair outside the
/// flow has value &lt;= sum of its duals; a pair in the flow has value &gt;= that sum. What is missing for an optimum is
/// only that a node with room has dual 0 (<see cref="FlowSide.IsImbalanced"/>).
/// </summary>
internal sealed class FlowNetwork
{
    private int[] _menteePosition = [];
    private int[] _mentorPosition = [];

    public FlowNetwork(int[] demand, int[] capacity)
    {
        Mentees = new FlowSide(demand.Length, demand);
        Mentors = new FlowSide(capacity.Length, capacity);
    }

    public FlowSide Mentees { get; }

    public FlowSide Mentors { get; }

    /// <summary>Mentee of each edge. Edges are numbered in the order of the mentees' lists.</summary>
    public int[] MenteeOf { get; private set; } = [];

    /// <summary>Mentor of each edge.</summary>
    public int[] MentorOf => Mentees.Opposite;

    public int EdgeCount => MenteeOf.Length;

    public bool InFlow(int edge) => _menteePosition[edge] >= 0;

    public long Surplus(int edge) => Mentees.Value[edge] - Mentees.Dual[MenteeOf[edge]] - Mentors.Dual[MentorOf[edge]];

    public void Add(int edge)
    {
        _menteePosition[edge] = Occupy(Mentees, MenteeOf[edge], edge);
        _mentorPosition[edge] = Occupy(Mentors, MentorOf[edge], edge);
    }

    public void Remove(int edge)
    {
        Vacate(Mentees, MenteeOf[edge], edge, _menteePosition);
        Vacate(Mentors, MentorOf[edge], edge, _mentorPosition);
    }

    /// <summary>Replaces all lists: <paramref name="start"/> by mentee into mentors and values. Clears the flow, keeps the duals.</summary>
    public void SetEdges(int[] start, int[] mentor, long[] value)
    {
        var count = start[Mentees.Count];
        var menteeOf = new int[count];
        var identity = new int[count];
        for (var i = 0; i < Mentees.Count; i++)
            menteeOf.AsSpan(start[i], start[i + 1] - start[i]).Fill(i);
        for (var e = 0; e < count; e++)
            identity[e] = e;
        MenteeOf = menteeOf;
        (Mentees.Start, Mentees.Opposite, Mentees.Value, Mentees.Edge) = (start, mentor, value, identity);
        _menteePosition = new int[count];
        _mentorPosition = new int[count];
        Array.Fill(_menteePosition, -1);
        Transpose();
        Mentees.Clear();
        Mentors.Clear();
    }

    private void Transpose()
    {
        var count = EdgeCount;
        var start = new int[Mentors.Count + 1];
        foreach (var j in Mentees.Opposite.AsSpan(0, count))
            start[j + 1]++;
        for (var j = 0; j < Mentors.Count; j++)
            start[j + 1] += start[j];
        var next = start.AsSpan(0, Mentors.Count).ToArray();
        var opposite = new int[count];
        var value = new long[count];
        var edge = new int[count];
        for (var e = 0; e < count; e++)
        {
            var at = next[Mentees.Opposite[e]]++;
            (opposite[at], value[at], edge[at]) = (MenteeOf[e], Mentees.Value[e], e);
        }

        (Mentors.Start, Mentors.Opposite, Mentors.Value, Mentors.Edge) = (start, opposite, value, edge);
    }

    private static int Occupy(FlowSide side, int node, int edge)
    {
        var position = side.SlotStart[node] + side.Fill[node]++;
        side.Slots[position] = edge;
        return position;
    }

    private static void Vacate(FlowSide side, int node, int edge, int[] positions)
    {
        var last = side.SlotStart[node] + --side.Fill[node];
        var moved = side.Slots[last];
        side.Slots[positions[edge]] = moved;
        positions[moved] = positions[edge];
        positions[edge] = -1;
    }
}
