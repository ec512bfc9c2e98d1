using System.Diagnostics;
using System.Globalization;
using MentorCloud.Integration.Tests.Http;
using MentorCloud.Integration.Tests.Imports;
using MentorCloud.Integration.Tests.Kill;
using MentorCloud.Integration.Tests.MainJob;
using MentorCloud.Integration.Tests.Processes;
using MentorCloud.Integration.Tests.Tenants;

namespace MentorCloud.Integration.Tests.Rounds;

/// <summary>
/// One round of many people from roster to pairings on a server of its own, with what each step took. The long form:
/// <c>MENTORCLOUD_LARGE_PEOPLE=20000</c> (docs/benchmarks/matching.md).
/// </summary>
public sealed class LargeRoundTests(ITestOutputHelper output)
{
    private static readonly TimeSpan Long = TimeSpan.FromMinutes(20);
    private static readonly int People = int.Parse(Environment.GetEnvironmentVariable("MENTORCLOUD_LARGE_PEOPLE") ?? "250", CultureInfo.InvariantCulture);

    [Fact]
    public async Task Round_of_many_people_is_drafted_with_proof_explained_and_published()
    {
        var mentors = People / 5;
        var pairs = Math.Min(4 * mentors, People - mentors);
        using var folder = new DataFolder();
        var tenant = new DemoTenant((await folder.RunAsync("demo", "--json")).Json());
        await using var server = await HostServer.StartAsync(folder);
        using var client = await tenant.ClientAsync(server.Address);
        var job = new CohortByIntegrator(client);

        var cohort = await TimedAsync("import and opening", () => job.OpenAsync(Roster(mentors), People));
        var draft = await TimedAsync("draft", () => job.DraftAsync(cohort));
        Assert.True(draft.GetProperty("certificateVerified").GetBoolean());
        Assert.Equal(draft.GetProperty("totalScore").GetDecimal(), draft.GetProperty("upperBound").GetDecimal());
        Assert.Equal(pairs, draft.GetProperty("pairCount").GetInt32());
        var round = draft.GetProperty("id").GetString()!;
        await TimedAsync("explanation of a pair and of another", () => ExplainAsync(client, round));
        await client.MutateAsync("roundPublish", "round { status }", new { idempotencyKey = "large-publish", round });
        await TimedAsync("publication", () => Poll.UntilAsync("the publication", Long, async () =>
        {
            using var now = await tenant.ClientAsync(server.Address);
            var seen = await now.QueryAsync("query($round: ID!) { round(id: $round) { status } }", new { round });
            return seen.GetProperty("round").GetProperty("status").GetString() == "PUBLISHED" && await KilledWork.PairingsAsync(now, cohort) == pairs ? "all" : null;
        }));
        output.WriteLine($"{People} people, {pairs} pairs; most memory of the server: {server.PeakMemory / 1e6:0} MB");
    }

    private static async Task<string> ExplainAsync(GraphQLClient client, string round)
    {
        var nodes = (await client.QueryAsync(
            "query($round: ID!) { round(id: $round) { proposals(first: 2) { nodes { mentor { id } mentee { id } } } } }", new { round }))
            .GetProperty("round").GetProperty("proposals").GetProperty("nodes");
        var mentee = nodes[0].GetProperty("mentee").GetProperty("id").GetString();
        var reasons = new List<string>();
        foreach (var node in nodes.EnumerateArray())
        {
            var explained = await client.QueryAsync(
                "query($round: ID!, $mentor: ID!, $mentee: ID!) { round(id: $round) { explainPair(mentor: $mentor, mentee: $mentee) { reason score factors { factor value } ifPinned { summary } } } }",
                new { round, mentor = node.GetProperty("mentor").GetProperty("id").GetString(), mentee });
            reasons.Add(explained.GetProperty("round").GetProperty("explainPair").GetProperty("reason").GetString()!);
        }

        Assert.Equal("PROPOSED", reasons[0]);
        return string.Join(", ", reasons);
    }

    /// <summary>One mentor with four places for four mentees, in time zones whose working days meet.</summary>
    private static string Roster(int mentors)
    {
        string[] zones = ["Europe/Oslo", "Europe/Lisbon", "Africa/Nairobi", "Asia/Dubai"];
        return RosterUpload.File(Enumerable.Range(0, People).Select(number => number < mentors
            ? $"LR-{number},mentor,Director,{(number % 2 == 0 ? "OCE-01" : "LEG-01")},,Division {number % 23},Office {number % 8},{zones[number % 4]},8,4"
            : $"LR-{number},mentee,Lead,POR-{11 + (number % 2)},TGT-02,Division {number % 19},Office {number % 7},{zones[number % 4]},4,0"));
    }

    private async Task<T> TimedAsync<T>(string step, Func<Task<T>> work)
    {
        var watch = Stopwatch.StartNew();
        var result = await work();
        output.WriteLine($"{step}: {watch.Elapsed.TotalSeconds:0.0} s");
        return result;
    }
}
