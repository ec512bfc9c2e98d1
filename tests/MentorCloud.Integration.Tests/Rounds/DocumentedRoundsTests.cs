using System.Text.Json;
using System.Text.RegularExpressions;
using MentorCloud.Integration.Tests.Http;
using MentorCloud.Integration.Tests.Processes;
using MentorCloud.Integration.Tests.Tenants;

namespace MentorCloud.Integration.Tests.Rounds;

/// <summary>The worked example of docs/matching.md, as it stands there.</summary>
[Collection(DemoServerCollection.Name)]
public sealed partial class DocumentedRoundsTests(DemoServer demo)
{
    private const string Roster = """
        external_id,kind,name,title,profile_code,target_code,division,location,time_zone,hours_per_month,max_mentees,languages
        DV-1,mentor,Ben Aas,Director,LEG-01,,Legal,Oslo,Europe/Oslo,4,1,en
        DV-2,mentor,Cleo Moe,Director,OCE-01,,Ocean,Oslo,Europe/Oslo,4,1,en
        DM-1,mentee,Ana Ruud,Lead,POR-12,TGT-02,Ports,Oslo,Europe/Oslo,4,0,en
        DM-2,mentee,Eli Dahl,Lead,POR-11,TGT-02,Ocean,Oslo,Europe/Oslo,4,0,en

        """;

    [Fact]
    public async Task Documents_of_the_page_run_in_their_order()
    {
        using var client = await demo.Halvorsen.ClientAsync(demo.Address);
        var cohort = new RoundsCohort(client, "documented");
        await cohort.OpenAsync(Roster);
        var steps = Documents();

        var round = Id(await RunAsync(client, steps["Start"], new { cohort = cohort.Id }), "roundStart");
        var draft = await cohort.UntilAsync(round, "DRAFTED");
        var read = (await RunAsync(client, steps["Draft"], new { round })).GetProperty("round");
        Assert.Equal(2, read.GetProperty("proposals").GetProperty("nodes").GetArrayLength());
        var other = new[] { "DV-1", "DV-2" }.Single(mentor => !RoundsCohort.PairsOf(draft).Contains($"{mentor}-DM-1"));
        var (mentor, mentee) = (cohort.People[other], cohort.People["DM-1"]);

        var explained = (await RunAsync(client, steps["Explain"], new { round, mentor, mentee })).GetProperty("round").GetProperty("explainPair");
        Assert.Equal("NOT_BEST", explained.GetProperty("reason").GetString());
        var whatIf = (await RunAsync(client, steps["WhatIf"], new { round, mentor, mentee })).GetProperty("round").GetProperty("whatIf");
        Assert.Equal(explained.GetProperty("ifPinned").GetProperty("summary").GetString(), whatIf.GetProperty("summary").GetString());
        await RunAsync(client, steps["Pin"], new { cohort = cohort.Id, mentor, mentee });
        var again = Id(await RunAsync(client, steps["Again"], new { round }), "roundResolve");
        await cohort.UntilAsync(again, "DRAFTED");
        var compared = (await RunAsync(client, steps["Compare"], new { rounds = new[] { round, again } })).GetProperty("roundComparison");
        Assert.Equal(2, compared.GetProperty("differences").GetProperty("nodes").GetArrayLength());
        await RunAsync(client, steps["Publish"], new { round = again });
        await cohort.UntilAsync(again, "PUBLISHED");
    }

    private static Dictionary<string, string> Documents()
    {
        var page = File.ReadAllText(Path.Combine(HostProgram.Repository!.FullName, "docs", "matching.md"));
        return Block().Matches(page).Select(match => match.Groups[1].Value).ToDictionary(document => Name().Match(document).Groups[1].Value);
    }

    private static async Task<JsonElement> RunAsync(GraphQLClient client, string document, object variables)
    {
        var data = await client.QueryAsync(document, variables);
        var errors = data.EnumerateObject().Where(field => field.Value.ValueKind == JsonValueKind.Object && field.Value.TryGetProperty("userErrors", out _));
        Assert.All(errors, field => Assert.Equal(0, field.Value.GetProperty("userErrors").GetArrayLength()));
        return data;
    }

    private static string Id(JsonElement data, string mutation) => data.GetProperty(mutation).GetProperty("round").GetProperty("id").GetString()!;

    [GeneratedRegex("```graphql\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Block();

    [GeneratedRegex(@"^(?:query|mutation) (\w+)")]
    private static partial Regex Name();
}
