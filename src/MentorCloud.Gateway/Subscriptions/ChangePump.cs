using MentorCloud.Contracts.Background;
using MentorCloud.Contracts.Facts;
using MentorCloud.Contracts.Views;
using MentorCloud.Domain.Facts;
using MentorCloud.Domain.Identifiers;
using MentorCloud.Domain.Pairings.Health;
using MentorCloud.GraphQL.Subscriptions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace MentorCloud.Gateway.Subscriptions;

/// <summary>
/// Reads the feed of published facts from now on and hands them to whoever listens. It keeps no place: subscribers are
/// told how things stand when they come, so what happened before they came does not concern them.
/// </summary>
internal sealed class ChangePump(IFactFeed feed, IViews views, EventHub<ChangeTopic, Change> hub, TimeProvider clock, ILogger<ChangePump> log)
    : BackgroundService, IBackgroundWork
{
    private const int AtOnce = 500;
    private static readonly TimeSpan AfterFailure = TimeSpan.FromSeconds(1);

    private readonly FeedPlace place = new();

    /// <inheritdoc/>
    public long Asked => feed.Latest;

    /// <inheritdoc/>
    public Task RestAsync(CancellationToken cancellationToken) => place.RestAsync(feed, cancellationToken);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var after = feed.Latest;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                place.Reach(after);
                await feed.WaitAsync(after, stoppingToken);
                after = await PassOnAsync(after, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception exception)
            {
                log.LogError(exception, "Facts after {Position} could not be read for subscribers; trying again", after);
                place.Fail();
                await Task.Delay(AfterFailure, clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    /// <summary>Passes on what there is after a place, and gives the place reached.</summary>
    internal async Task<long> PassOnAsync(long after, CancellationToken cancellationToken)
    {
        // Asked in this order: who subscribes after the look at the topics reads how things stand at this position or later.
        var latest = feed.Latest;
        if (hub.TopicCount == 0)
        {
            return latest;
        }

        var read = await feed.ReadAsync(after, AtOnce, cancellationToken);
        Publish(read);
        return read.Count == 0 ? after : read[^1].Position;
    }

    /// <summary>A grain that told several facts at once is one change to who looks at it; escalations and health are told one by one.</summary>
    private void Publish(IReadOnlyList<FactRecord> facts)
    {
        foreach (var ofGrain in facts.GroupBy(fact => (fact.Tenant, fact.Grain)))
        {
            var confided = ofGrain.All(each => each.Fact is IConfided);
            hub.Publish(new ChangeTopic(ofGrain.Key.Tenant, ofGrain.Key.Grain), new Change(ofGrain.Last(), Confided: confided));
        }

        foreach (var fact in facts)
        {
            if (fact.Fact is PairingHealthChanged health)
            {
                hub.Publish(ChangeTopic.Health(fact.Tenant), Of(fact, health.Pairing));
            }
            else if (EscalationChange.Of(fact.Fact) is var (pairing, _))
            {
                hub.Publish(ChangeTopic.Escalations(fact.Tenant), Of(fact, pairing));
            }
        }
    }

    private Change Of(FactRecord fact, PairingId pairing) => new(fact, async () =>
        (await views.PairingsByIdAsync(fact.Tenant, [pairing], CancellationToken.None)).GetValueOrDefault(pairing));
}
