using System.Text;
using MentorCloud.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace MentorCloud.GraphQL.Tests.Subscriptions;

/// <summary>Time limits of subscriptions are those of one event, by the engine's own clock.</summary>
public sealed class LateEventTests
{
    private readonly ManualTimeProvider clock = new();
    private readonly TaskCompletionSource asked = new(TaskCreationOptions.RunContinuationsAsynchronously);

    [Fact]
    public async Task Event_that_takes_too_long_is_answered_by_a_code_and_the_next_one_goes_on()
    {
        var turns = 0;
        await using var services = new ServiceCollection().BuildServiceProvider();
        await using var events = Engine(_ => turns++ == 0 ? Stuck() : Task.FromResult<object?>(7))
            .SubscribeAsync(new GraphQLRequest("subscription { item { late } }"), new GraphQLRequestContext(services), TestContext.Current.CancellationToken)
            .GetAsyncEnumerator(TestContext.Current.CancellationToken);

        var first = events.MoveNextAsync().AsTask();
        await asked.Task;
        clock.Advance(TimeSpan.FromMinutes(1));

        Assert.True(await first);
        Assert.Contains(ErrorCodes.ExecutionTimeout, Text(events.Current), StringComparison.Ordinal);
        Assert.True(await events.MoveNextAsync());
        Assert.Equal("""{"data":{"item":{"late":7}}}""", Text(events.Current));
        Assert.False(await events.MoveNextAsync());
    }

    [Fact]
    public async Task Source_that_gives_up_by_itself_is_an_error_and_the_end()
    {
        await using var services = new ServiceCollection().BuildServiceProvider();
        await using var events = Engine(_ => null, opens: () => throw new OperationCanceledException("The source gave up."))
            .SubscribeAsync(new GraphQLRequest("subscription { item { late } }"), new GraphQLRequestContext(services), TestContext.Current.CancellationToken)
            .GetAsyncEnumerator(TestContext.Current.CancellationToken);

        Assert.True(await events.MoveNextAsync());
        Assert.Contains("\"errors\"", Text(events.Current), StringComparison.Ordinal);
        Assert.False(await events.MoveNextAsync());
    }

    private static string Text(GraphQLResponse response) => Encoding.UTF8.GetString(response.Json.Span);

    private static async IAsyncEnumerable<object?> Two()
    {
        await Task.CompletedTask;
        yield return "first";
        yield return "second";
    }

    private Task<object?> Stuck()
    {
        asked.SetResult();
        return new TaskCompletionSource<object?>().Task;
    }

    private GraphQLEngine Engine(Func<object?, object?> late, Func<object?>? opens = null)
    {
        var schema = new SchemaBuilder("type Query { a: Int } type Subscription { item: Item! } type Item { late: Int }")
            .DefaultResolver((parent, context) => context.FieldName == "item" ? opens is null ? Two() : opens() : late(parent))
            .Build();
        return new GraphQLEngine(schema, new GraphQLEngineOptions { Clock = clock });
    }
}
