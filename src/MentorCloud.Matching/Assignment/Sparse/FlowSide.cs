namespace MentorCloud.Matching.Assignment.Sparse;

/// <summary>
/// One side of the bipartite network: its nodes with dual, capacity and the pairs that occupy it, and the candidate
/// pairs listed by node. Both sides have the same form, so that one search serves both directions.
/// </summary>
internal sealed class FlowSide
{
    public FlowSide(int count, int[] capacity)
    {
        Count = count;
        Capacity = capacity;
        Dual = new long[count];
        Fill = new int[count];
        SlotStart = new int[count + 1];
        Slots = [];
        Start = new int[count + 1];
        Opposite = [];
        Value = [];
        Edge = [];
    }

    public int Count { get; }

    public int[] Capacity { get; }

    public long[] Dual { get; }

    /// <summary>Occupied places of each node.</summary>
    public int[] Fill { get; }

    public int[] SlotStart { get; }

    /// <summary>Edges that occupy a node's places, from <see cref="SlotStart"/>.</summary>
    public int[] Slots { get; private set; }

    /// <summary>Where each node's candidate pairs begin in the three arrays below.</summary>
    public int[] Start { get; set; }

    public int[] Opposite { get; set; }

    public long[] Value { get; set; }

    public int[] Edge { get; set; }

    /// <summary>Empties all places; no node needs more of them than it has candidate pairs, however great its capacity.</summary>
    public void Clear()
    {
        Array.Clear(Fill);
        for (var k = 0; k < Count; k++)
            SlotStart[k + 1] = SlotStart[k] + Math.Min(Capacity[k], Start[k + 1] - Start[k]);
        if (Slots.Length < SlotStart[Count])
            Slots = new int[SlotStart[Count]];
    }

    public bool HasRoom(int node) => Fill[node] < Capacity[node];

    /// <summary>Room left although the node's dual is positive: complementary slackness still fails here.</summary>
    public bool IsImbalanced(int node) => Fill[node] < Capacity[node] && Dual[node] > 0;

    public ReadOnlySpan<int> Occupied(int node) => Slots.AsSpan(SlotStart[node], Fill[node]);
}
