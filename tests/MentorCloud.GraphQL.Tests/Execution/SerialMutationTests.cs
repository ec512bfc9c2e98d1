using System.Text;
using MentorCloud.GraphQL.Loaders;
using Microsoft.Extensions.DependencyInjection;

namespace MentorCloud.GraphQL.Tests.Execution;

public sealed class SerialMutationTests
{
    private static readonly Schema Counters = new SchemaBuilder(
        "type Query { a: Int } type Mutation { add(by: Int!): Counter! addLater(by: Int!): Counter! } type Counter { value: Int! }")
        .Resolvers("Query", typeof(NoFields))
        .Resolvers("Mutation", typeof(Changes))
        .Resolvers("Counter", typeof(CounterFields))
        .Build();

    [Theory]
    [InlineData("add", "add")]
    [InlineData("add", "addLater")]
    [InlineData("addLater", "add")]
    [InlineData("addLater", "addLater")]
    public async Task Each_root_field_shows_what_is_there_after_its_own_change(string first, string second)
    {
        await using var services = new ServiceCollection().AddSingleton<Tally>().BuildServiceProvider();
        using var response = await new GraphQLEngine(Counters).ExecuteAsync(
            new GraphQLRequest($"mutation {{ a: {first}(by: 1) {{ value }} b: {second}(by: 2) {{ value again: value }} }}"),
            new GraphQLRequestContext(services));

        Assert.Equal("""{"data":{"a":{"value":1},"b":{"value":3,"again":3}}}""", Encoding.UTF8.GetString(response.Json.Span));
        Assert.Equal(2, services.GetRequiredService<Tally>().Reads);
    }

    private sealed class Tally
    {
        public int Value { get; set; }

        public int Reads { get; set; }
    }

    private sealed record Counter(int Id);

    private sealed class CounterLoader(Tally tally) : DataLoader<int, string>
    {
        protected override Task<IReadOnlyDictionary<int, string>> LoadBatchAsync(IReadOnlyList<int> keys, CancellationToken cancellationToken)
        {
            tally.Reads++;
            IReadOnlyDictionary<int, string> found = keys.ToDictionary(key => key, _ => $"{tally.Value}");
            return Task.FromResult(found);
        }
    }

    private static class NoFields
    {
        public static int? A() => null;
    }

    private static class Changes
    {
        public static Counter Add(int by, Tally tally)
        {
            tally.Value += by;
            return new Counter(1);
        }

        public static async Task<Counter> AddLaterAsync(int by, Tally tally)
        {
            await Task.Yield();
            return Add(by, tally);
        }
    }

    private static class CounterFields
    {
        public static async Task<int> ValueAsync(Counter parent, CounterLoader loader) =>
            int.Parse((await loader.LoadAsync(parent.Id))!, System.Globalization.CultureInfo.InvariantCulture);
    }
}
