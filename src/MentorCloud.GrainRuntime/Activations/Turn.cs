namespace MentorCloud.GrainRuntime;

/// <summary>One turn of a grain: a call, a timer's callback. It runs from start to end without another turn between.</summary>
internal abstract class Turn : WorkItem
{
    private Action? _endOfTurn;

    /// <summary>The activation that runs the turn.</summary>
    public Activation Target { get; protected set; } = null!;

    /// <summary>The activation that waits for the turn; null when the caller is no grain.</summary>
    public Activation? Caller { get; protected set; }

    /// <summary>The number of the caller's turn, which tells whether it still waits.</summary>
    public int CallerTurn { get; protected set; }

    /// <summary>When the caller gives up, in timestamp units.</summary>
    public long Deadline { get; protected set; }

    /// <summary>When the turn began, in timestamp units; 0 until it has.</summary>
    public long StartedAt { get; set; }

    /// <summary>The caller's execution context, kept while the turn is queued.</summary>
    public ExecutionContext? Context { get; protected set; }

    /// <summary>True when the turn counts as use of the grain.</summary>
    public virtual bool KeepsAlive => true;

    /// <summary>The task of the grain's code, while it runs.</summary>
    public Task? Running { get; set; }

    /// <summary>What logs and errors call the turn.</summary>
    public abstract string Name { get; }

    /// <summary>Null when the turn may start; otherwise why it must not any more.</summary>
    public virtual Exception? Obstacle => null;

    /// <summary>Runs the grain's code. Never throws: failures are in the task.</summary>
    public abstract Task Run();

    /// <summary>Counts the turn.</summary>
    /// <param name="elapsed">In timestamp units.</param>
    /// <param name="failed">True when it threw.</param>
    public virtual void Count(long elapsed, bool failed)
    {
    }

    /// <summary>The turn is over; the activation is still held by this thread, so this must be quick.</summary>
    public abstract void Completed(Task outcome);

    /// <summary>The turn never starts.</summary>
    public abstract void Reject(Exception reason);

    /// <summary>The activation has ended before the turn started; a call goes on to a fresh one.</summary>
    public abstract void Forward();

    /// <summary>Has the activation told when the task completes. Call with the activation's synchronization context set.</summary>
    public void Watch(Task running)
    {
        Running = running;
        _endOfTurn ??= EndOfTurn;
        running.GetAwaiter().UnsafeOnCompleted(_endOfTurn);
    }

    private void EndOfTurn()
    {
        var outcome = Running!;
        Running = null;
        Target.Finish(this, outcome);
    }
}
