using MentorCloud.App.Simulation;
using MentorCloud.App.Simulation.Watching;
using MentorCloud.Contracts.Background;
using MentorCloud.Contracts.Facts;
using MentorCloud.Domain.Identifiers;
using Microsoft.Extensions.Hosting;

namespace MentorCloud.App.Tests.Simulation;

/// <summary>A simulated clock is moved only when everything is at rest at once.</summary>
public sealed class StillnessTests
{
    private static readonly WatchedPublisher Publisher = new(new NoPublisher());

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Stillness_waits_for_what_is_asked_while_it_waits_for_something_else()
    {
        using var first = new Worker();
        using var second = new Worker();
        var grains = new Grains { AtFirstRest = first.Work.Begin };
        second.Work.Begin();

        var still = new Stillness(grains, Publisher, [first, second]).ComeAsync(Cancel);
        Assert.False(still.IsCompleted);
        second.Work.End();
        await grains.Asked.Task.WaitAsync(Cancel);

        // The first was idle when it was looked at, and has been asked for something since.
        Assert.False(still.IsCompleted);
        first.Work.End();
        await still.WaitAsync(Cancel);
        Assert.Equal(2, grains.Rests);
    }

    [Fact]
    public async Task Stillness_comes_at_once_when_nothing_is_under_way()
    {
        using var worker = new Worker();

        var still = new Stillness(new Grains(), Publisher, [worker]).ComeAsync(Cancel);

        Assert.True(still.IsCompletedSuccessfully);
        await still;
    }

    [Fact]
    public void Stillness_of_a_host_with_work_that_cannot_say_when_it_rests_is_refused()
    {
        using var mute = new Mute();

        var refused = Assert.Throws<InvalidOperationException>(() => new Stillness(new Grains(), Publisher, [mute]));

        Assert.Contains(nameof(Mute), refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Place_in_the_feed_rests_when_it_has_come_to_the_newest_fact_or_has_failed()
    {
        var (feed, place) = (new Feed { Latest = 2 }, new FeedPlace());

        var rest = place.RestAsync(feed, Cancel);
        place.Reach(1);
        Assert.False(rest.IsCompleted);
        place.Reach(2);
        await rest.WaitAsync(Cancel);

        feed.Latest = 3;
        var next = place.RestAsync(feed, Cancel);
        Assert.False(next.IsCompleted);
        place.Fail();
        await next.WaitAsync(Cancel);
    }

    [Fact]
    public async Task Waiting_for_rest_is_given_up_when_it_is_cancelled()
    {
        using var worker = new Worker();
        worker.Work.Begin();
        using var stop = new CancellationTokenSource();

        var still = new Stillness(new Grains(), Publisher, [worker]).ComeAsync(stop.Token);
        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => still.WaitAsync(Cancel));
    }

    private sealed class Worker : BackgroundService, IBackgroundWork
    {
        public WorkUnderWay Work { get; } = new();

        public long Asked => Work.Begun;

        public Task RestAsync(CancellationToken cancellationToken) => Work.RestAsync(cancellationToken);

        protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.CompletedTask;
    }

    private sealed class Mute : BackgroundService
    {
        protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.CompletedTask;
    }

    private sealed class Grains : IGrainHostProbe
    {
        public Action? AtFirstRest { get; init; }

        public TaskCompletionSource Asked { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public int Rests { get; private set; }

        public Task RestAsync(CancellationToken cancellationToken)
        {
            if (++Rests == 1)
            {
                AtFirstRest?.Invoke();
                Asked.TrySetResult();
            }

            return Task.CompletedTask;
        }

        public Task<StoreWrites> WritesAsync(CancellationToken cancellationToken) => Task.FromResult(new StoreWrites(0, 0));
    }

    private sealed class NoPublisher : IFactPublisher
    {
        public Task PublishAsync(TenantId tenant, string grain, IReadOnlyList<OutboxEntry> entries, CancellationToken cancellationToken) => Task.CompletedTask;
    }

    private sealed class Feed : IFactFeed
    {
        public long Latest { get; set; }

        public Task<IReadOnlyList<FactRecord>> ReadAsync(long after, int most, CancellationToken cancellationToken) => throw new NotSupportedException();

        public Task WaitAsync(long after, CancellationToken cancellationToken) => throw new NotSupportedException();

        public Task<long> CheckpointAsync(string consumer, CancellationToken cancellationToken) => throw new NotSupportedException();

        public Task SaveCheckpointAsync(string consumer, long position, CancellationToken cancellationToken) => throw new NotSupportedException();
    }
}
