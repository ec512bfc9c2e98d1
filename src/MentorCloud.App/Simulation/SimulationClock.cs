namespace MentorCloud.App.Simulation;

/// <summary>
/// A clock that stands still until the simulation moves it. Moving it goes at once to the new moment, as when a suspended
/// machine wakes up, and then fires every timer that was due on the way once, in order.
/// </summary>
internal sealed class SimulationClock(DateTimeOffset start) : TimeProvider
{
    private readonly Lock guard = new();
    private readonly PriorityQueue<(ManualTimer Timer, long Setting), (DateTimeOffset Due, long Order)> timers = new();
    private readonly DateTimeOffset start = start;
    private DateTimeOffset now = start;
    private long settings;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    public override DateTimeOffset GetUtcNow()
    {
        lock (guard)
        {
            return now;
        }
    }

    public override long GetTimestamp() => (GetUtcNow() - start).Ticks;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new ManualTimer(this, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    /// <summary>Lets time pass. Call it only when everything that earlier moments began has come to rest.</summary>
    public void MoveTo(DateTimeOffset moment)
    {
        lock (guard)
        {
            now = moment;
        }

        while (NextDue() is { } timer)
        {
            timer.Fire();
        }
    }

    private ManualTimer? NextDue()
    {
        lock (guard)
        {
            while (timers.TryPeek(out var next, out var at) && at.Due <= now)
            {
                timers.Dequeue();
                if (next.Setting == next.Timer.Setting)
                {
                    next.Timer.Rearm();
                    return next.Timer;
                }
            }

            return null;
        }
    }

    private sealed class ManualTimer(SimulationClock owner, TimerCallback callback, object? state) : ITimer
    {
        private TimeSpan period;

        /// <summary>Changes with every setting, so that queued entries of older ones are passed over.</summary>
        public long Setting { get; private set; }

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (owner.guard)
            {
                this.period = period;
                Setting = ++owner.settings;
                if (dueTime != Timeout.InfiniteTimeSpan)
                {
                    owner.timers.Enqueue((this, Setting), (owner.now + dueTime, Setting));
                }

                return true;
            }
        }

        public void Rearm() => Change(period > TimeSpan.Zero ? period : Timeout.InfiniteTimeSpan, period);

        public void Fire() => callback(state);

        public void Dispose() => Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
