using System.Text.Json;
using MentorCloud.Integration.Tests.Http;
using MentorCloud.Integration.Tests.Processes;
using MentorCloud.Integration.Tests.Tenants;

namespace MentorCloud.Integration.Tests.Rounds;

/// <summary>A rotation of three stages over HTTP, with a mentee who leaves after the first and one who joins for the second.</summary>
[Collection(DemoServerCollection.Name)]
public sealed class RotationTests(DemoServer demo)
{
    private const string Facts = """
        id status version totalScore value upperBound gap certificateVerified unmatchedCount failure { code message }
        stages { number begun endsAt round { id status source proposals(first: 100) { nodes { mentor { externalId } mentee { externalId } } } } }
        """;

    private const string Header = "external_id,kind,name,title,profile_code,target_code,division,location,time_zone,hours_per_month,max_mentees,languages\n";

    private const string Roster = Header + """
        TV-1,mentor,Ada Berg,Director,LEG-01,,Legal,Oslo,Europe/Oslo,4,2,en
        TV-2,mentor,Bo Moen,Director,OCE-01,,Ocean,Oslo,Europe/Oslo,4,2,en
        TV-3,mentor,Cai Lund,Director,POR-11,,Ports,Oslo,Europe/Oslo,4,2,en
        TM-1,mentee,Dan Foss,Lead,POR-12,TGT-02,Ports,Oslo,Europe/Oslo,4,0,en
        TM-2,mentee,Eva Holm,Lead,POR-11,TGT-02,Ocean,Oslo,Europe/Oslo,4,0,en
        TM-3,mentee,Fay Strand,Lead,LEG-01,TGT-02,Legal,Oslo,Europe/Oslo,4,0,en
        TM-4,mentee,Gus Nes,Lead,OCE-01,TGT-02,Ocean,Oslo,Europe/Oslo,4,0,en

        """;

    [Fact]
    public async Task Rotation_is_planned_begun_stage_by_stage_and_planned_again_after_a_leaver_and_a_joiner()
    {
        using var client = await demo.Halvorsen.ClientAsync(demo.Address);
        var cohort = new RoundsCohort(client, "rotation");
        await cohort.OpenAsync(Roster, new { months = 9 });
        var started = await client.MutateAsync("rotationPlan", "rotation { id version }", new { idempotencyKey = cohort.Key(), cohort = cohort.Id, stages = 3 });
        var id = started.GetProperty("rotation").GetProperty("id").GetString()!;
        var plan = await UntilPlannedAsync(client, id, 1);
        CheckPlan(plan, pairs: 12);

        await RefusedAsync(client, "roundPublish", "round", new { idempotencyKey = cohort.Key(), round = RoundOf(plan, 0).GetProperty("id").GetString() }, "ROUND_OF_ROTATION");
        await RefusedAsync(client, "rotationBeginStage", "rotation", new { idempotencyKey = cohort.Key(), rotation = id, stage = 2 }, "ROTATION_STAGE_ORDER");
        await BeginAsync(client, cohort, id, 1);
        await PairingsAsync(client, cohort, "CONTRACTING", 4);

        await JoinAsync(client, cohort);
        await client.MutateAsync("rotationReplan", "rotation { id }", new { idempotencyKey = cohort.Key(), rotation = id, leaves = new[] { new { participant = cohort.People["TM-1"], lastStage = 1 } } });
        var again = await UntilPlannedAsync(client, id, 2);
        Assert.Equal(PairsOf(plan, 0), PairsOf(again, 0));
        CheckPlan(again, pairs: 12);
        Assert.DoesNotContain(PairsOf(again, 1).Concat(PairsOf(again, 2)), pair => pair.EndsWith("TM-1", StringComparison.Ordinal));
        Assert.Contains(PairsOf(again, 1), pair => pair.EndsWith("TM-5", StringComparison.Ordinal));

        await BeginAsync(client, cohort, id, 2);
        await PairingsAsync(client, cohort, "ENDED", 4);
        var second = await PairingsAsync(client, cohort, "CONTRACTING", 4);
        Assert.Equal(PairsOf(again, 1), second);
        await BeginAsync(client, cohort, id, 3);
        await PairingsAsync(client, cohort, "ENDED", 8);
        await RefusedAsync(client, "rotationReplan", "rotation", new { idempotencyKey = cohort.Key(), rotation = id }, "ROTATION_OVER");
    }

    private static void CheckPlan(JsonElement plan, int pairs)
    {
        Assert.True(plan.GetProperty("certificateVerified").GetBoolean(), plan.GetRawText());
        Assert.Equal(plan.GetProperty("upperBound").GetDecimal() - plan.GetProperty("value").GetDecimal(), plan.GetProperty("gap").GetDecimal());
        Assert.True(plan.GetProperty("gap").GetDecimal() >= 0);
        var all = Enumerable.Range(0, 3).SelectMany(stage => PairsOf(plan, stage)).ToList();
        Assert.Equal(pairs, all.Count);
        Assert.Equal(pairs, all.Distinct().Count());
        Assert.All(Enumerable.Range(0, 3), stage => Assert.All(
            PairsOf(plan, stage).GroupBy(pair => pair[..4]), mentor => Assert.InRange(mentor.Count(), 1, 2)));
    }

    private static JsonElement RoundOf(JsonElement plan, int stage) => plan.GetProperty("stages")[stage].GetProperty("round");

    private static IReadOnlyList<string> PairsOf(JsonElement plan, int stage) => RoundsCohort.PairsOf(RoundOf(plan, stage));

    private static async Task<JsonElement> UntilPlannedAsync(GraphQLClient client, string id, int version)
    {
        var found = await Poll.UntilAsync($"version {version} of the plan", HostProgram.Bound, async () =>
        {
            var seen = (await client.QueryAsync($"query($id: ID!) {{ rotation(id: $id) {{ {Facts} }} }}", new { id })).GetProperty("rotation");
            Assert.True(seen.GetProperty("failure").ValueKind == JsonValueKind.Null, seen.GetRawText());
            return seen.GetProperty("status").GetString() == "PLANNED" && seen.GetProperty("version").GetInt32() == version ? new Found(seen) : null;
        });
        return found.Plan;
    }

    private static async Task BeginAsync(GraphQLClient client, RoundsCohort cohort, string id, int stage)
    {
        await client.MutateAsync("rotationBeginStage", "rotation { status }", new { idempotencyKey = cohort.Key(), rotation = id, stage });
        await Poll.UntilAsync($"stage {stage} to be published", HostProgram.Bound, async () =>
        {
            var seen = (await client.QueryAsync($"query($id: ID!) {{ rotation(id: $id) {{ {Facts} }} }}", new { id })).GetProperty("rotation");
            var round = RoundOf(seen, stage - 1);
            Assert.NotEqual("DISCARDED", round.GetProperty("status").GetString());
            return seen.GetProperty("stages")[stage - 1].GetProperty("begun").GetBoolean() ? round.GetProperty("status").GetString() : null;
        });
    }

    private static async Task JoinAsync(GraphQLClient client, RoundsCohort cohort) => await client.MutateAsync(
        "rosterImport", "imported problems { line column expected found }",
        new { idempotencyKey = cohort.Key(), cohort = cohort.Id, csv = Header + "TM-5,mentee,Hea Lie,Lead,POR-12,TGT-02,Ports,Oslo,Europe/Oslo,4,0,en\n" });

    private static Task<IReadOnlyList<string>> PairingsAsync(GraphQLClient client, RoundsCohort cohort, string stage, int count) =>
        Poll.UntilAsync($"{count} pairings that are {stage}", HostProgram.Bound, async () =>
        {
            var found = (await client.QueryAsync(
                "query($cohort: ID!, $stage: PairingStage!) { pairings(first: 100, filter: { cohort: $cohort, stage: $stage }) { nodes { mentor { externalId } mentee { externalId } } } }",
                new { cohort = cohort.Id, stage })).GetProperty("pairings").GetProperty("nodes").EnumerateArray().ToList();
            return found.Count == count
                ? (IReadOnlyList<string>)[.. found.Select(each => $"{each.GetProperty("mentor").GetProperty("externalId").GetString()}-{each.GetProperty("mentee").GetProperty("externalId").GetString()}").Order(StringComparer.Ordinal)]
                : null;
        });

    private static async Task RefusedAsync(GraphQLClient client, string mutation, string thing, object input, string code)
    {
        var refused = await client.TryMutateAsync(mutation, $"{thing} {{ id }}", input);
        Assert.Equal(code, refused.GetProperty("userErrors")[0].GetProperty("code").GetString());
    }

    private sealed record Found(JsonElement Plan);
}
