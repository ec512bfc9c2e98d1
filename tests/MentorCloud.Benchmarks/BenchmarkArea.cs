namespace MentorCloud.Benchmarks;

/// <summary>Finds the area named on the command line and runs it: <c>-- AREA [--json FILE]</c>.</summary>
internal static class BenchmarkArea
{
    /// <summary>One entry for each area; an area lives in the folder of its name.</summary>
    private static readonly Dictionary<string, Func<string[], Task<int>>> Areas = new(StringComparer.Ordinal)
    {
        ["grains"] = Grains.GrainsArea.RunAsync,
        ["storage"] = Storage.StorageArea.RunAsync,
        ["pairings"] = Pairings.PairingsArea.RunAsync,
        ["matching"] = Matching.MatchingArea.RunAsync,
        ["start"] = Start.StartArea.RunAsync,
        ["graphql"] = GraphQL.GraphQLArea.RunAsync,
        ["page"] = GraphQL.PageArea.RunAsync,
        ["subscriptions"] = GraphQL.SubscriptionsArea.RunAsync,
    };

    public static async Task<int> RunAsync(string[] args)
    {
        if (args.Length > 0 && Areas.TryGetValue(args[0], out var run))
        {
            return await run(args[1..]);
        }

        await Console.Error.WriteLineAsync($"Name an area: {string.Join(", ", Areas.Keys.Order(StringComparer.Ordinal))}");
        return 2;
    }
}
