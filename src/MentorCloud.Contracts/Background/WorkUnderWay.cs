namespace MentorCloud.Contracts.Background;

/// <summary>Counts what has begun and has not ended. Safe for many threads.</summary>
public sealed class WorkUnderWay
{
    private readonly Lock guard = new();
    private TaskCompletionSource? rest;
    private long begun;
    private int underWay;

    /// <summary>How much has begun, ended or not.</summary>
    public long Begun => Interlocked.Read(ref begun);

    /// <summary>Something begins.</summary>
    public void Begin()
    {
        lock (guard)
        {
            begun++;
            underWay++;
        }
    }

    /// <summary>Something that had begun ends.</summary>
    public void End()
    {
        TaskCompletionSource? over = null;
        lock (guard)
        {
            if (--underWay == 0)
            {
                (over, rest) = (rest, null);
            }
        }

        over?.TrySetResult();
    }

    /// <summary>Completes at a moment at which nothing is under way; at once when nothing is.</summary>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>Completes at rest.</returns>
    public Task RestAsync(CancellationToken cancellationToken)
    {
        lock (guard)
        {
            return underWay == 0
                ? Task.CompletedTask
                : (rest ??= new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).Task.WaitAsync(cancellationToken);
        }
    }
}
