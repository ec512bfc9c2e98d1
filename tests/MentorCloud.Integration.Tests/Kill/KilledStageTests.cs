using System.Text.Json;
using MentorCloud.Integration.Tests.Http;
using MentorCloud.Integration.Tests.Imports;
using MentorCloud.Integration.Tests.MainJob;
using MentorCloud.Integration.Tests.Processes;
using MentorCloud.Integration.Tests.Tenants;

namespace MentorCloud.Integration.Tests.Kill;

/// <summary>kill -9 while a rotation goes from one stage to the next: after the restart everybody has the next mentor, and one only.</summary>
public sealed class KilledStageTests
{
    private const int Pairs = 120;

    [Fact]
    public async Task Stage_killed_half_way_has_begun_for_everybody_after_the_restart()
    {
        using var folder = new DataFolder();
        var tenant = new DemoTenant((await folder.RunAsync("demo", "--json")).Json());
        var (cohort, rotation) = await KillDuringAsync(folder, tenant);

        await using var server = await HostServer.StartAsync(folder);
        using var client = await tenant.ClientAsync(server.Address);
        await BegunAsync(client, rotation, 2);

        foreach (var (stage, count) in new[] { ("ENDED", Pairs), ("CONTRACTING", Pairs) })
        {
            await Poll.UntilAsync($"{count} pairings that are {stage}", HostProgram.Bound, async () =>
            {
                var found = (await client.QueryAsync(
                    "query($cohort: ID!, $stage: PairingStage!) { pairings(first: 1, filter: { cohort: $cohort, stage: $stage }) { totalCount } }",
                    new { cohort, stage })).GetProperty("pairings").GetProperty("totalCount").GetInt32();
                Assert.True(found <= count || stage == "CONTRACTING", $"{found} pairings are {stage}.");
                return found == count ? "all" : null;
            });
        }

        Assert.Equal(2 * Pairs, await KilledWork.PairingsAsync(client, cohort));
    }

    /// <summary>Begins the second stage and kills as soon as that is acknowledged, before its pairings can be done.</summary>
    private static async Task<(string Cohort, string Rotation)> KillDuringAsync(DataFolder folder, DemoTenant tenant)
    {
        await using var server = await HostServer.StartAsync(folder);
        using var client = await tenant.ClientAsync(server.Address);
        var rows = Enumerable.Range(0, Pairs).SelectMany(number => new[] { RosterUpload.Mentor($"KS-M{number}"), RosterUpload.Mentee($"KS-E{number}") });
        var cohort = await new CohortByIntegrator(client).OpenAsync(RosterUpload.File(rows), people: 2 * Pairs);
        var started = await client.MutateAsync("rotationPlan", "rotation { id }", new { idempotencyKey = "killed-plan", cohort, stages = 2 });
        var rotation = started.GetProperty("rotation").GetProperty("id").GetString()!;
        await UntilAsync(client, rotation, "the plan", seen => seen.GetProperty("status").GetString() == "PLANNED");
        await BeginAsync(client, rotation, 1);
        await BegunAsync(client, rotation, 1);
        await BeginAsync(client, rotation, 2);
        await server.KillAsync();
        return (cohort, rotation);
    }

    private static Task<JsonElement> BeginAsync(GraphQLClient client, string rotation, int stage) =>
        client.MutateAsync("rotationBeginStage", "rotation { status }", new { idempotencyKey = $"killed-begin-{stage}", rotation, stage });

    private static Task BegunAsync(GraphQLClient client, string rotation, int stage) => UntilAsync(
        client, rotation, $"stage {stage} to begin", seen => seen.GetProperty("stages")[stage - 1].GetProperty("begun").GetBoolean());

    private static async Task UntilAsync(GraphQLClient client, string rotation, string what, Func<JsonElement, bool> there) =>
        await Poll.UntilAsync(what, HostProgram.Bound, async () =>
        {
            var seen = (await client.QueryAsync(
                "query($id: ID!) { rotation(id: $id) { status failure { message } stages { begun } } }", new { id = rotation })).GetProperty("rotation");
            Assert.True(seen.GetProperty("failure").ValueKind == JsonValueKind.Null, seen.GetRawText());
            return there(seen) ? "there" : null;
        });
}
