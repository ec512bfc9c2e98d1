using System.Text;
using MentorCloud.GraphQL.Subscriptions;
using Microsoft.Extensions.DependencyInjection;

namespace MentorCloud.GraphQL.Tests.Subscriptions;

public sealed class FailingSourceTests
{
    private readonly EventHub<string, int> hub = new(queueLength: 2);

    [Fact]
    public async Task Slow_consumer_gets_what_was_queued_then_a_coded_error_and_the_end()
    {
        var schema = new SchemaBuilder("type Query { a: Int } type Subscription { number: Int! }")
            .Resolvers("Query", typeof(NoFields))
            .Resolvers("Subscription", typeof(Numbers))
            .Build();
        await using var services = new ServiceCollection().AddSingleton(hub).BuildServiceProvider();
        await using var events = new GraphQLEngine(schema)
            .SubscribeAsync(new GraphQLRequest("subscription { number }"), new GraphQLRequestContext(services), TestContext.Current.CancellationToken)
            .GetAsyncEnumerator(TestContext.Current.CancellationToken);
        var first = events.MoveNextAsync().AsTask();
        hub.Publish("numbers", 1);
        Assert.True(await first);
        hub.Publish("numbers", 2);
        hub.Publish("numbers", 3);
        Assert.Equal(0, hub.Publish("numbers", 4));

        Assert.Equal("""{"data":{"number":1}}""", Text(events.Current));
        Assert.True(await events.MoveNextAsync());
        Assert.True(await events.MoveNextAsync());
        Assert.Equal("""{"data":{"number":3}}""", Text(events.Current));
        Assert.True(await events.MoveNextAsync());
        Assert.Contains(ErrorCodes.SlowConsumer, Text(events.Current), StringComparison.Ordinal);
        Assert.False(await events.MoveNextAsync());
        Assert.Equal(0, hub.TopicCount);
    }

    private static string Text(GraphQLResponse response) => Encoding.UTF8.GetString(response.Json.Span);

    private static class NoFields
    {
        public static int? A() => null;
    }

    private static class Numbers
    {
        public static IAsyncEnumerable<int> Number(EventHub<string, int> hub, CancellationToken cancellationToken) =>
            hub.Subscribe("numbers", cancellationToken);
    }
}
