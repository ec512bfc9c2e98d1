using MentorCloud.GraphQL.Subscriptions;

namespace MentorCloud.GraphQL.Tests.Subscriptions;

public sealed class EventHubTests
{
    [Fact]
    public async Task Subscriber_gets_its_topics_events_in_order()
    {
        var hub = new EventHub<string, int>();
        await using var events = hub.Subscribe("a").GetAsyncEnumerator();
        Assert.Equal(1, hub.Publish("a", 1));
        Assert.Equal(0, hub.Publish("b", 9));
        hub.Publish("a", 2);
        Assert.True(await events.MoveNextAsync());
        Assert.Equal(1, events.Current);
        Assert.True(await events.MoveNextAsync());
        Assert.Equal(2, events.Current);
    }

    [Fact]
    public async Task Slow_subscriber_is_ended_with_a_code_and_leaves()
    {
        var hub = new EventHub<string, int>(queueLength: 2);
        await using var events = hub.Subscribe("a").GetAsyncEnumerator();
        hub.Publish("a", 1);
        hub.Publish("a", 2);
        Assert.Equal(0, hub.Publish("a", 3));
        Assert.True(await events.MoveNextAsync());
        Assert.True(await events.MoveNextAsync());
        var refusal = await Assert.ThrowsAsync<GraphQLException>(async () => await events.MoveNextAsync());
        Assert.Equal(ErrorCodes.SlowConsumer, refusal.Error.Code);
        Assert.Equal(0, hub.TopicCount);
    }

    [Fact]
    public void Subscriber_that_comes_while_the_last_one_leaves_is_reached()
    {
        var hub = new EventHub<string, int>();
        for (var round = 0; round < 5_000; round++)
        {
            using var leaving = new CancellationTokenSource();
            using var staying = new CancellationTokenSource();
            _ = hub.Subscribe("a", leaving.Token);
            Parallel.Invoke(leaving.Cancel, () => _ = hub.Subscribe("a", staying.Token));

            Assert.Equal(1, hub.Publish("a", round));
            staying.Cancel();
        }
    }

    [Fact]
    public void Cancelled_subscriber_leaves_without_having_read()
    {
        var hub = new EventHub<string, int>();
        using var source = new CancellationTokenSource();
        _ = hub.Subscribe("a", source.Token);
        Assert.Equal(1, hub.TopicCount);
        source.Cancel();
        Assert.Equal(0, hub.TopicCount);
    }
}
