using MentorCloud.Integration.Tests.Imports;
using MentorCloud.Integration.Tests.MainJob;
using MentorCloud.Integration.Tests.Processes;
using MentorCloud.Integration.Tests.Tenants;

namespace MentorCloud.Integration.Tests.Kill;

/// <summary>kill -9 in the middle of a round's publication: nobody sees half of it, and it is finished after the restart.</summary>
public sealed class KilledPublicationTests
{
    private const int Pairs = 300;

    [Fact]
    public async Task Publication_killed_half_way_is_finished_after_the_restart()
    {
        using var folder = new DataFolder();
        var tenant = new DemoTenant((await folder.RunAsync("demo", "--json")).Json());
        var (cohort, round) = await KillDuringAsync(folder, tenant);

        await using var server = await HostServer.StartAsync(folder);
        using var client = await tenant.ClientAsync(server.Address);
        var job = new CohortByIntegrator(client);

        // Asked in this order: what is seen before the round is published is too much.
        var seen = await KilledWork.PairingsAsync(client, cohort);
        var status = (await client.QueryAsync("query($round: ID!) { round(id: $round) { status } }", new { round })).GetProperty("round").GetProperty("status").GetString();
        Assert.True(seen == 0 || status == "PUBLISHED", $"{seen} pairings are seen while the round is {status}.");
        var published = await job.UntilAsync(round, "PUBLISHED");

        Assert.Equal(Pairs, published.GetProperty("pairCount").GetInt32());
        await Poll.UntilAsync("every pairing in the list", HostProgram.Bound, async () =>
        {
            var count = await KilledWork.PairingsAsync(client, cohort);
            Assert.True(count <= Pairs, $"{count} pairings of {Pairs} pairs.");
            return count == Pairs ? "all" : null;
        });
        Assert.Equal(0, await server.StopAsync());
        Assert.Equal(0, (await folder.RunAsync("rebuild-views")).ExitCode);
        Assert.Equal("The views were right.", (await folder.RunAsync("rebuild-views")).Output.Trim());
    }

    /// <summary>Asks for the publication and kills as soon as it is acknowledged, before its hundreds of pairings can be done.</summary>
    private static async Task<(string Cohort, string Round)> KillDuringAsync(DataFolder folder, DemoTenant tenant)
    {
        await using var server = await HostServer.StartAsync(folder);
        using var client = await tenant.ClientAsync(server.Address);
        var job = new CohortByIntegrator(client);
        var rows = Enumerable.Range(0, Pairs).SelectMany(number => new[] { RosterUpload.Mentor($"KP-M{number}"), RosterUpload.Mentee($"KP-E{number}") });
        var cohort = await job.OpenAsync(RosterUpload.File(rows), people: 2 * Pairs);
        var round = (await job.DraftAsync(cohort)).GetProperty("id").GetString()!;
        await client.MutateAsync("roundPublish", "round { status }", new { idempotencyKey = "killed-publish", round });
        await server.KillAsync();
        return (cohort, round);
    }
}
