namespace MentorCloud.Testing;

/// <summary>
/// A clock that stands still until a test moves it. Moving it fires every timer at its own due moment, in order; a wall
/// clock can also be set, back or forth, without time passing.
/// </summary>
internal sealed class ManualTimeProvider(DateTimeOffset start) : TimeProvider
{
    private readonly Lock _guard = new();
    private readonly PriorityQueue<(ManualTimer Timer, long Round), (TimeSpan Due, long Order)> _queue = new();
    private TimeSpan _elapsed;
    private TimeSpan _offset;
    private long _order;

    public ManualTimeProvider() : this(new DateTimeOffset(2026, 1, 5, 8, 0, 0, TimeSpan.Zero))
    {
    }

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    public override DateTimeOffset GetUtcNow()
    {
        lock (_guard)
            return start + _elapsed + _offset;
    }

    public override long GetTimestamp()
    {
        lock (_guard)
            return _elapsed.Ticks;
    }

    /// <summary>Sets the wall clock alone, as an operator or a time server does; timers do not notice.</summary>
    public void SetWallClock(DateTimeOffset now)
    {
        lock (_guard)
            _offset = now - start - _elapsed;
    }

    /// <summary>Lets time pass. Timers that fire run before this returns; what they start may not have ended.</summary>
    public void Advance(TimeSpan span)
    {
        TimeSpan until;
        lock (_guard)
            until = _elapsed + span;
        while (NextDue(until) is { } timer)
            timer.Fire();
        lock (_guard)
            _elapsed = until;
    }

    /// <summary>When the next timer is due, from now; null when none is set.</summary>
    public TimeSpan? UntilNextTimer()
    {
        lock (_guard)
        {
            DropStale();
            return _queue.TryPeek(out _, out var at) ? at.Due > _elapsed ? at.Due - _elapsed : TimeSpan.Zero : null;
        }
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new ManualTimer(this, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    private ManualTimer? NextDue(TimeSpan until)
    {
        lock (_guard)
        {
            DropStale();
            if (!_queue.TryPeek(out var next, out var at) || at.Due > until)
                return null;
            _queue.Dequeue();
            if (at.Due > _elapsed)
                _elapsed = at.Due;
            next.Timer.Rearm();
            return next.Timer;
        }
    }

    private void DropStale()
    {
        while (_queue.TryPeek(out var next, out _) && next.Round != next.Timer.Round)
            _queue.Dequeue();
    }

    private sealed class ManualTimer(ManualTimeProvider owner, TimerCallback callback, object? state) : ITimer
    {
        private TimeSpan _period;

        /// <summary>Changes with every schedule, so that queued entries of older ones are dropped.</summary>
        public long Round { get; private set; }

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (owner._guard)
            {
                Round++;
                _period = period;
                if (dueTime != Timeout.InfiniteTimeSpan)
                    owner._queue.Enqueue((this, Round), (owner._elapsed + dueTime, owner._order++));
                return true;
            }
        }

        public void Rearm()
        {
            if (_period > TimeSpan.Zero)
                Change(_period, _period);
            else
                Round++;
        }

        public void Fire() => callback(state);

        public void Dispose() => Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
