namespace MentorCloud.GrainRuntime;

/// <summary>
/// Calls that wait, in buckets by the second of their deadline. Only calls that do not complete at once come here. A timer
/// is armed while there are any.
/// </summary>
internal sealed class DeadlineWheel(TimeProvider time) : IDisposable
{
    private const int Buckets = 64;

    private readonly GrainRequest?[] _first = new GrainRequest?[Buckets];
    private readonly Lock _guard = new();
    private readonly TimeSpan _quantum = TimeSpan.FromSeconds(1);
    private ITimer? _timer;
    private long _swept = time.GetTimestamp() / time.TimestampFrequency;
    private int _count;

    public int Count => Volatile.Read(ref _count);

    public void Dispose()
    {
        lock (_guard)
            _timer?.Dispose();
    }

    public void Add(GrainRequest request)
    {
        lock (_guard)
        {
            // A turn that goes on after its caller gave up hands a deadline on that has passed; the next sweep must find it.
            var bucket = (int)(Math.Max(SecondOf(request.Deadline), _swept) % Buckets);
            request.Waiting = new Place { Bucket = bucket, State = State.Waits, Next = _first[bucket] };
            if (_first[bucket] is { } first)
                first.Waiting.Previous = request;
            _first[bucket] = request;
            if (_count++ == 0)
                Arm();
        }
    }

    /// <summary>Takes a call out because its answer has come.</summary>
    /// <returns>False when its deadline was first.</returns>
    public bool Remove(GrainRequest request)
    {
        lock (_guard)
        {
            if (request.Waiting.State != State.Waits)
                return false;
            Unlink(request);
            request.Waiting = default;
            return true;
        }
    }

    private void Arm()
    {
        if (_timer is null)
            _timer = time.CreateTimer(static state => ((DeadlineWheel)state!).Sweep(), this, _quantum, Timeout.InfiniteTimeSpan);
        else
            _timer.Change(_quantum, Timeout.InfiniteTimeSpan);
    }

    private void Sweep()
    {
        List<GrainRequest>? over = null;
        lock (_guard)
        {
            var now = time.GetTimestamp();
            var second = SecondOf(now);
            // A deadline passes within its second, so the bucket of the present second is looked at again next time.
            for (var at = Math.Max(_swept, second - Buckets + 1); at <= second; at++)
                over = CollectOver((int)(at % Buckets), now, over);
            _swept = second;
            if (_count > 0)
                Arm();
        }

        if (over is null)
            return;
        foreach (var request in over)
            request.TimeOut();
    }

    private List<GrainRequest>? CollectOver(int bucket, long now, List<GrainRequest>? over)
    {
        var next = _first[bucket];
        while (next is not null)
        {
            var request = next;
            next = request.Waiting.Next;
            if (request.Deadline > now)
                continue;
            Unlink(request);
            request.Waiting = new Place { State = State.Over };
            (over ??= []).Add(request);
        }

        return over;
    }

    private void Unlink(GrainRequest request)
    {
        _count--;
        var place = request.Waiting;
        if (place.Previous is { } previous)
            previous.Waiting.Next = place.Next;
        else
            _first[place.Bucket] = place.Next;
        if (place.Next is { } next)
            next.Waiting.Previous = place.Previous;
    }

    private long SecondOf(long timestamp) => timestamp / time.TimestampFrequency;

    /// <summary>Whether a call still waits.</summary>
    internal enum State : byte
    {
        Elsewhere,
        Waits,
        Over,
    }

    /// <summary>Where a call waits.</summary>
    internal struct Place
    {
        public GrainRequest? Next;
        public GrainRequest? Previous;
        public int Bucket;
        public State State;

        public readonly bool IsOver => State == State.Over;
    }
}
