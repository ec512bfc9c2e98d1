using Microsoft.Extensions.Logging;

namespace MentorCloud.GrainRuntime;

/// <summary>Start and end of a turn. Only the holder of the lock comes here.</summary>
internal sealed partial class Activation
{
    private static readonly ContextCallback RunInContext = static state =>
    {
        var turn = (Turn)state!;
        turn.Running = turn.Run();
    };

    /// <summary>Runs the grain's code until it completes or waits; a task that goes on is watched.</summary>
    private Task Start(Turn turn)
    {
        // A call that runs at once has just read the clock for its deadline.
        if (turn.StartedAt == 0)
            turn.StartedAt = Kind.Host.Time.GetTimestamp();
        _turnActive = true;
        _turnNumber++;
        _turnCaller = turn.Caller;
        _turnCallerNumber = turn.CallerTurn;
        _turnDeadline = turn.Deadline;
        if (turn.KeepsAlive)
            _lastUsed = Kind.Host.Collector.Tick;

        var previous = SynchronizationContext.Current;
        if (previous != this)
            SetSynchronizationContext(this);
        var task = turn.Context is { } context ? RunQueued(turn, context) : RunHere(turn);
        if (!task.IsCompleted)
            turn.Watch(task);
        if (previous != this)
            SetSynchronizationContext(previous);
        return task;
    }

    private static Task RunQueued(Turn turn, ExecutionContext context)
    {
        ExecutionContext.Run(context, RunInContext, turn);
        return turn.Running!;
    }

    /// <summary>Runs in the caller's execution context, and takes back what the grain's code left in it.</summary>
    private static Task RunHere(Turn turn)
    {
        var before = ExecutionContext.Capture();
        var task = turn.Run();
        if (before is not null && ExecutionContext.Capture() != before)
            ExecutionContext.Restore(before);
        return task;
    }

    private void EndTurn(Turn turn, Task outcome)
    {
        _turnCaller = null;
        _turnActive = false;
        var elapsed = Kind.Host.Time.GetTimestamp() - turn.StartedAt;
        var failed = !outcome.IsCompletedSuccessfully;
        turn.Count(elapsed, failed);
        if (elapsed > Kind.Host.SlowTurn)
            WarnOfSlowTurn(turn, elapsed);
        if (failed)
            EndIfStale(outcome);
    }

    /// <summary>After a conflict, or a write of unknown fate, memory is no longer to be trusted.</summary>
    private void EndIfStale(Task outcome)
    {
        if (outcome.Exception?.InnerException is { } error and (InconsistentStateException or StorageUncertainException))
            Deactivate(new DeactivationReason(DeactivationReasonCode.ApplicationError, error, "The stored state is not known to be that in memory."));
    }

    private void WarnOfSlowTurn(Turn turn, long elapsed)
    {
        Kind.Host.Metrics.SlowTurns.Add(1, new KeyValuePair<string, object?>("grain_type", Kind.Name));
        Kind.Host.Log.LogWarning(
            "Slow turn: {GrainType} {Method} took {Milliseconds} ms.",
            Kind.Name, turn.Name, (long)Kind.Host.Time.GetElapsedTime(0, elapsed).TotalMilliseconds);
    }
}
