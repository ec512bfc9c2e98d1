namespace MentorCloud.GrainRuntime;

/// <summary>A timer of one activation: each callback is a turn, and the next period starts when it has ended.</summary>
internal sealed class GrainTimer : IGrainTimer
{
    private readonly Activation _activation;
    private readonly Func<CancellationToken, Task> _callback;
    private readonly CancellationTokenSource _ended = new();
    private readonly GrainTimerCreationOptions _options;
    private readonly ITimer _timer;
    private readonly Lock _guard = new();
    private TimeSpan _period;
    private bool _changed;
    private bool _disposed;

    public GrainTimer(Activation activation, TimeProvider time, Func<CancellationToken, Task> callback, GrainTimerCreationOptions options)
    {
        _activation = activation;
        _callback = callback;
        _options = options;
        // A timer must not carry the context of whoever made it into every callback.
        using (ExecutionContext.SuppressFlow())
            _timer = time.CreateTimer(static state => ((GrainTimer)state!).Fire(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    public bool KeepsAlive => _options.KeepAlive;

    public void Change(TimeSpan dueTime, TimeSpan period)
    {
        ThrowIfNegative(dueTime, nameof(dueTime));
        ThrowIfNegative(period, nameof(period));
        lock (_guard)
        {
            ObjectDisposedException.ThrowIf(_disposed, typeof(IGrainTimer));
            _period = period;
            _changed = true;
            _timer.Change(dueTime, Timeout.InfiniteTimeSpan);
        }
    }

    public void Dispose()
    {
        lock (_guard)
        {
            if (_disposed)
                return;
            _disposed = true;
        }

        _timer.Dispose();
        _ended.Cancel();
        _activation.ForgetTimer(this);
    }

    public Task RunAsync() => _disposed ? Task.CompletedTask : _callback(_ended.Token);

    /// <summary>The callback has ended; the next period starts now, unless the callback set another schedule.</summary>
    public void Rearm()
    {
        lock (_guard)
        {
            if (!_disposed && !_changed && _period != Timeout.InfiniteTimeSpan)
                _timer.Change(_period, Timeout.InfiniteTimeSpan);
        }
    }

    private void Fire()
    {
        lock (_guard)
            _changed = false;
        _activation.TryEnqueue(new TimerTurn(this, _activation), int.MaxValue);
    }

    private static void ThrowIfNegative(TimeSpan value, string name)
    {
        if (value < TimeSpan.Zero && value != Timeout.InfiniteTimeSpan)
            throw new ArgumentOutOfRangeException(name, value, "Not negative, or infinite.");
    }
}
