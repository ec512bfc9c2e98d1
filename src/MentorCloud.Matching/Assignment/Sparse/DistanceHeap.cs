namespace MentorCloud.Matching.Assignment.Sparse;

/// <summary>A 4-ary heap of (distance, node); stale entries are left in and recognised by the caller.</summary>
internal sealed class DistanceHeap
{
    private long[] _keys = new long[64];
    private int[] _nodes = new int[64];

    public int Count { get; private set; }

    public void Clear() => Count = 0;

    public void Push(long key, int node)
    {
        if (Count == _keys.Length)
        {
            Array.Resize(ref _keys, Count * 2);
            Array.Resize(ref _nodes, Count * 2);
        }

        var at = Count++;
        while (at > 0)
        {
            var parent = (at - 1) >> 2;
            if (_keys[parent] <= key)
                break;
            (_keys[at], _nodes[at]) = (_keys[parent], _nodes[parent]);
            at = parent;
        }

        (_keys[at], _nodes[at]) = (key, node);
    }

    public (long Key, int Node) Pop()
    {
        var top = (_keys[0], _nodes[0]);
        var (key, node) = (_keys[--Count], _nodes[Count]);
        var at = 0;
        while (true)
        {
            var child = (at << 2) + 1;
            if (child >= Count)
                break;
            var best = child;
            var end = Math.Min(child + 4, Count);
            for (var k = child + 1; k < end; k++)
            {
                if (_keys[k] < _keys[best])
                    best = k;
            }

            if (_keys[best] >= key)
                break;
            (_keys[at], _nodes[at]) = (_keys[best], _nodes[best]);
            at = best;
        }

        (_keys[at], _nodes[at]) = (key, node);
        return top;
    }
}
