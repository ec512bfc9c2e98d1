using System.Text.Json;
using MentorCloud.Integration.Tests.Http;
using MentorCloud.Integration.Tests.Processes;

namespace MentorCloud.Cluster.Tests.Silos;

/// <summary>Two real silos on Azure Storage (Azurite) and PostgreSQL, over HTTP.</summary>
public sealed class TwoSilosTests(Installation installation) : IClassFixture<Installation>
{
    private const string Pairings = "{ pairings(first: 50) { totalCount nodes { id stage score mentor { name } mentee { name } } } }";

    [Fact]
    public async Task Whole_job_goes_through_two_silos_and_survives_the_end_of_each()
    {
        var demo = (await SiloProcess.RunAsync(installation.Settings(), ["demo", "--json", .. installation.Options])).Json();
        Assert.Equal((19, true), (demo.GetProperty("pairings").GetInt32(), demo.GetProperty("certificateVerified").GetBoolean()));

        var second = installation.Settings();
        string pairings, cohort;
        await using (var one = await SiloProcess.ServeAsync(installation.Settings(), installation.Options))
        await using (var two = await SiloProcess.ServeAsync(second, installation.Options))
        {
            using var atOne = await ClientAsync(one, demo);
            using var atTwo = await ClientAsync(two, demo);
            pairings = (await atOne.QueryAsync(Pairings)).GetRawText();
            Assert.Equal(pairings, (await atTwo.QueryAsync(Pairings)).GetRawText());
            Assert.Equal("made at the second", await NameAsync(atOne, await CreateAsync(atTwo, "made at the second")));

            Assert.Equal(0, await one.StopAsync());
            cohort = await CreateAsync(atTwo, "made when one was left");
            await UntilListedAsync(atTwo, "made when one was left");
            await two.KillAsync();
        }

        await using var again = await SiloProcess.ServeAsync(second, installation.Options);
        using var atAgain = await ClientAsync(again, demo);
        Assert.Equal("made when one was left", await NameAsync(atAgain, cohort));
        Assert.Equal(pairings, (await atAgain.QueryAsync(Pairings)).GetRawText());
        Assert.Equal(0, await again.StopAsync());
        await ViewsAreRightAsync();
    }

    private async Task ViewsAreRightAsync()
    {
        var rebuilt = await SiloProcess.RunAsync(installation.Settings(), ["rebuild-views", .. installation.Options]);
        Assert.True(rebuilt.ExitCode == 0, rebuilt.Error);
        Assert.Equal("The views were right.", rebuilt.Output.Trim());
    }

    private static Task<GraphQLClient> ClientAsync(SiloProcess silo, JsonElement demo)
    {
        var login = demo.GetProperty("login");
        return GraphQLClient.OfMachineAsync(silo.Address, login.GetProperty("clientId").GetString()!, login.GetProperty("clientSecret").GetString()!);
    }

    private static async Task<string?> NameAsync(GraphQLClient client, string cohort) =>
        (await client.QueryAsync("query($id: ID!) { cohort(id: $id) { name } }", new { id = cohort })).GetProperty("cohort").GetProperty("name").GetString();

    /// <summary>Views follow in a moment; what a silo killed before has not told yet, it tells a minute after its return.</summary>
    private static Task<string> UntilListedAsync(GraphQLClient client, string name) => Poll.UntilAsync($"{name} in the list", SiloProcess.Bound, async () =>
        (await client.QueryAsync("{ cohorts(first: 50) { nodes { name } } }")).GetRawText().Contains(name, StringComparison.Ordinal) ? name : null);

    private static async Task<string> CreateAsync(GraphQLClient client, string name) =>
        (await client.MutateAsync("cohortCreate", "cohort { id }", new { idempotencyKey = name, design = new { name } })).GetProperty("cohort").GetProperty("id").GetString()!;
}
