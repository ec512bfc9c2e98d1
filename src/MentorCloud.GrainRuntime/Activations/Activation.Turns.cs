using System.Runtime.CompilerServices;
using Microsoft.Extensions.Logging;

namespace MentorCloud.GrainRuntime;

/// <summary>Who may run the grain now. Whoever holds <c>_lock</c> executes; a turn may wait without holding it.</summary>
internal sealed partial class Activation
{
    private const int Free = 0;
    private const int Held = 1;
    private const int DrainBudget = 64;

    private int _lock;
    private volatile bool _turnActive;
    private int _turnNumber;
    private int _queued;
    private Activation? _turnCaller;
    private int _turnCallerNumber;
    private long _turnDeadline;
    private WorkItem? _incoming;     // Lock-free stack, newest first; anybody pushes.
    private WorkItem? _pendingFirst; // Turns in order of arrival; only the holder of the lock touches them.
    private WorkItem? _pendingLast;

    /// <summary>True while a turn awaits something, or the grain is waking or ending, so that spinning for it is idle.</summary>
    public bool IsWaiting => _turnActive && Volatile.Read(ref _lock) == Free || _status != Status.Active;

    public int TurnNumber => Volatile.Read(ref _turnNumber);

    /// <summary>Until when the caller of the present turn waits, in timestamp units.</summary>
    public long TurnDeadline => _turnDeadline;

    /// <summary>Who waits for the present turn, while that caller's own turn lasts.</summary>
    public Activation? WaitingCaller
    {
        get
        {
            var caller = _turnCaller;
            return caller is not null && caller._turnActive && caller.TurnNumber == _turnCallerNumber ? caller : null;
        }
    }

    /// <summary>Runs the turn on the calling thread if the grain is idle.</summary>
    /// <param name="turn">A call; its end is noted in it.</param>
    /// <param name="outcome">The completed task; null when the turn goes on.</param>
    /// <returns>False when the grain is busy and nothing has happened.</returns>
    public bool TryRunInline(GrainRequest turn, out Task? outcome)
    {
        outcome = null;
        if (!TryEnter())
            return false;
        var task = Start(turn);
        if (task.IsCompleted)
        {
            EndTurn(turn, task);
            outcome = task;
        }
        else
        {
            Kind.Host.Deadlines.Add(turn);
        }

        Leave();
        return true;
    }

    /// <summary>Puts a turn at the end of the queue.</summary>
    /// <param name="turn">The turn.</param>
    /// <param name="limit">Turns that may wait.</param>
    /// <returns>False when too many wait already.</returns>
    public bool TryEnqueue(Turn turn, int limit)
    {
        if (Interlocked.Increment(ref _queued) > limit)
        {
            Interlocked.Decrement(ref _queued);
            return false;
        }

        Push(turn);
        // A waiting turn looks at the queue when it ends, and needs no waking before that.
        if (!_turnActive)
            Schedule();
        return true;
    }

    /// <summary>Called by the synchronization context when code after an await is ready.</summary>
    public override void Post(SendOrPostCallback d, object? state)
    {
        Push(Continuation.Rent(d, state));
        Schedule();
    }

    public override void Send(SendOrPostCallback d, object? state) =>
        throw new NotSupportedException("A grain's context runs nothing synchronously for others; post instead.");

    public override SynchronizationContext CreateCopy() => this;

    /// <summary>A thread of the pool works the queue off. It holds the lock from the moment it was scheduled.</summary>
    void IThreadPoolWorkItem.Execute()
    {
        var previous = SynchronizationContext.Current;
        SetSynchronizationContext(this);
        try
        {
            Drain();
        }
        finally
        {
            SetSynchronizationContext(previous);
        }
    }

    /// <summary>The watched task of a turn has completed; runs while this thread holds the lock.</summary>
    public void Finish(Turn turn, Task outcome)
    {
        EndTurn(turn, outcome);
        turn.Completed(outcome);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool TryEnter()
    {
        if (Interlocked.CompareExchange(ref _lock, Held, Free) != Free)
            return false;
        if (_status == Status.Active && !_turnActive && _incoming is null && _pendingFirst is null)
            return true;
        Leave();
        return false;
    }

    private void Leave()
    {
        Interlocked.Exchange(ref _lock, Free);
        if (Volatile.Read(ref _incoming) is not null || _status == Status.EndRequested && !_turnActive)
            Schedule();
    }

    private void Schedule()
    {
        if (Volatile.Read(ref _lock) == Free && Interlocked.CompareExchange(ref _lock, Held, Free) == Free)
            ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
    }

    private void Drain()
    {
        for (var budget = DrainBudget; ; budget--)
        {
            if (budget <= 0)
            {
                // Others wait for this thread; come back in turn, still holding the lock.
                ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
                return;
            }

            TakeIncoming();
            if (!_turnActive && StepLifecycle())
                continue;
            if (!_turnActive && _status == Status.Active && Dequeue() is { } next)
            {
                StartQueued(next);
                continue;
            }

            if (Volatile.Read(ref _incoming) is not null)
                continue;
            Interlocked.Exchange(ref _lock, Free);
            if (!HasWork() || Interlocked.CompareExchange(ref _lock, Held, Free) != Free)
                return;
        }
    }

    private bool HasWork() =>
        Volatile.Read(ref _incoming) is not null || (!_turnActive && _status == Status.EndRequested);

    private void Resume(Continuation continuation)
    {
        try
        {
            continuation.Run();
        }
#pragma warning disable CA1031 // An async void method of a grain threw; the queue must go on.
        catch (Exception error)
#pragma warning restore CA1031
        {
            Kind.Host.Log.LogError(error, "Code of grain type {GrainType} threw outside of a turn.", Kind.Name);
        }
    }

    private void StartQueued(Turn turn)
    {
        if (turn.Obstacle is { } obstacle)
        {
            turn.Reject(obstacle);
            return;
        }

        var task = Start(turn);
        if (!task.IsCompleted)
            return;
        EndTurn(turn, task);
        turn.Completed(task);
    }
}
