using System.Globalization;
using System.Text;
using System.Text.Json;
using MentorCloud.Integration.Tests.BadInput.Keys;
using MentorCloud.Integration.Tests.Http;
using MentorCloud.Integration.Tests.Processes;
using MentorCloud.Integration.Tests.Tenants;

namespace MentorCloud.Integration.Tests.Rounds;

/// <summary>Weights are proposed from finished pairings and hold only once a person has approved them; both under their idempotency keys.</summary>
[Collection(DemoServerCollection.Name)]
public sealed class WeightsTests(DemoServer demo)
{
    private const int Pairs = 70;

    private const string Facts = """
        query($cohort: ID!) { cohort(id: $cohort) {
          weightVersions { version weights { factor weight } }
          weightProposal { number fromVersion status observations lift evidence { factor current proposed effect low high observations } weights { factor weight } }
        } }
        """;

    [Fact]
    public async Task Too_few_finished_pairings_are_said_and_enough_of_them_become_a_proposal_that_a_person_decides()
    {
        using var client = await demo.Meridian.ClientAsync(demo.Address);
        using var admin = await demo.Meridian.AdminAsync(demo.Address);
        var cohort = new RoundsCohort(client, "weights");
        await cohort.OpenAsync(Roster());
        var few = await client.TryMutateAsync("cohortProposeWeights", "cohort { id }", new { idempotencyKey = cohort.Key(), cohort = cohort.Id });
        Assert.Equal("CALIBRATION_TOO_FEW", few.GetProperty("userErrors")[0].GetProperty("code").GetString());

        await FinishPairingsAsync(client, cohort);
        var walk = new KeyWalk();
        await walk.DoAsync(client, "cohortProposeWeights", new { cohort = cohort.Id }, instead: "cohortOpen");
        var proposed = await ReadAsync(client, cohort);
        var proposal = proposed.GetProperty("weightProposal");
        Assert.Equal(("OPEN", 1), (proposal.GetProperty("status").GetString(), proposal.GetProperty("fromVersion").GetInt32()));
        Assert.True(proposal.GetProperty("observations").GetInt32() >= Pairs);
        Assert.Equal(12, proposal.GetProperty("evidence").GetArrayLength());
        Assert.Equal(1, proposed.GetProperty("weightVersions").GetArrayLength());

        var byMachine = await client.SendAsync(
            GraphQLClient.MutationOf("cohortDecideWeights", "cohort { id }"), new { input = new { idempotencyKey = cohort.Key(), cohort = cohort.Id, proposal = 1, approve = true } });
        Assert.Equal("FORBIDDEN", byMachine.ErrorCode);
        await walk.DoAsync(admin, "cohortDecideWeights", new { cohort = cohort.Id, proposal = 1, approve = true }, new { approve = false });
        walk.Check();
        var decided = await ReadAsync(client, cohort);
        Assert.Equal("APPROVED", decided.GetProperty("weightProposal").GetProperty("status").GetString());
        Assert.Equal(
            proposal.GetProperty("weights").GetRawText(), decided.GetProperty("weightVersions").EnumerateArray().Last().GetProperty("weights").GetRawText());
    }

    /// <summary>A rotation's second stage ends the pairings of the first.</summary>
    private static async Task FinishPairingsAsync(GraphQLClient client, RoundsCohort cohort)
    {
        var started = await client.MutateAsync("rotationPlan", "rotation { id }", new { idempotencyKey = cohort.Key(), cohort = cohort.Id, stages = 2 });
        var id = started.GetProperty("rotation").GetProperty("id").GetString()!;
        foreach (var stage in new[] { 1, 2 })
        {
            await UntilAsync(client, id, seen => seen.GetProperty("status").GetString() == "PLANNED");
            await client.MutateAsync("rotationBeginStage", "rotation { status }", new { idempotencyKey = cohort.Key(), rotation = id, stage });
            await UntilAsync(client, id, seen => seen.GetProperty("status").GetString() == "PLANNED" && seen.GetProperty("stages")[stage - 1].GetProperty("round").GetProperty("status").GetString() == "PUBLISHED");
        }

        await Poll.UntilAsync("the ended pairings in the list", HostProgram.Bound, async () =>
        {
            var ended = await client.QueryAsync("query($cohort: ID!) { pairings(filter: { cohort: $cohort, stage: ENDED }) { totalCount } }", new { cohort = cohort.Id });
            return ended.GetProperty("pairings").GetProperty("totalCount").GetInt32() == Pairs ? "all" : null;
        });
    }

    private static async Task UntilAsync(GraphQLClient client, string id, Func<JsonElement, bool> done) => await Poll.UntilAsync("the rotation", HostProgram.Bound, async () =>
    {
        var seen = await client.QueryAsync("query($id: ID!) { rotation(id: $id) { status failure { code message } stages { round { status } } } }", new { id });
        Assert.Equal(JsonValueKind.Null, seen.GetProperty("rotation").GetProperty("failure").ValueKind);
        return done(seen.GetProperty("rotation")) ? "done" : null;
    });

    private static async Task<JsonElement> ReadAsync(GraphQLClient client, RoundsCohort cohort) =>
        (await client.QueryAsync(Facts, new { cohort = cohort.Id })).GetProperty("cohort");

    private static string Roster()
    {
        var roster = new StringBuilder("external_id,kind,title,profile_code,target_code,division,location,time_zone,hours_per_month,max_mentees,languages\n");
        for (var person = 0; person < Pairs / 5; person++)
        {
            roster.AppendLine(CultureInfo.InvariantCulture, $"WM-{person},mentor,Director,,,Division {person % 3},City {person % 4},Europe/Oslo,4,5,en");
        }

        for (var person = 0; person < Pairs; person++)
        {
            roster.AppendLine(CultureInfo.InvariantCulture, $"WE-{person},mentee,Lead,,,Division {person % 5},City {person % 2},Europe/{(person % 2 == 0 ? "Oslo" : "London")},4,0,en");
        }

        return roster.ToString();
    }
}
