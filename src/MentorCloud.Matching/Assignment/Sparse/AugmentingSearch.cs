namespace MentorCloud.Matching.Assignment.Sparse;

/// <summary>
/// Shortest augmenting paths by reduced cost (Dijkstra with duals; Jonker and Volgenant 1987, extended to capacities
/// and to nodes that may stay empty at dual 0). Started from a mentee it finds the mentee a place; started from a
/// mentor with room and a positive price it finds that mentor a mentee, or takes the price down. Each search ends
/// with the network's invariants intact and one unit of imbalance less. Time: the edges of the nodes nearer than
/// the end, times the logarithm of their number. Among nodes of one distance those of fewer steps come first, so that
/// no more pairs change than the distance needs.
/// </summary>
internal sealed class AugmentingSearch
{
    private readonly FlowNetwork _network;
    private readonly FlowSide _near;
    private readonly FlowSide _far;
    private readonly bool _fromMentee;
    private readonly DistanceHeap _heap = new();
    private readonly long[] _nearDistance;
    private readonly long[] _farDistance;
    private readonly int[] _nearParent;
    private readonly int[] _farParent;
    private readonly int[] _nearTouched;
    private readonly int[] _farTouched;
    private readonly int[] _ready;
    private int _nearCount;
    private int _farCount;
    private int _readyNext;
    private int _readyCount;
    private long _end;
    private int _endFar;
    private int _endNear;

    public AugmentingSearch(FlowNetwork network, bool fromMentee)
    {
        _network = network;
        _fromMentee = fromMentee;
        _near = fromMentee ? network.Mentees : network.Mentors;
        _far = fromMentee ? network.Mentors : network.Mentees;
        _nearDistance = new long[_near.Count];
        _farDistance = new long[_far.Count];
        _nearParent = new int[_near.Count];
        _farParent = new int[_far.Count];
        _nearTouched = new int[_near.Count];
        _farTouched = new int[_far.Count];
        _ready = new int[_far.Count];
        Array.Fill(_nearDistance, long.MaxValue);
        Array.Fill(_farDistance, long.MaxValue);
    }

    public long Augmentations { get; private set; }

    /// <summary>Takes one unit of imbalance from <paramref name="root"/>: by a path, or by taking its dual to 0.</summary>
    public void Augment(int root)
    {
        Augmentations++;
        (_nearCount, _farCount, _readyNext, _readyCount) = (0, 0, 0, 0);
        _heap.Clear();
        (_end, _endNear, _endFar) = (_near.Dual[root], root, -1);
        ReachNear(root, 0, -1);
        Scan(root, 0);
        while (TryNext(out var node, out var distance))
        {
            if (node < 0)
                Scan(~node, distance);
            else
                Displace(node, distance);
        }

        MoveDuals();
        Flip(root);
    }

    private bool TryNext(out int node, out long distance)
    {
        if (_readyNext < _readyCount)
        {
            node = _ready[_readyNext++];
            distance = _farDistance[node];
            return distance < _end;
        }

        while (_heap.Count > 0)
        {
            (distance, node) = _heap.Pop();
            if (distance >= _end)
                return false;
            if (distance == (node < 0 ? _nearDistance[~node] : _farDistance[node]))
                return true;
        }

        (node, distance) = (0, 0);
        return false;
    }

    /// <summary>Reaches every node that <paramref name="near"/> has a candidate pair with.</summary>
    private void Scan(int near, long distance)
    {
        var (start, end) = (_near.Start[near], _near.Start[near + 1]);
        var opposite = _near.Opposite.AsSpan(start, end - start);
        var value = _near.Value.AsSpan(start, opposite.Length);
        var reach = distance + _near.Dual[near];
        var dual = _far.Dual;
        var known = _farDistance;
        for (var k = 0; k < opposite.Length; k++)
        {
            var far = opposite[k];
            var next = reach - value[k] + dual[far];
            if (next < _end && next < known[far])
                ReachFar(far, next, distance, _near.Edge[start + k]);
        }
    }

    private void ReachFar(int far, long next, long current, int edge)
    {
        if (_network.InFlow(edge))
            return;
        if (_farDistance[far] == long.MaxValue)
            _farTouched[_farCount++] = far;
        _farDistance[far] = next;
        _farParent[far] = edge;
        if (_far.HasRoom(far))
            (_end, _endFar, _endNear) = (next, far, -1);
        else if (next == current)
            _ready[_readyCount++] = far;
        else
            _heap.Push(next, far);
    }

    /// <summary>A full node is reached: whoever occupies it may have to move.</summary>
    private void Displace(int far, long distance)
    {
        foreach (var edge in _far.Occupied(far))
        {
            var near = _fromMentee ? _network.MenteeOf[edge] : _network.MentorOf[edge];
            var next = distance + _network.Surplus(edge);
            if (next >= _end || next >= _nearDistance[near])
                continue;
            ReachNear(near, next, edge);
            if (next + _near.Dual[near] < _end)
                (_end, _endNear, _endFar) = (next + _near.Dual[near], near, -1);
            if (next == distance)
                Scan(near, next);
            else
                _heap.Push(next, ~near);
        }
    }

    private void ReachNear(int near, long distance, int edge)
    {
        if (_nearDistance[near] == long.MaxValue)
            _nearTouched[_nearCount++] = near;
        _nearDistance[near] = distance;
        _nearParent[near] = edge;
    }

    private void MoveDuals()
    {
        for (var k = 0; k < _farCount; k++)
        {
            var far = _farTouched[k];
            if (_farDistance[far] < _end)
                _far.Dual[far] += _end - _farDistance[far];
            _farDistance[far] = long.MaxValue;
        }

        for (var k = 0; k < _nearCount; k++)
        {
            var near = _nearTouched[k];
            if (_nearDistance[near] < _end)
                _near.Dual[near] -= _end - _nearDistance[near];
            _nearDistance[near] = long.MaxValue;
        }
    }

    /// <summary>Walks from the end back to the root; vacates before it occupies, so that no node ever holds too much.</summary>
    private void Flip(int root)
    {
        var far = _endFar;
        if (far < 0)
        {
            if (_endNear == root)
                return;
            far = Vacate(_endNear);
        }

        while (true)
        {
            var edge = _farParent[far];
            var near = _fromMentee ? _network.MenteeOf[edge] : _network.MentorOf[edge];
            var last = near == root;
            if (!last)
                far = Vacate(near);
            _network.Add(edge);
            if (last)
                return;
        }
    }

    private int Vacate(int near)
    {
        var edge = _nearParent[near];
        _network.Remove(edge);
        return _fromMentee ? _network.MentorOf[edge] : _network.MenteeOf[edge];
    }
}
