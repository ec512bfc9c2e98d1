using System.Text;
using MentorCloud.GraphQL.Loaders;
using MentorCloud.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace MentorCloud.GraphQL.Tests.Execution;

/// <summary>Batches that are under way when nobody waits for them any more: nothing hangs, and nothing reaches the next request.</summary>
public sealed class AbandonedLoaderTests : IAsyncDisposable
{
    /// <summary>So that what never comes fails the test; far more than anything takes.</summary>
    private static readonly TimeSpan Bound = TimeSpan.FromMinutes(2);

    private static readonly Schema Things = new SchemaBuilder(
        """
        type Query { named: String  forgotten: Int  gated: Int }
        type Mutation { forget: Int  named: String }
        """)
        .Resolvers("Query", typeof(Queries))
        .Resolvers("Mutation", typeof(Changes))
        .Build();

    private readonly ManualTimeProvider _clock = new();
    private readonly GraphQLEngine _engine;
    private readonly ServiceProvider _services = new ServiceCollection().AddSingleton<Store>().AddSingleton<KeptNames>().BuildServiceProvider();

    public AbandonedLoaderTests() => _engine = new GraphQLEngine(Things, new GraphQLEngineOptions { Clock = _clock });

    private Store Kept => _services.GetRequiredService<Store>();

    public ValueTask DisposeAsync() => _services.DisposeAsync();

    [Fact]
    public async Task Question_whose_batch_outlives_its_operation_is_cancelled_and_its_resolver_ends()
    {
        var running = RunAsync("{ named }");
        await Kept.SentAsync(batches: 1);

        _clock.Advance(TimeSpan.FromMinutes(1));

        Assert.Contains(ErrorCodes.ExecutionTimeout, await running, StringComparison.Ordinal);
        Assert.Equal("cancelled", await Kept.Ended.Task.WaitAsync(Bound, TestContext.Current.CancellationToken));
        Kept.Answer(batch: 0, "late");
        Assert.Equal("""{"data":{"gated":1}}""", await GatedAsync());
    }

    /// <summary>The operation's object serves the next request, which waits when the batch of the one before arrives.</summary>
    [Fact]
    public async Task Batch_that_nobody_awaited_does_not_arrive_in_the_next_request()
    {
        var first = RunAsync("{ forgotten gated }");
        await Kept.SentAsync(batches: 1);
        var gate = Kept.Gate;
        Kept.Gate = new TaskCompletionSource();
        gate.SetResult();
        Assert.Equal("""{"data":{"forgotten":0,"gated":1}}""", await first);
        Assert.True(Kept.Question!.IsCanceled);
        var arrived = false;
        _ = Kept.Question.ContinueWith(_ => arrived = true, CancellationToken.None, TaskContinuationOptions.NotOnCanceled | TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);

        var second = RunAsync("{ gated }");
        Kept.Answer(batch: 0, "late");
        Assert.False(second.IsCompleted);
        Kept.Gate.SetResult();

        Assert.Equal("""{"data":{"gated":1}}""", await second);
        Assert.False(arrived);
    }

    /// <summary>A loader that is a service of its own comes again in the next root field: it asks again there, and is told by its own batch only.</summary>
    [Fact]
    public async Task Batch_of_a_root_field_that_is_over_does_not_answer_the_next_one()
    {
        var running = RunAsync("mutation { forget named }");
        await Kept.SentAsync(batches: 1);
        Kept.Gate.SetResult();
        await Kept.SentAsync(batches: 2);

        Kept.Answer(batch: 0, "before the change");
        Kept.Answer(batch: 1, "after it");

        Assert.Equal("""{"data":{"forget":1,"named":"after it"}}""", await running);
    }

    private async Task<string> GatedAsync()
    {
        Kept.Gate.SetResult();
        return await RunAsync("{ gated }");
    }

    private async Task<string> RunAsync(string query)
    {
        using var response = await _engine.ExecuteAsync(new GraphQLRequest(query), new GraphQLRequestContext(_services));
        return Encoding.UTF8.GetString(response.Json.Span);
    }

    private sealed class Store
    {
        private readonly List<TaskCompletionSource<IReadOnlyDictionary<int, string>>> _batches = [];
        private readonly TaskCompletionSource[] _sent = [.. Enumerable.Range(0, 2).Select(_ => new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously))];

        /// <summary>What fields that have nothing to ask wait for.</summary>
        public TaskCompletionSource Gate { get; set; } = new();

        /// <summary>How the question of a resolver that awaited it came to its end.</summary>
        public TaskCompletionSource<string> Ended { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task<string?>? Question { get; set; }

        public Task<IReadOnlyDictionary<int, string>> Send()
        {
            var batch = new TaskCompletionSource<IReadOnlyDictionary<int, string>>();
            _batches.Add(batch);
            _sent[_batches.Count - 1].SetResult();
            return batch.Task;
        }

        public Task SentAsync(int batches) => _sent[batches - 1].Task.WaitAsync(Bound, TestContext.Current.CancellationToken);

        public void Answer(int batch, string value) => _batches[batch].SetResult(new Dictionary<int, string> { [1] = value });
    }

    private sealed class Names(Store store) : DataLoader<int, string>
    {
        // As a loader that does not look at its token.
        protected override Task<IReadOnlyDictionary<int, string>> LoadBatchAsync(IReadOnlyList<int> keys, CancellationToken cancellationToken) => store.Send();
    }

    private sealed class KeptNames(Store store) : DataLoader<int, string>
    {
        protected override Task<IReadOnlyDictionary<int, string>> LoadBatchAsync(IReadOnlyList<int> keys, CancellationToken cancellationToken) => store.Send();
    }

    private static class Queries
    {
        public static async Task<string?> NamedAsync(Store store, Names names)
        {
            var question = names.LoadAsync(1);
            try
            {
                return await question;
            }
            finally
            {
                store.Ended.SetResult(question.IsCanceled ? "cancelled" : "answered");
            }
        }

        public static int? Forgotten(Store store, Names names)
        {
            store.Question = names.LoadAsync(1);
            return 0;
        }

        public static async Task<int?> GatedAsync(Store store)
        {
            await store.Gate.Task;
            return 1;
        }
    }

    private static class Changes
    {
        public static async Task<int?> ForgetAsync(Store store, KeptNames names)
        {
            _ = names.LoadAsync(1);
            await store.Gate.Task;
            return 1;
        }

        public static Task<string?> NamedAsync(KeptNames names) => names.LoadAsync(1);
    }
}
