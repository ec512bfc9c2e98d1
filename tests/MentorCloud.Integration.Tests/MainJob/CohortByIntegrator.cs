using System.Globalization;
using System.Text.Json;
using MentorCloud.Integration.Tests.Http;
using MentorCloud.Integration.Tests.Processes;

namespace MentorCloud.Integration.Tests.MainJob;

/// <summary>The program side of the main job, done by a machine client over HTTP alone.</summary>
internal sealed class CohortByIntegrator(GraphQLClient client)
{
    private static object Design => new
    {
        name = "Operations pilot",
        outcomes = new[] { "Ready for a wider remit" },
        targetPopulation = "Operations leads",
        sponsor = "Chief Operating Officer",
        startsOn = TimeProvider.System.GetUtcNow().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        months = 6,
        timeZone = "Europe/Oslo",
    };

    /// <summary>Designs a cohort, imports its roster and opens it; gives its id.</summary>
    public async Task<string> OpenAsync(string roster, int people)
    {
        var created = await client.MutateAsync("cohortCreate", "cohort { id phase }", new { idempotencyKey = "job-create", design = Design });
        Assert.Equal("DESIGN", created.GetProperty("cohort").GetProperty("phase").GetString());
        var cohort = created.GetProperty("cohort").GetProperty("id").GetString()!;

        var import = await client.MutateAsync(
            "rosterImport", "read imported unchanged skipped problems { line column expected found }", new { idempotencyKey = "job-roster", csv = roster, cohort });
        Assert.Equal(people, import.GetProperty("read").GetInt32());
        // Two of them have accounts, and other stories on the same server may have imported them as they are.
        Assert.Equal(people, import.GetProperty("imported").GetInt32() + import.GetProperty("unchanged").GetInt32());
        Assert.Equal(0, import.GetProperty("skipped").GetInt32());

        var opened = await client.MutateAsync("cohortOpen", "cohort { phase mentorCount menteeCount }", new { idempotencyKey = "job-open", cohort });
        Assert.Equal("OPEN", opened.GetProperty("cohort").GetProperty("phase").GetString());
        Assert.Equal(people, opened.GetProperty("cohort").GetProperty("mentorCount").GetInt32() + opened.GetProperty("cohort").GetProperty("menteeCount").GetInt32());
        return cohort;
    }

    /// <summary>Starts a round and waits for its draft.</summary>
    public async Task<JsonElement> DraftAsync(string cohort)
    {
        var started = await client.MutateAsync("roundStart", "round { id status }", new { idempotencyKey = "job-match", cohort, objective = "TOTAL" });
        return await UntilAsync(started.GetProperty("round").GetProperty("id").GetString()!, "DRAFTED");
    }

    /// <summary>Publishes a round and waits until its pairings are real.</summary>
    public async Task<JsonElement> PublishAsync(string round)
    {
        await client.MutateAsync("roundPublish", "round { status }", new { idempotencyKey = "job-publish", round });
        return await UntilAsync(round, "PUBLISHED");
    }

    /// <summary>The cohort's pairings as the list has them, once all of them are in it.</summary>
    public Task<IReadOnlyList<JsonElement>> PairingsAsync(string cohort, int count) => Poll.UntilAsync($"{count} pairings in the list", HostProgram.Bound, async () =>
    {
        var found = await client.QueryAsync(
            "query($cohort: ID!) { pairings(first: 100, filter: { cohort: $cohort }) { totalCount nodes { id stage mentor { externalId } mentee { externalId } } } }",
            new { cohort });
        return found.GetProperty("pairings").GetProperty("totalCount").GetInt32() == count
            ? (IReadOnlyList<JsonElement>)[.. found.GetProperty("pairings").GetProperty("nodes").EnumerateArray()]
            : null;
    });

    /// <summary>Waits until a round is where it should be; gives it with its draft.</summary>
    public async Task<JsonElement> UntilAsync(string round, string status)
    {
        const string Query = """
            query($round: ID!) {
              round(id: $round) {
                id status pairCount unmatchedCount totalScore upperBound certificateVerified failure { code message }
                proposals { totalCount nodes { mentor { externalId } mentee { externalId } score factors { factor weight value missing } } }
              }
            }
            """;
        var found = await Poll.UntilAsync($"the round to be {status}", HostProgram.Bound, async () =>
        {
            var seen = (await client.QueryAsync(Query, new { round })).GetProperty("round");
            Assert.True(seen.GetProperty("failure").ValueKind == JsonValueKind.Null, seen.GetRawText());
            return seen.GetProperty("status").GetString() == status ? new Found(seen) : null;
        });
        return found.Round;
    }

    private sealed record Found(JsonElement Round);
}
