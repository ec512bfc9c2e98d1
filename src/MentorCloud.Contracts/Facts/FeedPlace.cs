namespace MentorCloud.Contracts.Facts;

/// <summary>How far somebody who follows the feed has come, for those who wait until nothing is left. Safe for many threads.</summary>
public sealed class FeedPlace
{
    private readonly Lock guard = new();
    private TaskCompletionSource? moved;
    private long reached;

    /// <summary>Everything up to a position is done.</summary>
    /// <param name="position">The position.</param>
    public void Reach(long position)
    {
        TaskCompletionSource? waiting;
        lock (guard)
        {
            reached = position;
            (waiting, moved) = (moved, null);
        }

        waiting?.TrySetResult();
    }

    /// <summary>Following has failed and waits for the clock: until the next <see cref="Reach"/> nobody waits for it.</summary>
    public void Fail() => Reach(long.MaxValue);

    /// <summary>Completes at a moment at which everything published is done; at once when it is.</summary>
    /// <param name="feed">The feed.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>Completes at rest.</returns>
    public async Task RestAsync(IFactFeed feed, CancellationToken cancellationToken)
    {
        while (true)
        {
            Task next;
            lock (guard)
            {
                if (reached >= feed.Latest)
                {
                    return;
                }

                next = (moved ??= new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).Task;
            }

            await next.WaitAsync(cancellationToken);
        }
    }
}
