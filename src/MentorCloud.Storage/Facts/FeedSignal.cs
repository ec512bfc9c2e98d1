namespace MentorCloud.Storage.Facts;

/// <summary>The newest position that this process knows of, and those who wait for one beyond theirs.</summary>
internal sealed class FeedSignal
{
    private readonly Lock gate = new();
    private long latest;
    private TaskCompletionSource moved = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public long Latest => Interlocked.Read(ref latest);

    public void Advance(long position)
    {
        TaskCompletionSource wake;
        lock (gate)
        {
            if (position <= latest) return;
            latest = position;
            wake = moved;
            moved = new(TaskCreationOptions.RunContinuationsAsynchronously);
        }

        wake.TrySetResult();
    }

    public async Task WaitAsync(long after, CancellationToken cancellationToken)
    {
        while (true)
        {
            Task next;
            lock (gate)
            {
                if (latest > after) return;
                next = moved.Task;
            }

            await next.WaitAsync(cancellationToken);
        }
    }
}
