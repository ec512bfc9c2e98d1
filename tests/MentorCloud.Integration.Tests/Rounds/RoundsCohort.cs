using System.Globalization;
using System.Text.Json;
using MentorCloud.Integration.Tests.Http;
using MentorCloud.Integration.Tests.Processes;

namespace MentorCloud.Integration.Tests.Rounds;

/// <summary>An open cohort with its people's ids, and rounds in it, by a client over HTTP.</summary>
/// <param name="client">Who asks.</param>
/// <param name="name">The cohort's name, and the beginning of its keys.</param>
/// <param name="today">When it begins, by the clock of the server; the true time when left out, as a started program has it.</param>
internal sealed class RoundsCohort(GraphQLClient client, string name, DateTimeOffset? today = null)
{
    private const string RoundFacts = """
        id status source objective pairCount unmatchedCount totalScore upperBound worstScore certificateVerified failure { code message }
        proposals { nodes { score mentor { id externalId } mentee { id externalId } } }
        unmatched { nodes { reason detail participant { id externalId } } }
        """;

    private int commands;

    /// <summary>The cohort's global id.</summary>
    public string Id { get; private set; } = string.Empty;

    /// <summary>Global ids by external id.</summary>
    public IReadOnlyDictionary<string, string> People { get; private set; } = new Dictionary<string, string>();

    /// <summary>A key that this test uses once.</summary>
    public string Key() => $"{name}-{commands++}";

    /// <summary>Designs, imports, opens.</summary>
    public async Task OpenAsync(string roster, object? more = null)
    {
        var design = JsonSerializer.SerializeToNode(new
        {
            name,
            outcomes = new[] { "Ready for a wider remit" },
            targetPopulation = "Leads",
            sponsor = "Chief Operating Officer",
            startsOn = (today ?? TimeProvider.System.GetUtcNow()).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        })!.AsObject();
        foreach (var (field, value) in JsonSerializer.SerializeToNode(more ?? new { })!.AsObject().ToList())
        {
            design[field] = value?.DeepClone();
        }

        var created = await client.MutateAsync("cohortCreate", "cohort { id }", new { idempotencyKey = Key(), design });
        Id = created.GetProperty("cohort").GetProperty("id").GetString()!;
        await client.MutateAsync("rosterImport", "imported problems { line column expected found }", new { idempotencyKey = Key(), csv = roster, cohort = Id });
        await client.MutateAsync("cohortOpen", "cohort { phase }", new { idempotencyKey = Key(), cohort = Id });
        await ReadPeopleAsync(roster.Split('\n').Count(line => line.Contains(',', StringComparison.Ordinal)) - 1);
    }

    /// <summary>A pair by external ids.</summary>
    public object Pair(string mentor, string mentee) => new { mentor = People[mentor], mentee = People[mentee] };

    /// <summary>Starts a round and waits for its draft.</summary>
    public async Task<JsonElement> DraftAsync(string objective = "TOTAL")
    {
        var started = await client.MutateAsync("roundStart", "round { id }", new { idempotencyKey = Key(), cohort = Id, objective });
        return await UntilAsync(started.GetProperty("round").GetProperty("id").GetString()!, "DRAFTED");
    }

    /// <summary>Publishes and waits until the round says so.</summary>
    public async Task<JsonElement> PublishAsync(string round)
    {
        await client.MutateAsync("roundPublish", "round { status }", new { idempotencyKey = Key(), round });
        return await UntilAsync(round, "PUBLISHED");
    }

    /// <summary>Waits until a round has a status.</summary>
    public async Task<JsonElement> UntilAsync(string round, string status)
    {
        var found = await Poll.UntilAsync($"the round to be {status}", HostProgram.Bound, async () =>
        {
            var seen = (await client.QueryAsync($"query($round: ID!) {{ round(id: $round) {{ {RoundFacts} }} }}", new { round })).GetProperty("round");
            Assert.True(seen.GetProperty("failure").ValueKind == JsonValueKind.Null || status is "FAILED" or "DISCARDED", seen.GetRawText());
            return seen.GetProperty("status").GetString() == status ? new Found(seen) : null;
        });
        return found.Round;
    }

    /// <summary>A draft's pairs as <c>mentor-mentee</c>, sorted.</summary>
    public static IReadOnlyList<string> PairsOf(JsonElement round) => [.. round.GetProperty("proposals").GetProperty("nodes").EnumerateArray()
        .Select(each => $"{each.GetProperty("mentor").GetProperty("externalId").GetString()}-{each.GetProperty("mentee").GetProperty("externalId").GetString()}")
        .Order(StringComparer.Ordinal)];

    private async Task ReadPeopleAsync(int count) => People = await Poll.UntilAsync("the people in the list", HostProgram.Bound, async () =>
    {
        var found = await client.QueryAsync(
            "query($cohort: ID!) { participants(first: 100, filter: { cohort: $cohort }) { nodes { id externalId } } }", new { cohort = Id });
        var people = found.GetProperty("participants").GetProperty("nodes").EnumerateArray()
            .ToDictionary(each => each.GetProperty("externalId").GetString()!, each => each.GetProperty("id").GetString()!);
        return people.Count == count ? people : null;
    });

    private sealed record Found(JsonElement Round);
}
