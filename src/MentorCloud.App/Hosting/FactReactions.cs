using MentorCloud.Contracts.Background;
using MentorCloud.Contracts.Facts;
using MentorCloud.Domain.Facts;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace MentorCloud.App.Hosting;

/// <summary>
/// Does something for every published fact of a kind. It keeps its place in the feed and saves it after each reaction: none is
/// lost, and after a crash at most the last one is repeated, so reactions must be safe to repeat.
/// </summary>
/// <param name="consumer">The name of its place in the feed.</param>
/// <param name="feed">The facts.</param>
/// <param name="clock">For the pause after a failure.</param>
/// <param name="log">Where failures are told.</param>
internal abstract class FactReactions(string consumer, IFactFeed feed, TimeProvider clock, ILogger log) : BackgroundService, IBackgroundWork
{
    private const int ReadAtOnce = 500;
    private static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(10);

    private readonly FeedPlace place = new();

    /// <inheritdoc/>
    public long Asked => feed.Latest;

    /// <inheritdoc/>
    public Task RestAsync(CancellationToken cancellationToken) => place.RestAsync(feed, cancellationToken);

    /// <summary>Whether a fact is of the kind.</summary>
    protected abstract bool Concerns(Fact fact);

    /// <summary>Does what follows from it. An exception stops here, and this fact is tried again.</summary>
    protected abstract Task ReactAsync(FactRecord record, CancellationToken cancellationToken);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await FollowAsync(stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception exception)
            {
                log.LogError(exception, "Facts could not be followed for {Consumer}; trying again in {Seconds} s", consumer, RetryAfter.TotalSeconds);
                place.Fail();
                await Task.Delay(RetryAfter, clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private async Task FollowAsync(CancellationToken stopping)
    {
        var position = await feed.CheckpointAsync(consumer, stopping);
        while (!stopping.IsCancellationRequested)
        {
            place.Reach(position);
            var facts = await feed.ReadAsync(position, ReadAtOnce, stopping);
            if (facts.Count == 0)
            {
                await feed.WaitAsync(position, stopping);
                continue;
            }

            foreach (var record in facts.Where(record => Concerns(record.Fact)))
            {
                await ReactAsync(record, stopping);
                await feed.SaveCheckpointAsync(consumer, record.Position, stopping);
            }

            position = facts[^1].Position;
            if (facts.Count == ReadAtOnce)
            {
                await feed.SaveCheckpointAsync(consumer, position, stopping);
            }
        }
    }
}
