namespace MentorCloud.GrainRuntime;

/// <summary>
/// Ends idle activations. Each sits in the bucket of the tick at which it may have idled long enough; when that tick
/// comes it is ended or moved on. A call only notes the tick, so that use costs one store to memory.
/// </summary>
internal sealed class ActivationCollector(TimeProvider time, TimeSpan interval) : IDisposable
{
    private const int Buckets = 1 << 10;

    private readonly Activation?[] _first = new Activation?[Buckets];
    private readonly Lock _guard = new();
    private ITimer? _timer;
    private int _tick = 1;

    /// <summary>Counts intervals since the start.</summary>
    public int Tick => Volatile.Read(ref _tick);

    public void Start() => _timer = time.CreateTimer(static state => ((ActivationCollector)state!).Collect(), this, interval, interval);

    public void Dispose() => _timer?.Dispose();

    /// <summary>The first tick that lies wholly after a span from now.</summary>
    public int TickAfter(TimeSpan span) =>
        (int)Math.Min(int.MaxValue / 2, Tick + Math.Ceiling(Math.Max(0, span / interval)));

    public void Add(Activation activation)
    {
        lock (_guard)
            Insert(activation, DueTick(activation, Tick));
    }

    public void Remove(Activation activation)
    {
        lock (_guard)
            Unlink(activation);
    }

    /// <summary>Looks at one bucket and ends what has idled long enough.</summary>
    private void Collect()
    {
        var idle = new List<Activation>();
        lock (_guard)
        {
            var now = _tick + 1;
            Volatile.Write(ref _tick, now);
            var next = _first[now % Buckets];
            while (next is not null)
            {
                var activation = next;
                next = activation.BucketNext;
                var due = DueTick(activation, activation.UsedUntil);
                if (due <= now && !activation.IsBusy)
                {
                    Unlink(activation);
                    idle.Add(activation);
                }
                else
                {
                    Unlink(activation);
                    Insert(activation, Math.Max(due, now + 1));
                }
            }
        }

        foreach (var activation in idle)
            activation.Deactivate(new DeactivationReason(DeactivationReasonCode.ActivationIdle, "No call came for the idle time."));
    }

    // One tick more than the timeout, because the last use may have been late in its tick.
    private int DueTick(Activation activation, int used) =>
        (int)Math.Min(int.MaxValue / 2, used + 1 + Math.Ceiling(activation.Kind.IdleTimeout / interval));

    private void Insert(Activation activation, int tick)
    {
        var bucket = tick % Buckets;
        activation.Bucket = bucket;
        activation.BucketPrevious = null;
        activation.BucketNext = _first[bucket];
        if (_first[bucket] is { } first)
            first.BucketPrevious = activation;
        _first[bucket] = activation;
    }

    private void Unlink(Activation activation)
    {
        if (activation.Bucket < 0)
            return;
        if (activation.BucketPrevious is { } previous)
            previous.BucketNext = activation.BucketNext;
        else
            _first[activation.Bucket] = activation.BucketNext;
        if (activation.BucketNext is { } next)
            next.BucketPrevious = activation.BucketPrevious;
        activation.BucketPrevious = null;
        activation.BucketNext = null;
        activation.Bucket = -1;
    }
}
