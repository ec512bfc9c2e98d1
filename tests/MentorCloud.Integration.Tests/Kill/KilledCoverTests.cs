using System.Text.Json;
using MentorCloud.Integration.Tests.Http;
using MentorCloud.Integration.Tests.Imports;
using MentorCloud.Integration.Tests.MainJob;
using MentorCloud.Integration.Tests.Processes;
using MentorCloud.Integration.Tests.Tenants;

namespace MentorCloud.Integration.Tests.Kill;

/// <summary>kill -9 while a departed mentor's mentees are placed with others: everybody ends with exactly one mentor.</summary>
public sealed class KilledCoverTests
{
    private const int Mentees = 12;
    private const int People = Mentees + 3;

    [Fact]
    public async Task Cover_killed_while_it_is_placed_gives_every_mentee_one_mentor()
    {
        using var folder = new DataFolder();
        var tenant = new DemoTenant((await folder.RunAsync("demo", "--json")).Json());
        var (cohort, choices) = await KillDuringAsync(folder, tenant);

        await using var server = await HostServer.StartAsync(folder);
        using var admin = await tenant.AdminAsync(server.Address);
        var successors = new List<string>();
        foreach (var choice in choices)
        {
            var cover = (await AcceptAsync(admin, choice)).GetProperty("cover");
            Assert.Equal("PLACED", cover.GetProperty("status").GetString());
            successors.Add(cover.GetProperty("successor").GetProperty("id").GetString()!);
        }

        Assert.Distinct(successors);
        var all = await new CohortByIntegrator(admin).PairingsAsync(cohort, Mentees + choices.Count);
        var living = all.Where(pairing => pairing.GetProperty("stage").GetString() != "ENDED").ToList();
        Assert.Equal(Mentees, living.Select(pairing => ExternalId(pairing, "mentee")).Distinct().Count());
        Assert.Equal(Mentees, living.Count);
        await CheckLoadsAsync(admin, cohort, living);
        Assert.Equal(0, await server.StopAsync());
        Assert.Equal(0, (await folder.RunAsync("rebuild-views")).ExitCode);
        Assert.Equal("The views were right.", (await folder.RunAsync("rebuild-views")).Output.Trim());
    }

    /// <summary>The busiest mentor leaves; every cover is accepted at once, and the first answer is the moment of the kill.</summary>
    private static async Task<(string Cohort, List<Choice> Choices)> KillDuringAsync(DataFolder folder, DemoTenant tenant)
    {
        await using var server = await HostServer.StartAsync(folder);
        using var client = await tenant.ClientAsync(server.Address);
        using var admin = await tenant.AdminAsync(server.Address);
        var job = new CohortByIntegrator(client);
        var rows = Enumerable.Range(1, People - Mentees).Select(number => RosterUpload.Mentor($"KC-M{number}")[..^1] + "20")
            .Concat(Enumerable.Range(1, Mentees).Select(number => RosterUpload.Mentee($"KC-E{number}")));
        var cohort = await job.OpenAsync(RosterUpload.File(rows), People);
        await job.PublishAsync((await job.DraftAsync(cohort)).GetProperty("id").GetString()!);
        var busiest = (await job.PairingsAsync(cohort, Mentees)).GroupBy(pairing => ExternalId(pairing, "mentor")).MaxBy(group => group.Count())!;
        var leaver = (await admin.QueryAsync(
            "query($id: ID!) { pairing(id: $id) { mentor { id } } }", new { id = Id(busiest.First()) })).GetProperty("pairing").GetProperty("mentor").GetProperty("id").GetString();
        await admin.MutateAsync("participantReportDeparture", string.Empty, new { idempotencyKey = "killed-departure", participant = leaver });

        var choices = new List<Choice>();
        foreach (var pairing in busiest)
        {
            choices.Add(new Choice(Id(pairing), await AlternativeAsync(admin, Id(pairing))));
        }

        var accepting = choices.Select(choice => TryAcceptAsync(admin, choice)).ToList();
        await Task.WhenAny(accepting);
        await server.KillAsync();
        await Task.WhenAll(accepting);
        return (cohort, choices);
    }

    private static async Task<string> AlternativeAsync(GraphQLClient admin, string pairing) => await Poll.UntilAsync("alternatives", HostProgram.Bound, async () =>
    {
        var cover = (await admin.QueryAsync(
            "query($id: ID!) { pairing(id: $id) { cover { status alternatives { mentor { id } } } } }", new { id = pairing })).GetProperty("pairing").GetProperty("cover");
        return cover.ValueKind == JsonValueKind.Object && cover.GetProperty("status").GetString() == "PROPOSED"
            ? cover.GetProperty("alternatives")[0].GetProperty("mentor").GetProperty("id").GetString()
            : null;
    });

    private static Task<JsonElement> AcceptAsync(GraphQLClient admin, Choice choice) => admin.MutateAsync(
        "coverAccept", "cover { status successor { id } }", new { idempotencyKey = $"killed-{choice.Pairing}", pairing = choice.Pairing, mentor = choice.Mentor });

    /// <summary>The server may die before it answers; what it did is asked for again afterwards under the same key.</summary>
    private static async Task TryAcceptAsync(GraphQLClient admin, Choice choice)
    {
        try
        {
            await AcceptAsync(admin, choice);
        }
        catch (HttpRequestException)
        {
            // Killed in between.
        }
    }

    private static async Task CheckLoadsAsync(GraphQLClient admin, string cohort, List<JsonElement> living)
    {
        var expected = living.GroupBy(pairing => ExternalId(pairing, "mentor")).Select(group => $"{group.Key} {group.Count()}").Order(StringComparer.Ordinal).ToList();
        await Poll.UntilAsync("loads that are the living pairings'", HostProgram.Bound, async () =>
        {
            var seen = (await admin.QueryAsync(
                "query($cohort: ID!) { participants(first: 100, filter: { cohort: $cohort, kind: MENTOR }) { nodes { externalId load } } }", new { cohort }))
                .GetProperty("participants").GetProperty("nodes").EnumerateArray().Where(node => node.GetProperty("load").GetInt32() > 0)
                .Select(node => $"{node.GetProperty("externalId").GetString()} {node.GetProperty("load").GetInt32()}").Order(StringComparer.Ordinal);
            return seen.SequenceEqual(expected) ? "right" : null;
        });
    }

    private static string Id(JsonElement pairing) => pairing.GetProperty("id").GetString()!;

    private static string ExternalId(JsonElement pairing, string side) => pairing.GetProperty(side).GetProperty("externalId").GetString()!;

    private sealed record Choice(string Pairing, string Mentor);
}
