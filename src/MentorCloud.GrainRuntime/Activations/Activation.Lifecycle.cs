using Microsoft.Extensions.Logging;

namespace MentorCloud.GrainRuntime;

/// <summary>From the first call to the last: waking, idling, ending.</summary>
internal sealed partial class Activation
{
    private enum Status : byte
    {
        Waking,
        Active,
        EndRequested,
        Ending,
        Dead,
    }

    private volatile Status _status;
    private int _lastUsed;
    private int _keepUntil;

    public bool IsDead => _status == Status.Dead;

    /// <summary>Neighbours in the collector's bucket; guarded by the collector.</summary>
    public Activation? BucketPrevious { get; set; }

    /// <inheritdoc cref="BucketPrevious"/>
    public Activation? BucketNext { get; set; }

    /// <summary>The collector's bucket, -1 when in none; guarded by the collector.</summary>
    public int Bucket { get; set; } = -1;

    /// <summary>The collector's tick up to which the grain counts as used.</summary>
    public int UsedUntil => Math.Max(_lastUsed, _keepUntil);

    /// <summary>True while a turn runs or waits.</summary>
    public bool IsBusy => _turnActive || Volatile.Read(ref _queued) > 0;

    public void DelayDeactivation(TimeSpan timeSpan) => _keepUntil = Kind.Host.Collector.TickAfter(timeSpan);

    public void Deactivate(DeactivationReason deactivationReason, CancellationToken cancellationToken = default)
    {
        var extras = Extras;
        lock (extras)
        {
            if (_status is not (Status.Active or Status.Waking) || extras.IsEnding)
                return;
            extras.IsEnding = true;
            extras.Reason = deactivationReason;
            extras.ReasonToken = cancellationToken;
            if (_status == Status.Active)
                _status = Status.EndRequested;
        }

        Schedule();
    }

    /// <summary>Constructs and activates the grain. The creator calls it once, holding the lock, and loses it here.</summary>
    public void Wake()
    {
        var previous = SynchronizationContext.Current;
        SetSynchronizationContext(this);
        _turnActive = true;
        _lastUsed = Kind.Host.Collector.Tick;
        _turnDeadline = long.MaxValue;
        var waking = WakeAsync();
        if (waking.IsCompleted)
            Woken(waking);
        else
            waking.GetAwaiter().UnsafeOnCompleted(() => Woken(waking));
        SetSynchronizationContext(previous);
        Leave();
    }

    private async Task WakeAsync()
    {
        var construction = new GrainConstruction(this);
        var outer = s_underConstruction;
        s_underConstruction = this;
        try
        {
            _instance = Kind.Create(construction);
        }
        finally
        {
            s_underConstruction = outer;
        }

        if (construction.States is { } states)
        {
            foreach (var state in states)
                await state.LoadAsync(Kind.Host.Stopping);
        }

        await ((IGrainBase)_instance).OnActivateAsync(Kind.Host.Stopping);
    }

    private void Woken(Task waking)
    {
        _turnActive = false;
        if (!waking.IsCompletedSuccessfully)
        {
            var failure = waking.Exception?.InnerException ?? new OperationCanceledException($"{this} was cancelled while it woke.");
            Kind.Host.Log.LogWarning(failure, "A grain of type {GrainType} could not be activated.", Kind.Name);
            Extras.Failure = failure;
            Bury();
            return;
        }

        _status = Status.Active;
        Interlocked.MemoryBarrier(); // Deactivate either sees Active, or has left its wish where the next line finds it.
        if (_extras is { } extras)
        {
            lock (extras)
                _status = extras.IsEnding ? Status.EndRequested : Status.Active;
        }

        Kind.Host.Metrics.Activated();
    }

    /// <summary>One step of ending, when no turn is active.</summary>
    /// <returns>True when something was done.</returns>
    private bool StepLifecycle()
    {
        if (_status == Status.EndRequested)
        {
            _status = Status.Ending;
            _turnActive = true;
            var ending = EndAsync();
            if (ending.IsCompleted)
                Ended();
            else
                ending.GetAwaiter().UnsafeOnCompleted(Ended);
            return true;
        }

        if (_status != Status.Dead || _pendingFirst is null)
            return false;
        while (Dequeue() is { } turn)
        {
            if (_extras?.Failure is { } failure)
                turn.Reject(failure);
            else
                turn.Forward();
        }

        return true;
    }

    private async Task EndAsync()
    {
        var extras = Extras;
        extras.CloseTimers();
        try
        {
            await ((IGrainBase)_instance!).OnDeactivateAsync(extras.Reason, extras.ReasonToken);
            if (_instance is IAsyncDisposable later)
                await later.DisposeAsync();
            else
                (_instance as IDisposable)?.Dispose();
        }
#pragma warning disable CA1031 // Whatever the grain's last code throws, the activation ends.
        catch (Exception error)
#pragma warning restore CA1031
        {
            Kind.Host.Log.LogError(error, "A grain of type {GrainType} failed while it deactivated.", Kind.Name);
        }
    }

    private void Ended()
    {
        _turnActive = false;
        Kind.Host.Metrics.Deactivated();
        Bury();
    }

    private void Bury()
    {
        _status = Status.Dead;
        _instance = null;
        Kind.Remove(this);
        Kind.Host.Collector.Remove(this);
        _extras?.CloseTimers();
        _extras?.Deactivated.TrySetResult();
    }
}
