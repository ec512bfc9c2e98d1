using MentorCloud.Contracts.Facts;
using Microsoft.Extensions.Hosting;

namespace MentorCloud.App.Tests.Facts;

/// <summary>A feed that can lose its consumers' places, as a crash before they are written does.</summary>
internal sealed class ReplayedFeed : IFactFeed
{
    private TaskCompletionSource _stopped = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private long _place;

    public List<FactRecord> Facts { get; } = [];

    public bool LosesItsPlace { get; set; }

    public long Latest => Facts.Count;

    /// <summary>Lets a consumer follow the facts to their end, or to the failure, and stops it.</summary>
    public async Task RunAsync(IHostedService consumer)
    {
        // Before it starts: it may be at the end before its start is answered.
        _stopped = new(TaskCreationOptions.RunContinuationsAsynchronously);
        await consumer.StartAsync(default);
        await _stopped.Task;
        await consumer.StopAsync(default);
    }

    public Task<IReadOnlyList<FactRecord>> ReadAsync(long after, int most, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<FactRecord>>([.. Facts.Where(fact => fact.Position > after).Take(most)]);

    public Task WaitAsync(long after, CancellationToken cancellationToken)
    {
        _stopped.TrySetResult();
        return Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellationToken);
    }

    public Task<long> CheckpointAsync(string consumer, CancellationToken cancellationToken) => Task.FromResult(_place);

    public Task SaveCheckpointAsync(string consumer, long position, CancellationToken cancellationToken)
    {
        if (LosesItsPlace)
        {
            _stopped.TrySetResult();
            throw new IOException("The disk is full.");
        }

        _place = position;
        return Task.CompletedTask;
    }
}
