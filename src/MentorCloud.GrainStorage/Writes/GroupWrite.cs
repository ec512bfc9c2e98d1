using System.Threading.Tasks.Sources;

namespace MentorCloud.GrainStorage.Writes;

/// <summary>One write that waits for its group. Awaitable once; applied by the writer inside the group's transaction.</summary>
/// <typeparam name="TSession">What the writer offers to writes.</typeparam>
internal abstract class GroupWrite<TSession> : IValueTaskSource<long>
{
    private ManualResetValueTaskSourceCore<long> _answer = new() { RunContinuationsAsynchronously = true };

    /// <summary>What the write is called in errors.</summary>
    public abstract string Subject { get; }

    /// <summary>The outcome inside the transaction; answered after the commit.</summary>
    public long Result { get; set; }

    /// <summary>Why this write alone failed; null when it did not.</summary>
    public Exception? Refusal { get; set; }

    public ValueTask<long> Task => new(this, _answer.Version);

    /// <summary>Executes the write.</summary>
    /// <returns>The result.</returns>
    public abstract long Apply(TSession session);

    public void Answer()
    {
        if (Refusal is { } refusal)
            _answer.SetException(refusal);
        else
            _answer.SetResult(Result);
    }

    public void Fail(Exception error) => _answer.SetException(error);

    long IValueTaskSource<long>.GetResult(short token)
    {
        try
        {
            return _answer.GetResult(token);
        }
        finally
        {
            Refusal = null;
            _answer.Reset();
            Recycle();
        }
    }

    ValueTaskSourceStatus IValueTaskSource<long>.GetStatus(short token) => _answer.GetStatus(token);

    void IValueTaskSource<long>.OnCompleted(Action<object?> continuation, object? state, short token, ValueTaskSourceOnCompletedFlags flags) =>
        _answer.OnCompleted(continuation, state, token, flags);

    /// <summary>The answer has been taken; pooled kinds go back to their pool.</summary>
    protected virtual void Recycle()
    {
    }
}
