using System.Text;
using MentorCloud.GraphQL.Loaders;
using Microsoft.Extensions.DependencyInjection;

namespace MentorCloud.GraphQL.Tests.Execution;

/// <summary>Loaders that are asked by resolvers which awaited something else before, when the operation waits already.</summary>
public sealed class LateLoaderTests : IAsyncDisposable
{
    private static readonly Schema Things = new SchemaBuilder(
        """
        type Query { things(count: Int!): [Thing!]!  leak: Int  broken(how: String!): String }
        type Mutation { rename(id: Int!, name: String!): Thing! }
        type Thing { id: Int!  name: String  twice: String  next: Thing  rescued: String }
        """)
        .Resolvers("Query", typeof(Queries))
        .Resolvers("Mutation", typeof(Changes))
        .Resolvers("Thing", typeof(ThingFields))
        .Build();

    private readonly GraphQLEngine _engine = new(Things);
    private readonly ServiceProvider _services = new ServiceCollection().AddSingleton<Store>().BuildServiceProvider();

    private Store Kept => _services.GetRequiredService<Store>();

    public ValueTask DisposeAsync() => _services.DisposeAsync();

    /// <summary>The gate opens only once the operation waits: nothing but the question itself can wake it.</summary>
    [Fact]
    public async Task Loader_asked_while_the_operation_waits_is_sent()
    {
        var running = RunAsync("{ things(count: 1) { id name } }");
        Assert.False(running.IsCompleted);

        Kept.Gate.SetResult();

        Assert.Equal("""{"data":{"things":[{"id":0,"name":"t0"}]}}""", await running);
        Assert.Equal([0], Kept.Asked);
    }

    [Fact]
    public async Task Keys_asked_late_are_asked_once_each_and_their_values_stand_in_order()
    {
        var running = RunAsync("{ things(count: 5) { name again: name } }");
        Kept.Gate.SetResult();

        Assert.Equal(
            """{"data":{"things":[{"name":"t0","again":"t0"},{"name":"t1","again":"t1"},{"name":"t2","again":"t2"},{"name":"t3","again":"t3"},{"name":"t4","again":"t4"}]}}""",
            await running);
        Assert.Equal([0, 1, 2, 3, 4], Kept.Asked.Order());
    }

    [Fact]
    public async Task Loaders_asked_late_one_behind_the_other_and_on_every_level_are_all_sent()
    {
        var running = RunAsync("{ things(count: 2) { twice next { twice next { twice } } } }");
        Kept.Gate.SetResult();

        Assert.Equal(
            """{"data":{"things":[{"twice":"t0 & t100","next":{"twice":"t1 & t101","next":{"twice":"t2 & t102"}}},{"twice":"t1 & t101","next":{"twice":"t2 & t102","next":{"twice":"t3 & t103"}}}]}}""",
            await running);
    }

    [Fact]
    public async Task Batch_that_fails_fails_the_fields_that_asked_for_it_and_no_other()
    {
        var running = RunAsync("{ things(count: 1) { id name rescued } }");
        Kept.Failing = 0;
        Kept.Gate.SetResult();

        var json = await running;

        Assert.Contains("\"path\":[\"things\",0,\"name\"]", json, StringComparison.Ordinal);
        Assert.EndsWith("""],"data":{"things":[{"id":0,"name":null,"rescued":"t7"}]}}""", json, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("no task")]
    [InlineData("no dictionary")]
    public async Task Batch_that_is_none_fails_its_fields_alone(string how)
    {
        var json = await RunAsync($$"""{ broken(how: "{{how}}") things(count: 1) { id } }""");

        Assert.Contains("\"path\":[\"broken\"]", json, StringComparison.Ordinal);
        Assert.EndsWith("""],"data":{"broken":null,"things":[{"id":0}]}}""", json, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Root_fields_of_a_mutation_that_ask_late_show_what_is_there_after_their_own_change()
    {
        var running = RunAsync("""mutation { a: rename(id: 1, name: "x") { name } b: rename(id: 1, name: "y") { name twice } }""");
        Kept.Gate.SetResult();

        Assert.Equal("""{"data":{"a":{"name":"x"},"b":{"name":"y","twice":"y & t101"}}}""", await running);
    }

    /// <summary>Questions from the pool's threads race with the operation as it begins to wait.</summary>
    [Fact]
    public async Task No_question_is_lost_however_it_meets_the_wait()
    {
        Kept.Gate.SetResult();
        Kept.Yields = true;
        for (var turn = 0; turn < 2_000; turn++)
        {
            Assert.Equal("""{"data":{"things":[{"twice":"t0 & t100"},{"twice":"t1 & t101"}]}}""", await RunAsync("{ things(count: 2) { twice } }"));
        }
    }

    [Fact]
    public async Task Question_that_nobody_would_send_is_refused()
    {
        await Assert.ThrowsAsync<InvalidOperationException>(() => new Names(Kept).LoadAsync(1));
        await RunAsync("{ leak }");

        await Assert.ThrowsAsync<InvalidOperationException>(() => Kept.Leaked!.LoadAsync(1));
        Assert.Contains("Subscription.ticks: its resolver takes a loader", Assert.Throws<SchemaException>(() => new SchemaBuilder(
            "type Query { leak: Int } type Subscription { ticks: Int! }")
            .Resolvers("Query", typeof(Queries)).Resolvers("Subscription", typeof(Streams)).Build()).Problems[0], StringComparison.Ordinal);
    }

    private async Task<string> RunAsync(string query)
    {
        using var response = await _engine.ExecuteAsync(new GraphQLRequest(query), new GraphQLRequestContext(_services));
        return Encoding.UTF8.GetString(response.Json.Span);
    }

    private sealed record Thing(int Id);

    private sealed class Store
    {
        /// <summary>What resolvers await before they ask a loader.</summary>
        public TaskCompletionSource Gate { get; } = new();

        public bool Yields { get; set; }

        public int? Failing { get; set; }

        public List<int> Asked { get; } = [];

        public Dictionary<int, string> Renamed { get; } = [];

        public Names? Leaked { get; set; }

        public async Task WorkAsync()
        {
            await Gate.Task;
            if (Yields) await Task.Yield();
        }
    }

    private sealed class Names(Store store) : DataLoader<int, string>
    {
        protected override async Task<IReadOnlyDictionary<int, string>> LoadBatchAsync(IReadOnlyList<int> keys, CancellationToken cancellationToken)
        {
            store.Asked.AddRange(keys);
            await Task.Yield();
            if (store.Failing is { } failing && keys.Contains(failing)) throw new GraphQLException("That one is broken.", "BROKEN");
            return keys.ToDictionary(key => key, key => store.Renamed.GetValueOrDefault(key, $"t{key}"));
        }
    }

    private sealed class NoTask : DataLoader<int, string>
    {
        protected override Task<IReadOnlyDictionary<int, string>> LoadBatchAsync(IReadOnlyList<int> keys, CancellationToken cancellationToken) => null!;
    }

    private sealed class NoDictionary : DataLoader<int, string>
    {
        protected override Task<IReadOnlyDictionary<int, string>> LoadBatchAsync(IReadOnlyList<int> keys, CancellationToken cancellationToken) =>
            Task.FromResult<IReadOnlyDictionary<int, string>>(null!);
    }

    private static class Queries
    {
        public static IReadOnlyList<Thing> Things(int count) => [.. Enumerable.Range(0, count).Select(id => new Thing(id))];

        public static int? Leak(Store store, Names names)
        {
            store.Leaked = names;
            return null;
        }

        public static Task<string?> Broken(string how, NoTask task, NoDictionary dictionary) => how == "no task" ? task.LoadAsync(1) : dictionary.LoadAsync(1);
    }

    private static class Changes
    {
        public static async Task<Thing> RenameAsync(int id, string name, Store store)
        {
            await store.WorkAsync();
            store.Renamed[id] = name;
            return new Thing(id);
        }
    }

    private static class ThingFields
    {
        public static async Task<string?> NameAsync(Thing parent, Store store, Names names)
        {
            await store.WorkAsync();
            return await names.LoadAsync(parent.Id);
        }

        public static async Task<string?> TwiceAsync(Thing parent, Store store, Names names)
        {
            await store.WorkAsync();
            var first = await names.LoadAsync(parent.Id);
            await store.WorkAsync();
            return $"{first} & {await names.LoadAsync(parent.Id + 100)}";
        }

        public static async Task<Thing?> NextAsync(Thing parent, Store store, Names names)
        {
            await store.WorkAsync();
            await names.LoadAsync(parent.Id + 200);
            return new Thing(parent.Id + 1);
        }

        public static async Task<string?> RescuedAsync(Thing parent, Store store, Names names)
        {
            await store.WorkAsync();
            try
            {
                return await names.LoadAsync(parent.Id);
            }
            catch (GraphQLException)
            {
                return await names.LoadAsync(7);
            }
        }
    }

    private static class Streams
    {
        public static IAsyncEnumerable<int> Ticks(Names names) => throw new NotSupportedException(names.ToString());
    }
}
