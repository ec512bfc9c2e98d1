using System.Text.Json;
using MentorCloud.Integration.Tests.Http;
using MentorCloud.Integration.Tests.Processes;
using MentorCloud.Integration.Tests.Tenants;

namespace MentorCloud.Integration.Tests.Kill;

/// <summary>kill -9 during writes, again and again: nothing acknowledged is lost, and nothing repeated is doubled.</summary>
public sealed class KillTests
{
    private const int Cycles = 20;
    private const int Writers = 4;
    private const int Seed = 20_260_501;
    private const int MostWrites = 60;
    private const int LongestPauseMilliseconds = 25;

    [Fact]
    public async Task Server_killed_during_writes_keeps_everything_acknowledged()
    {
        using var folder = new DataFolder();
        var tenant = new DemoTenant((await folder.RunAsync("demo", "--json")).Json());
        var ledger = new Ledger();
        var random = new Random(Seed);
        for (var cycle = 0; cycle < Cycles; cycle++)
        {
            await using var server = await HostServer.StartAsync(folder);
            using var client = await tenant.ClientAsync(server.Address);
            await CheckAcknowledgedAsync(client, ledger);
            await RepeatUnansweredAsync(client, ledger);
            await WriteUntilKilledAsync(server, client, ledger, $"{cycle}", random);
        }

        await CheckAllAsync(folder, tenant, ledger);
        Assert.Equal(0, (await folder.RunAsync("rebuild-views")).ExitCode);
        Assert.Equal("The views were right.", (await folder.RunAsync("rebuild-views")).Output.Trim());
    }

    /// <summary>Kills at a moment that a number of acknowledgements and a short pause make, while others are in flight.</summary>
    private static async Task WriteUntilKilledAsync(HostServer server, GraphQLClient client, Ledger ledger, string cycle, Random random)
    {
        var left = random.Next(1, MostWrites);
        var pause = TimeSpan.FromMilliseconds(random.Next(LongestPauseMilliseconds));
        var moment = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var writing = Enumerable.Range(0, Writers).Select(writer => new Writer(ledger, $"{cycle}-{writer}").WriteAsync(client, () =>
        {
            if (Interlocked.Decrement(ref left) == 0)
            {
                moment.SetResult();
            }
        })).ToList();
        await Task.WhenAny([moment.Task, .. writing]);
        Assert.True(moment.Task.IsCompleted, $"The server stopped answering by itself: {server.Said}");
        await Task.Delay(pause, TimeProvider.System);
        await server.KillAsync();
        await Task.WhenAll(writing);
    }

    private static async Task RepeatUnansweredAsync(GraphQLClient client, Ledger ledger)
    {
        foreach (var key in ledger.Unanswered)
        {
            await Writer.CreateAsync(client, ledger, key);
        }
    }

    /// <summary>Asks the grains for everything acknowledged.</summary>
    private static async Task CheckAcknowledgedAsync(GraphQLClient client, Ledger ledger)
    {
        foreach (var batch in ledger.Answered.Chunk(100))
        {
            var found = await client.QueryAsync(
                "query($ids: [ID!]!) { nodes(ids: $ids) { id ... on Cohort { name } } }", new { ids = batch.Select(each => each.Value) });
            Assert.Equal(batch.Select(each => Ledger.NameOf(each.Key)), found.GetProperty("nodes").EnumerateArray().Select(NameOf));
        }
    }

    /// <summary>Every key has exactly one cohort, in the grains and in the list.</summary>
    private static async Task CheckAllAsync(DataFolder folder, DemoTenant tenant, Ledger ledger)
    {
        await using var server = await HostServer.StartAsync(folder);
        using var client = await tenant.ClientAsync(server.Address);
        await RepeatUnansweredAsync(client, ledger);
        await CheckAcknowledgedAsync(client, ledger);
        var answered = ledger.Answered;
        Assert.True(answered.Count >= Cycles, $"Only {answered.Count} cohorts were written.");

        var expected = answered.Keys.Select(Ledger.NameOf).Order(StringComparer.Ordinal).ToList();
        var listed = await Poll.UntilAsync("every cohort in the list", HostProgram.Bound, async () =>
        {
            var names = await ListAsync(client);
            return names.Count >= expected.Count ? names : null;
        });
        Assert.Equal(expected, listed.Order(StringComparer.Ordinal));
        Assert.Equal(0, await server.StopAsync());
    }

    private static async Task<List<string>> ListAsync(GraphQLClient client)
    {
        var names = new List<string>();
        string? after = null;
        do
        {
            var page = (await client.QueryAsync(
                "query($after: String) { cohorts(first: 100, after: $after) { nodes { name } pageInfo { hasNextPage endCursor } } }", new { after })).GetProperty("cohorts");
            names.AddRange(page.GetProperty("nodes").EnumerateArray().Select(NameOf).Where(name => name.StartsWith("Cohort ", StringComparison.Ordinal)));
            var info = page.GetProperty("pageInfo");
            after = info.GetProperty("hasNextPage").GetBoolean() ? info.GetProperty("endCursor").GetString() : null;
        }
        while (after is not null);
        return names;
    }

    private static string NameOf(JsonElement cohort) => cohort.ValueKind == JsonValueKind.Null ? "(lost)" : cohort.GetProperty("name").GetString()!;
}
