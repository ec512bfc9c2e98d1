namespace MentorCloud.GrainRuntime;

/// <summary>What only some activations need: timers, an awaited end, a reason to end.</summary>
internal sealed class ActivationExtras
{
    private List<GrainTimer>? _timers;
    private bool _closed;

    /// <summary>Completes when the activation has ended.</summary>
    public TaskCompletionSource Deactivated { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>True once somebody asked the activation to end.</summary>
    public bool IsEnding { get; set; }

    /// <summary>Why the grain could not wake; null when it could.</summary>
    public Exception? Failure { get; set; }

    /// <summary>Why the activation is to end.</summary>
    public DeactivationReason Reason { get; set; }

    /// <summary>The token for the grain's last code.</summary>
    public CancellationToken ReasonToken { get; set; }

    public void Add(GrainTimer timer)
    {
        lock (this)
        {
            ObjectDisposedException.ThrowIf(_closed, typeof(IGrainTimer));
            (_timers ??= []).Add(timer);
        }
    }

    public void Remove(GrainTimer timer)
    {
        lock (this)
            _timers?.Remove(timer);
    }

    /// <summary>Ends every timer and takes no more.</summary>
    public void CloseTimers()
    {
        GrainTimer[] timers;
        lock (this)
        {
            _closed = true;
            timers = _timers?.ToArray() ?? [];
            _timers = null;
        }

        foreach (var timer in timers)
            timer.Dispose();
    }
}
