using System.Diagnostics;
using System.Threading.Tasks.Sources;

namespace MentorCloud.GrainRuntime;

/// <summary>
/// A call on its way: turn, filter context and awaitable answer in one pooled object. A call that completes at once
/// returns the grain's own task; one that waits allocates the task of its caller and nothing else.
/// </summary>
internal abstract partial class GrainRequest : Turn
{
    private ManualResetValueTaskSourceCore<bool> _signal = new() { RunContinuationsAsynchronously = true };
    private GrainMethod _method = null!;
    private GrainReference _reference = null!;
    private Task? _inner;
    private Task? _outcome;
    private object? _override;
    private bool _overridden;
    private bool _abandoned;
    private int _stage;
    private Activity? _activity;

    public override string Name => _method.ActivityName;

    /// <summary>Bucket of the deadline wheel and neighbours in it; guarded by the wheel.</summary>
    public DeadlineWheel.Place Waiting;

    protected GrainMethod Method => _method;

    /// <summary>Sends the call.</summary>
    /// <param name="outcome">The completed pipeline when the answer is there already.</param>
    /// <returns>False when the answer comes later.</returns>
    public bool Send(out Task outcome)
    {
        try
        {
            Address();
            if (TryInline(out var done))
            {
                outcome = done!;
                return done is not null;
            }
        }
#pragma warning disable CA1031 // A refused call answers by its task, like any other failure.
        catch (Exception error)
#pragma warning restore CA1031
        {
            outcome = Task.FromException(error);
            return true;
        }

        return Enqueue(out outcome);
    }

    /// <summary>True when the pipeline's own task may go to the caller as it is.</summary>
    public bool IsPlain(Task outcome) => ReferenceEquals(outcome, _inner) && !_overridden;

    /// <summary>Gives the object back and the task on.</summary>
    public Task Return(Task outcome)
    {
        Recycle();
        return outcome;
    }

    private bool TryInline(out Task? done)
    {
        for (var attempt = 0; ; attempt++)
        {
            if (Target.TryRunInline(this, out done))
                return true;
            // Another thread is inside a short turn, more often than not; waiting is cheaper than queueing.
            if (attempt == InlineAttempts || Target.IsWaiting || Environment.ProcessorCount == 1)
                return false;
            Thread.SpinWait(12);
            if (Target.IsDead)
                Target = _reference.Resolve();
        }
    }

    private const int InlineAttempts = 6;

    private bool Enqueue(out Task outcome)
    {
        Context = ExecutionContext.Capture();
        StartedAt = 0;
        var host = Target.Kind.Host;
        host.Deadlines.Add(this);
        if (Target.TryEnqueue(this, host.Options.MaxQueuedCalls))
        {
            outcome = Task.CompletedTask;
            return false;
        }

        host.Deadlines.Remove(this);
        outcome = Task.FromException(Overloaded());
        return true;
    }

    private GrainRuntimeException Overloaded()
    {
        Target.Kind.Host.Metrics.Overloads.Add(1, new KeyValuePair<string, object?>("grain_type", Target.Kind.Name));
        return new GrainRuntimeException(
            GrainErrorCodes.Overloaded, $"Too many calls wait for {Target}; try again when it has caught up.");
    }

    /// <summary>Finds target, caller and deadline, and refuses what must not be sent.</summary>
    private void Address()
    {
        var host = _reference.Kind.Host;
        Caller = Activation.Current;
        if (Caller is null)
        {
            host.ThrowIfNotAccepting();
            StartedAt = host.Time.GetTimestamp();
            Deadline = StartedAt + host.ResponseTimeout;
        }
        else
        {
            CallerTurn = Caller.TurnNumber;
            Deadline = Caller.TurnDeadline;
            if (Deadline == long.MaxValue)
                Deadline = host.Time.GetTimestamp() + host.ResponseTimeout;
        }

        Target = _reference.Resolve();
        if (Caller is not null)
            CallChain.ThrowIfCycle(Caller, Target, _method);
    }

    public override void Count(long elapsed, bool failed)
    {
        _activity?.Stop();
        _method.Counters.Add(elapsed, failed);
    }

    protected abstract void Recycle();

    protected void Prepare(GrainMethod method, GrainReference reference)
    {
        _method = method;
        _reference = reference;
    }

    /// <summary>Lets go of everything that the last call brought.</summary>
    protected void Clear()
    {
        _reference = null!;
        StartedAt = 0;
        Target = null!;
        Caller = null;
        Context = null;
        _inner = null;
        _outcome = null;
        Running = null;
        _override = null;
        _overridden = false;
        _stage = 0;
        _activity = null;
    }
}
