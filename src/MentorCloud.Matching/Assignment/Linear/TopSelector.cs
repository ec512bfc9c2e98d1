using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace MentorCloud.Matching.Assignment.Linear;

/// <summary>
/// Picks the pairs of a row with the greatest net score (score - mentor price). Ties go to the mentor met first when
/// the row is read in a circle from a place that differs by mentee, so that equal mentors are not all picked by
/// their number. One for each thread.
/// </summary>
internal sealed class TopSelector
{
    private readonly record struct Entry(long Net, int Order, int Mentor, long Score);

    private Entry[] _entries = new Entry[64];
    private int _most;
    private int _count;
    private long _floor;
    private long _leastScore;
    private int _origin;
    private int _size;

    public int Count => _count;

    /// <summary>Picks at most <paramref name="most"/> pairs with net above the floor; best first.</summary>
    public void Select(ReadOnlySpan<long> row, ReadOnlySpan<long> prices, int origin, int most, long floor, long leastScore)
    {
        if (_entries.Length < most * 2)
            _entries = new Entry[most * 2];
        (_most, _count, _floor, _leastScore, _origin, _size) = (most, 0, floor, leastScore, origin, row.Length);
        Read(row[origin..], prices[origin..], origin);
        Read(row[..origin], prices[..origin], 0);
        Array.Sort(_entries, 0, _count, ByRank.Instance);
        _count = Math.Min(_count, _most);
    }

    public int Mentor(int rank) => _entries[rank].Mentor;

    public long Score(int rank) => _entries[rank].Score;

    public long Net(int rank) => _entries[rank].Net;

    /// <summary>Greatest net score of a row.</summary>
    public static long Best(ReadOnlySpan<long> row, ReadOnlySpan<long> prices)
    {
        var best = Vector256.Create(long.MinValue);
        var rows = MemoryMarshal.Cast<long, Vector256<long>>(row);
        var price = MemoryMarshal.Cast<long, Vector256<long>>(prices);
        for (var k = 0; k < rows.Length; k++)
            best = Vector256.Max(best, rows[k] - price[k]);
        var most = Math.Max(Math.Max(best[0], best[1]), Math.Max(best[2], best[3]));
        for (var j = rows.Length * 4; j < row.Length; j++)
            most = Math.Max(most, row[j] - prices[j]);
        return most;
    }

    private void Read(ReadOnlySpan<long> row, ReadOnlySpan<long> prices, int offset)
    {
        var rows = MemoryMarshal.Cast<long, Vector256<long>>(row);
        var price = MemoryMarshal.Cast<long, Vector256<long>>(prices);
        var floor = Vector256.Create(_floor);
        for (var k = 0; k < rows.Length; k++)
        {
            var above = Vector256.GreaterThan(rows[k] - price[k], floor);
            if (above == Vector256<long>.Zero)
                continue;
            for (var lane = 0; lane < 4; lane++)
                Offer((k * 4) + lane, row, prices, offset);
            floor = Vector256.Create(_floor);
        }

        for (var j = rows.Length * 4; j < row.Length; j++)
            Offer(j, row, prices, offset);
    }

    private void Offer(int at, ReadOnlySpan<long> row, ReadOnlySpan<long> prices, int offset)
    {
        var net = row[at] - prices[at];
        if (net <= _floor || row[at] < _leastScore)
            return;
        var mentor = at + offset;
        var order = mentor >= _origin ? mentor - _origin : mentor - _origin + _size;
        _entries[_count++] = new Entry(net, order, mentor, row[at]);
        if (_count < _most * 2)
            return;
        Array.Sort(_entries, 0, _count, ByRank.Instance);
        _count = _most;
        _floor = _entries[_most - 1].Net;
    }

    private sealed class ByRank : IComparer<Entry>
    {
        public static readonly ByRank Instance = new();

        public int Compare(Entry x, Entry y) => x.Net != y.Net ? y.Net.CompareTo(x.Net) : x.Order.CompareTo(y.Order);
    }
}
