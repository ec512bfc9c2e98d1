using System.Runtime.CompilerServices;
using System.Threading.Tasks.Sources;

namespace MentorCloud.GrainRuntime;

/// <summary>The way back: the outcome of the turn, or the deadline, to whoever awaits the call.</summary>
internal abstract partial class GrainRequest : IValueTaskSource
{
    public override void Completed(Task outcome)
    {
        if (!Target.Kind.Host.Deadlines.Remove(this))
            return; // Timed out; the caller has gone.
        _outcome = outcome;
        _signal.SetResult(true);
    }

    public override void Reject(Exception reason) => Completed(Task.FromException(reason));

    public override void Forward()
    {
        Target = _reference.Resolve();
        if (!Target.TryEnqueue(this, int.MaxValue))
            Reject(Overloaded());
    }

    /// <summary>The deadline has passed; called by the wheel, which has taken the request out.</summary>
    public void TimeOut()
    {
        _abandoned = true;
        _outcome = Task.FromException(new TimeoutException(
            $"{_method.ActivityName} on {Target} gave no answer in time. It may still complete."));
        _signal.SetResult(true);
    }

    public static async Task<TResult> Await<TResult>(GrainRequest request)
    {
        await new ValueTask(request, request._signal.Version).ConfigureAwait(false);
        request._signal.Reset();
        return request.Take<TResult>();
    }

    public static async Task Await(GrainRequest request)
    {
        await new ValueTask(request, request._signal.Version).ConfigureAwait(false);
        request._signal.Reset();
        request.Take();
    }

    /// <summary>The rarer ways to answer at once: a filter answered, replaced the answer, or failed.</summary>
    public static Task<TResult> Unwrap<TResult>(GrainRequest request, Task outcome)
    {
        request._outcome = outcome;
        if (outcome.IsCanceled)
        {
            request.Recycle();
            return Task.FromCanceled<TResult>(new CancellationToken(canceled: true));
        }

        try
        {
            return Task.FromResult(request.Take<TResult>());
        }
#pragma warning disable CA1031 // The failure is the call's answer.
        catch (Exception error)
#pragma warning restore CA1031
        {
            return Task.FromException<TResult>(error);
        }
    }

    private TResult Take<TResult>()
    {
        var (outcome, inner, replaced, value) = (_outcome!, _inner, _overridden, _override);
        RecycleUnlessAbandoned();
        outcome.GetAwaiter().GetResult();
        if (replaced)
            return (TResult)value!;
        return inner is null ? default! : Unsafe.As<Task<TResult>>(inner).GetAwaiter().GetResult();
    }

    private void Take()
    {
        var outcome = _outcome!;
        RecycleUnlessAbandoned();
        outcome.GetAwaiter().GetResult();
    }

    private void RecycleUnlessAbandoned()
    {
        // An abandoned request may still be running; it is left to the garbage collector.
        if (!_abandoned)
            Recycle();
    }

    void IValueTaskSource.GetResult(short token) => _signal.GetResult(token);

    ValueTaskSourceStatus IValueTaskSource.GetStatus(short token) => _signal.GetStatus(token);

    void IValueTaskSource.OnCompleted(Action<object?> continuation, object? state, short token, ValueTaskSourceOnCompletedFlags flags) =>
        _signal.OnCompleted(continuation, state, token, flags);
}
