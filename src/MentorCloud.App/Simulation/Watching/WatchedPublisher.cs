using MentorCloud.Contracts.Facts;
using MentorCloud.Domain.Identifiers;

namespace MentorCloud.App.Simulation.Watching;

/// <summary>The program's publisher, and a count of what it has under way: the clock moves only when that is nothing.</summary>
internal sealed class WatchedPublisher(IFactPublisher publisher) : IFactPublisher
{
    private readonly Lock guard = new();
    private TaskCompletionSource? rest;
    private int underWay;

    public async Task PublishAsync(TenantId tenant, string grain, IReadOnlyList<OutboxEntry> entries, CancellationToken cancellationToken)
    {
        lock (guard)
        {
            underWay++;
        }

        try
        {
            await publisher.PublishAsync(tenant, grain, entries, cancellationToken);
        }
        finally
        {
            Finish();
        }
    }

    /// <summary>Completes when nothing is being published.</summary>
    public Task RestAsync()
    {
        lock (guard)
        {
            return underWay == 0
                ? Task.CompletedTask : (rest ??= new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).Task;
        }
    }

    private void Finish()
    {
        lock (guard)
        {
            if (--underWay == 0)
            {
                rest?.TrySetResult();
                rest = null;
            }
        }
    }
}
