using MentorCloud.GraphQL.Tests.Sample;

namespace MentorCloud.GraphQL.Tests.Execution;

/// <summary>What a request allocates does not depend on how many fields it asks: values go straight to a pooled buffer.</summary>
public sealed class AllocationTests(ITestOutputHelper output)
{
    private readonly SampleEngine sample = new();

    [Fact]
    public async Task Fields_cost_no_allocation()
    {
        var few = await AllocatedAsync("{ books { id } }");
        var many = await AllocatedAsync($"{{ books {{ {string.Join(' ', Enumerable.Range(0, 90).Select(n => $"f{n}: {(n % 3) switch { 0 => "id", 1 => "pages", _ => "genre" }}"))} }} }}");

        output.WriteLine($"{few} bytes for 3 fields, {many} for 270");
        Assert.Equal(few, many);
        Assert.InRange(few, 1, 1_000);
    }

    /// <summary>The least of many runs: what a request needs once its plan is there; the runtime's own tables grow now and then.</summary>
    private async Task<long> AllocatedAsync(string query)
    {
        var request = new GraphQLRequest(query);
        var context = new GraphQLRequestContext(sample.Services);
        var least = long.MaxValue;
        for (var n = 0; n < 200; n++)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            using (await sample.Engine.ExecuteAsync(request, context))
            {
                // Resolvers answer at once, so this stays on its thread.
            }

            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
        }

        return least;
    }
}
