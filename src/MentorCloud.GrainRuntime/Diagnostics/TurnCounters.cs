using System.Collections.Concurrent;

namespace MentorCloud.GrainRuntime;

/// <summary>
/// Counts turns of one grain method. Cores write to stripes of their own, so that counting costs two uncontended
/// additions; readers add the stripes up.
/// </summary>
internal sealed class TurnCounters
{
    private const int Stripes = 8;
    private const int StripeLength = 16; // 128 bytes: two cache lines, because cores prefetch in pairs.
    private static readonly ConcurrentQueue<TurnCounters> All = new();

    private readonly long[] _cells = new long[(Stripes + 1) * StripeLength];

    private TurnCounters(string name) => Name = name;

    public string Name { get; }

    public long Count => Sum(0);

    public long Failures => Sum(1);

    /// <summary>Time from start to end of turns, waiting included, in timestamp units.</summary>
    public long Elapsed => Sum(2);

    public static TurnCounters Register(string name)
    {
        var counters = new TurnCounters(name);
        All.Enqueue(counters);
        return counters;
    }

    public static IEnumerable<TurnCounters> Registered => All;

    public void Add(long elapsed, bool failed)
    {
        var stripe = ((Thread.GetCurrentProcessorId() & (Stripes - 1)) + 1) * StripeLength;
        Interlocked.Increment(ref _cells[stripe]);
        Interlocked.Add(ref _cells[stripe + 2], elapsed);
        if (failed)
            Interlocked.Increment(ref _cells[stripe + 1]);
    }

    private long Sum(int offset)
    {
        long sum = 0;
        for (var stripe = 1; stripe <= Stripes; stripe++)
            sum += Volatile.Read(ref _cells[(stripe * StripeLength) + offset]);
        return sum;
    }
}
