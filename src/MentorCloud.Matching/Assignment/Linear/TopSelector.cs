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
    private const int MostInserted = 64;

    private readonly record struct Entry(long Net, int Order, int Mentor, long Score);

    private Entry[] _entries = new Entry[MostInserted];
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
        var size = most > MostInserted ? row.Length : most;
        if (_entries.Length < size)
            _entries = new Entry[size];
        (_most, _count, _floor, _leastScore, _origin, _size) = (most, 0, floor, leastScore, origin, row.Length);
        Read(row[origin..], prices[origin..], origin);
        Read(row[..origin], prices[..origin], 0);
        if (most <= MostInserted)
            return;
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
        if (_most <= MostInserted)
        {
            Insert(new Entry(net, 0, at + offset, row[at]));
            return;
        }

        var mentor = at + offset;
        var order = mentor >= _origin ? mentor - _origin : mentor - _origin + _size;
        _entries[_count++] = new Entry(net, order, mentor, row[at]);
    }

    /// <summary>Puts a pair behind those that are as good, for they were met before it; the last one of a full list falls out.</summary>
    private void Insert(Entry entry)
    {
        var entries = _entries;
        var at = _count < _most ? _count++ : _count - 1;
        for (; at > 0 && entries[at - 1].Net < entry.Net; at--)
            entries[at] = entries[at - 1];
        entries[at] = entry;
        if (_count == _most)
            _floor = entries[_most - 1].Net;
    }

    private sealed class ByRank : IComparer<Entry>
    {
        public static readonly ByRank Instance = new();

        public int Compare(Entry x, Entry y) => x.Net != y.Net ? y.Net.CompareTo(x.Net) : x.Order.CompareTo(y.Order);
    }
}
