using MentorCloud.Matching.Assignment.Sparse;

namespace MentorCloud.Matching.Rotation;

/// <summary>
/// Flow of greatest profit from a source to a sink, by successive longest paths with potentials (Edmonds and Karp
/// 1972) until the next path would earn nothing. Source is the first node, sink the last; arcs run from lower to
/// higher numbers and profits are 0 or more. Time:
/// flow times arcs near the path times the logarithm of their number.
/// </summary>
internal sealed class ProfitFlow(int nodes)
{
    private readonly List<int>[] _arcs = [.. Enumerable.Range(0, nodes).Select(_ => new List<int>())];
    private readonly List<int> _head = [];
    private readonly List<int> _room = [];
    private readonly List<long> _cost = [];
    private readonly long[] _distance = new long[nodes];
    private readonly int[] _arrival = new int[nodes];
    private readonly bool[] _done = new bool[nodes];

    /// <summary>Distance in cost (negative profit) of each node from the source; 0 for the sink at the optimum.</summary>
    public long[] Potential { get; } = new long[nodes];

    public int Arc(int from, int to, int capacity, long profit)
    {
        Half(from, to, capacity, -profit);
        Half(to, from, 0, profit);
        return _head.Count - 2;
    }

    /// <summary>Units that an arc carries.</summary>
    public int Flow(int arc) => _room[arc + 1];

    public void Run(CancellationToken cancellation)
    {
        FirstPotentials();
        var more = Potential[nodes - 1] < 0;
        while (more)
        {
            cancellation.ThrowIfCancellationRequested();
            Push();
            more = Search();
        }
    }

    /// <summary>Nodes are numbered along the arcs, so one sweep in their order finds all distances.</summary>
    private void FirstPotentials()
    {
        Array.Fill(Potential, long.MaxValue / 4);
        Potential[0] = 0;
        for (var v = 0; v < nodes; v++)
        {
            foreach (var a in _arcs[v])
            {
                if (_room[a] > 0 && Potential[v] + _cost[a] < Potential[_head[a]])
                    (Potential[_head[a]], _arrival[_head[a]]) = (Potential[v] + _cost[a], a);
            }
        }

        // What cannot be reached earns nothing: profits are never negative, so 0 is a valid potential there.
        for (var v = 0; v < nodes; v++)
            Potential[v] = Math.Min(Potential[v], 0);
    }

    private void Push()
    {
        for (var v = nodes - 1; v != 0; v = _head[_arrival[v] ^ 1])
        {
            _room[_arrival[v]]--;
            _room[_arrival[v] ^ 1]++;
        }
    }

    private bool Search()
    {
        Array.Fill(_distance, long.MaxValue);
        Array.Clear(_done);
        var heap = new DistanceHeap();
        heap.Push(_distance[0] = 0, 0);
        while (heap.Count > 0)
        {
            var (distance, v) = heap.Pop();
            if (_done[v])
                continue;
            _done[v] = true;
            if (v == nodes - 1)
                break;
            foreach (var a in _arcs[v])
            {
                var next = distance + _cost[a] + Potential[v] - Potential[_head[a]];
                if (_room[a] > 0 && next < _distance[_head[a]])
                {
                    (_distance[_head[a]], _arrival[_head[a]]) = (next, a);
                    heap.Push(next, _head[a]);
                }
            }
        }

        // Potentials rise until the sink is found again or a path to it would earn nothing.
        var (end, worthless) = (_distance[nodes - 1], -Potential[nodes - 1]);
        for (var v = 0; v < nodes; v++)
            Potential[v] += Math.Min(Math.Min(end, worthless), _distance[v]);
        return end < worthless;
    }

    private void Half(int from, int to, int room, long cost)
    {
        _arcs[from].Add(_head.Count);
        _head.Add(to);
        _room.Add(room);
        _cost.Add(cost);
    }
}
