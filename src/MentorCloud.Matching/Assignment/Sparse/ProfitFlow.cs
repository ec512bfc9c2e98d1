using System.Runtime.InteropServices;

namespace MentorCloud.Matching.Assignment.Sparse;

/// <summary>
/// Flow of greatest profit from a source to a sink, by successive longest paths with potentials (Edmonds and Karp
/// 1972) until the next path would earn nothing. Source is the first node, sink the last; arcs run from lower to
/// higher numbers and profits are 0 or more. Time: paths (each carries all it can) times arcs near the path times the
/// logarithm of their number.
/// </summary>
/// <param name="nodes">Number of nodes.</param>
/// <param name="arcs">Arcs to have room for from the start; more may be added.</param>
internal sealed class ProfitFlow(int nodes, int arcs = 0)
{
    private List<(int From, int To, int Capacity, long Profit)> _arcs = new(arcs);
    private readonly int[] _start = new int[nodes + 1];
    private readonly long[] _distance = new long[nodes];
    private readonly int[] _arrival = new int[nodes];
    private readonly bool[] _done = new bool[nodes];
    private readonly DistanceHeap _heap = new();
    private Half[] _halves = [];

    /// <summary>One direction of an arc as its node lists it; <see cref="Back"/> is the place of the other direction.</summary>
    private struct Half
    {
        public int Head;
        public int Room;
        public long Cost;
        public int Back;
    }

    /// <summary>Distance in cost (negative profit) of each node from the source; 0 for the sink at the optimum.</summary>
    public long[] Potential { get; } = new long[nodes];

    /// <summary>Adds an arc. Not after <see cref="Run"/>.</summary>
    public void Arc(int from, int to, int capacity, long profit) => _arcs.Add((from, to, capacity, profit));

    /// <summary>The nodes to which a node's arcs carry something, in the order in which they were added; after <see cref="Run"/>.</summary>
    public IEnumerable<(int Node, int Units)> Carrying(int node)
    {
        for (var a = _start[node]; a < _start[node + 1]; a++)
        {
            var half = _halves[a];
            if (half.Head > node && _halves[half.Back].Room > 0)
                yield return (half.Head, _halves[half.Back].Room);
        }
    }

    public void Run(CancellationToken cancellation)
    {
        ListByNode();
        FirstPotentials();
        var more = Potential[nodes - 1] < 0;
        while (more)
        {
            cancellation.ThrowIfCancellationRequested();
            Push();
            more = Search();
        }
    }

    private void ListByNode()
    {
        foreach (var (from, to, _, _) in CollectionsMarshal.AsSpan(_arcs))
        {
            _start[from + 1]++;
            _start[to + 1]++;
        }

        for (var v = 0; v < nodes; v++)
            _start[v + 1] += _start[v];
        var next = _start[..nodes];
        _halves = new Half[2 * _arcs.Count];
        foreach (var (from, to, capacity, profit) in CollectionsMarshal.AsSpan(_arcs))
        {
            var (there, back) = (next[from]++, next[to]++);
            _halves[there] = new Half { Head = to, Room = capacity, Cost = -profit, Back = back };
            _halves[back] = new Half { Head = from, Room = 0, Cost = profit, Back = there };
        }

        _arcs = [];
    }

    /// <summary>Nodes are numbered along the arcs, so one sweep in their order finds all distances.</summary>
    private void FirstPotentials()
    {
        Array.Fill(Potential, long.MaxValue / 4);
        Potential[0] = 0;
        for (var v = 0; v < nodes; v++)
        {
            for (var a = _start[v]; a < _start[v + 1]; a++)
            {
                var half = _halves[a];
                if (half.Room > 0 && Potential[v] + half.Cost < Potential[half.Head])
                    (Potential[half.Head], _arrival[half.Head]) = (Potential[v] + half.Cost, a);
            }
        }

        // What cannot be reached earns nothing: profits are never negative, so 0 is a valid potential there.
        for (var v = 0; v < nodes; v++)
            Potential[v] = Math.Min(Potential[v], 0);
    }

    private void Push()
    {
        var units = int.MaxValue;
        for (var v = nodes - 1; v != 0; v = Before(v))
            units = Math.Min(units, _halves[_arrival[v]].Room);
        for (var v = nodes - 1; v != 0; v = Before(v))
        {
            ref var half = ref _halves[_arrival[v]];
            half.Room -= units;
            _halves[half.Back].Room += units;
        }
    }

    private int Before(int node) => _halves[_halves[_arrival[node]].Back].Head;

    private bool Search()
    {
        Array.Fill(_distance, long.MaxValue);
        Array.Clear(_done);
        _heap.Clear();
        _heap.Push(_distance[0] = 0, 0);
        while (_heap.Count > 0)
        {
            var (distance, v) = _heap.Pop();
            if (_done[v])
                continue;
            _done[v] = true;
            if (v == nodes - 1)
                break;
            Scan(v, distance);
        }

        // Potentials rise until the sink is found again or a path to it would earn nothing.
        var (end, worthless) = (_distance[nodes - 1], -Potential[nodes - 1]);
        for (var v = 0; v < nodes; v++)
            Potential[v] += Math.Min(Math.Min(end, worthless), _distance[v]);
        return end < worthless;
    }

    /// <summary>Reaches the neighbours of a node, but none that lies no nearer than the sink.</summary>
    private void Scan(int node, long distance)
    {
        var reach = distance + Potential[node];
        var end = _distance[nodes - 1];
        for (var a = _start[node]; a < _start[node + 1]; a++)
        {
            ref var half = ref _halves[a];
            if (half.Room == 0)
                continue;
            var next = reach + half.Cost - Potential[half.Head];
            if (next >= end || next >= _distance[half.Head])
                continue;
            (_distance[half.Head], _arrival[half.Head]) = (next, a);
            _heap.Push(next, half.Head);
            if (half.Head == nodes - 1)
                end = next;
        }
    }
}
