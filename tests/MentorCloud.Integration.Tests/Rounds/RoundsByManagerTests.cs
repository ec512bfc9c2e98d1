using System.Text.Json;
using MentorCloud.Integration.Tests.Http;
using MentorCloud.Integration.Tests.Tenants;

namespace MentorCloud.Integration.Tests.Rounds;

/// <summary>A program manager's way to a round over HTTP: draft, explain, pin, compare, edit by hand, publish. docs/matching.md tells it.</summary>
[Collection(DemoServerCollection.Name)]
public sealed class RoundsByManagerTests(DemoServer demo)
{
    /// <summary>Two mentors with one place and one with two; RM-5 shares no language with anybody but RV-3, whom it excludes.</summary>
    private const string Roster = """
        external_id,kind,name,title,profile_code,target_code,division,location,time_zone,hours_per_month,max_mentees,languages,exclusions
        RV-1,mentor,Ben Aas,Director,LEG-01,,Legal,London,Europe/London,4,1,en,
        RV-2,mentor,Cleo Moe,Director,OCE-01,,Ocean,Oslo,Europe/Oslo,4,1,en,
        RV-3,mentor,Dag Lie,Director,POR-11,,Ports,Oslo,Europe/Oslo,4,2,en;fr,RM-5
        RM-1,mentee,Ana Ruud,Lead,POR-12,TGT-02,Ports,Oslo,Europe/Oslo,4,0,en,
        RM-2,mentee,Eli Dahl,Lead,POR-11,TGT-02,Ocean,London,Europe/London,4,0,en,
        RM-3,mentee,Finn Vik,Lead,LEG-01,TGT-02,Legal,Oslo,Europe/Oslo,4,0,en,
        RM-4,mentee,Gro Haug,Lead,OCE-01,TGT-02,Ocean,Oslo,Europe/Oslo,4,0,en,
        RM-5,mentee,Hal Sand,Lead,POR-12,TGT-02,Ports,Oslo,Europe/Oslo,4,0,fr,

        """;

    private const string Explain = """
        query($round: ID!, $mentor: ID!, $mentee: ID!) { round(id: $round) { explainPair(mentor: $mentor, mentee: $mentee) {
          reason score forbiddenBy rankForMentee menteeAlternatives rankForMentor mentorAlternatives inputsChanged
          factors { factor weight value missing }
          ifPinned { totalChange pairsChange moveCount moves { mentee { externalId } from { externalId } to { externalId } } summary }
        } } }
        """;

    [Fact]
    public async Task Draft_is_explained_pinned_compared_edited_and_published()
    {
        using var client = await demo.Halvorsen.ClientAsync(demo.Address);
        var cohort = new RoundsCohort(client, "rounds");
        await cohort.OpenAsync(Roster);
        var draft = await cohort.DraftAsync();
        Assert.Equal(4, draft.GetProperty("pairCount").GetInt32());
        var left = draft.GetProperty("unmatched").GetProperty("nodes")[0];
        Assert.Equal(("RM-5", "NO_ALLOWED_PARTNER"), (left.GetProperty("participant").GetProperty("externalId").GetString(), left.GetProperty("reason").GetString()));

        var other = await CheckExplanationsAsync(client, cohort, draft);
        var pinned = await CheckPinAsync(client, cohort, draft, other);
        await CheckComparisonAsync(client, draft, pinned, other);
        var edited = await CheckEditsAsync(client, cohort, pinned, other);
        await cohort.PublishAsync(Id(edited));
        await CheckPassedOverAndVetoAsync(client, cohort, edited);
    }

    [Fact]
    public async Task Wishes_raise_a_pair_and_are_met_first_by_the_stable_objective()
    {
        using var client = await demo.Halvorsen.ClientAsync(demo.Address);
        var cohort = new RoundsCohort(client, "wishes");
        await cohort.OpenAsync(Roster.Replace("RV-", "WV-", StringComparison.Ordinal).Replace("RM-", "WM-", StringComparison.Ordinal));
        await PreferAsync(client, cohort, "WM-2", "WV-3", "WV-2");
        await PreferAsync(client, cohort, "WV-3", "WM-2");

        var draft = await cohort.DraftAsync("STABLE");

        Assert.Contains("WV-3-WM-2", RoundsCohort.PairsOf(draft));
        Assert.True(draft.GetProperty("certificateVerified").GetBoolean());
        var pair = await AskAsync(client, cohort, draft, "WV-3-WM-2");
        var wish = pair.GetProperty("factors").EnumerateArray().Single(each => each.GetProperty("factor").GetString() == "MENTEE_PREFERENCE");
        Assert.Equal((1.0, false), (wish.GetProperty("value").GetDouble(), wish.GetProperty("missing").GetBoolean()));
        var same = await client.TryMutateAsync(
            "participantPrefer", "participant { id }", new { idempotencyKey = cohort.Key(), participant = cohort.People["WM-1"], ranked = new[] { cohort.People["WM-2"] } });
        Assert.Equal("NOT_FOUND", same.GetProperty("userErrors")[0].GetProperty("code").GetString());
    }

    /// <summary>Gives a pair that is allowed and not in the draft, as <c>mentor-mentee</c>.</summary>
    private static async Task<string> CheckExplanationsAsync(GraphQLClient client, RoundsCohort cohort, JsonElement draft)
    {
        var proposed = RoundsCohort.PairsOf(draft);
        var own = await AskAsync(client, cohort, draft, proposed[0]);
        Assert.Equal("PROPOSED", own.GetProperty("reason").GetString());
        Assert.Equal(12, own.GetProperty("factors").GetArrayLength());
        Assert.False(own.GetProperty("inputsChanged").GetBoolean());
        Assert.InRange(own.GetProperty("rankForMentee").GetInt32(), 1, 3);

        var forbidden = await AskAsync(client, cohort, draft, "RV-3-RM-5");
        Assert.Equal("FORBIDDEN", forbidden.GetProperty("reason").GetString());
        Assert.Equal("EXCLUSION", Assert.Single(forbidden.GetProperty("forbiddenBy").EnumerateArray()).GetString());

        var other = new[] { "RV-1", "RV-2", "RV-3" }.Select(mentor => $"{mentor}-RM-1").First(pair => !proposed.Contains(pair));
        var costly = await AskAsync(client, cohort, draft, other);
        var change = costly.GetProperty("ifPinned");
        Assert.Equal("NOT_BEST", costly.GetProperty("reason").GetString());
        Assert.True(change.GetProperty("totalChange").GetDecimal() <= 0);
        Assert.Contains("Ana Ruud", change.GetProperty("summary").GetString(), StringComparison.Ordinal);
        Assert.Contains(change.GetProperty("moves").EnumerateArray(), move => move.GetProperty("mentee").GetProperty("externalId").GetString() == "RM-1");

        var unmatched = (await client.QueryAsync(
            "query($round: ID!, $mentee: ID!) { round(id: $round) { explainUnmatched(mentee: $mentee) { allowedMentors nearest { id } detail } } }",
            new { round = Id(draft), mentee = cohort.People["RM-5"] })).GetProperty("round").GetProperty("explainUnmatched");
        Assert.Equal(0, unmatched.GetProperty("allowedMentors").GetInt32());
        Assert.Contains("no language in common (2 mentors)", unmatched.GetProperty("detail").GetString(), StringComparison.Ordinal);
        return other;
    }

    private static async Task<JsonElement> CheckPinAsync(GraphQLClient client, RoundsCohort cohort, JsonElement draft, string other)
    {
        var (mentor, mentee) = (other[..4], other[5..]);
        var whatIf = (await client.QueryAsync(
            "query($round: ID!, $change: WhatIfInput!) { round(id: $round) { whatIf(change: $change) { totalChange moveCount summary } } }",
            new { round = Id(draft), change = new { pins = new[] { cohort.Pair(mentor, mentee) } } })).GetProperty("round").GetProperty("whatIf");
        await client.MutateAsync("cohortPinPair", "cohort { pins { mentor { externalId } mentee { externalId } reason } }", new { idempotencyKey = cohort.Key(), cohort = cohort.Id, pair = cohort.Pair(mentor, mentee), reason = "Known to each other" });
        var veto = await client.TryMutateAsync("cohortVetoPair", "cohort { id }", new { idempotencyKey = cohort.Key(), cohort = cohort.Id, pair = cohort.Pair(mentor, mentee) });
        Assert.Equal("PAIR_RULE_CONFLICT", veto.GetProperty("userErrors")[0].GetProperty("code").GetString());

        var started = await client.MutateAsync("roundResolve", "round { id base { id } }", new { idempotencyKey = cohort.Key(), round = Id(draft) });
        Assert.Equal(Id(draft), started.GetProperty("round").GetProperty("base").GetProperty("id").GetString());
        var pinned = await cohort.UntilAsync(Id(started.GetProperty("round")), "DRAFTED");
        Assert.Contains(other, RoundsCohort.PairsOf(pinned));
        Assert.Equal(
            whatIf.GetProperty("totalChange").GetDecimal(), pinned.GetProperty("totalScore").GetDecimal() - draft.GetProperty("totalScore").GetDecimal());
        Assert.True(pinned.GetProperty("certificateVerified").GetBoolean());
        return pinned;
    }

    private static async Task CheckComparisonAsync(GraphQLClient client, JsonElement draft, JsonElement pinned, string other)
    {
        var found = (await client.QueryAsync(
            """
            query($rounds: [ID!]!) { roundComparison(rounds: $rounds) {
              sameWeights samePairs rounds { totalScore worstScore }
              differences { totalCount nodes { mentee { externalId } proposals { mentor { externalId } } } }
              unmatched { nodes { participant { externalId } unmatchedIn } }
            } }
            """,
            new { rounds = new[] { Id(draft), Id(pinned) } })).GetProperty("roundComparison");
        var same = RoundsCohort.PairsOf(draft).Intersect(RoundsCohort.PairsOf(pinned)).Count();
        Assert.Equal(same, found.GetProperty("samePairs").GetInt32());
        var moved = found.GetProperty("differences").GetProperty("nodes").EnumerateArray().Single(each => each.GetProperty("mentee").GetProperty("externalId").GetString() == other[5..]);
        Assert.Equal(other[..4], moved.GetProperty("proposals")[1].GetProperty("mentor").GetProperty("externalId").GetString());
        Assert.Contains(found.GetProperty("unmatched").GetProperty("nodes").EnumerateArray(), each => each.GetProperty("participant").GetProperty("externalId").GetString() == "RM-5");
    }

    private static async Task<JsonElement> CheckEditsAsync(GraphQLClient client, RoundsCohort cohort, JsonElement pinned, string pin)
    {
        var loose = RoundsCohort.PairsOf(pinned).First(pair => pair != pin);
        var (mentor, mentee) = (loose[..4], loose[5..]);
        await RefusedAsync(client, cohort, pinned, "MATCH_FORBIDDEN", new { assign = cohort.Pair("RV-3", "RM-5") });
        await RefusedAsync(client, cohort, pinned, "MATCH_PINNED", new { unassign = cohort.Pair(pin[..4], pin[5..]) });

        var parted = await client.MutateAsync(
            "roundEdit", "round { id status source pairCount upperBound totalScore }",
            new { idempotencyKey = "rounds-edit", round = Id(pinned), edits = new[] { new { unassign = cohort.Pair(mentor, mentee) } } });
        var round = parted.GetProperty("round");
        Assert.Equal(("DRAFTED", "HAND", 3), (round.GetProperty("status").GetString(), round.GetProperty("source").GetString(), round.GetProperty("pairCount").GetInt32()));
        Assert.True(round.GetProperty("upperBound").GetDecimal() >= pinned.GetProperty("totalScore").GetDecimal());
        var again = await client.MutateAsync(
            "roundEdit", "round { id }",
            new { idempotencyKey = "rounds-edit", round = Id(pinned), edits = new[] { new { unassign = cohort.Pair(mentor, mentee) } } });
        Assert.Equal(Id(round), Id(again.GetProperty("round")));
        return await cohort.UntilAsync(Id(round), "DRAFTED");
    }

    /// <summary>Whom the hand draft left comes next, and a veto holds for whoever picks.</summary>
    private static async Task CheckPassedOverAndVetoAsync(GraphQLClient client, RoundsCohort cohort, JsonElement published)
    {
        var left = published.GetProperty("unmatched").GetProperty("nodes").EnumerateArray()
            .Select(each => each.GetProperty("participant").GetProperty("externalId").GetString()!).Single(id => id is not "RM-5" && id.StartsWith("RM", StringComparison.Ordinal));
        var next = await cohort.DraftAsync();
        var pair = Assert.Single(RoundsCohort.PairsOf(next));
        Assert.Equal(left, pair[5..]);

        await client.MutateAsync("cohortVetoPair", "cohort { id }", new { idempotencyKey = cohort.Key(), cohort = cohort.Id, pair = cohort.Pair(pair[..4], pair[5..]) });
        var picked = await client.TryMutateAsync("roundPick", "round { id }", new { idempotencyKey = cohort.Key(), cohort = cohort.Id, pairs = new[] { cohort.Pair(pair[..4], pair[5..]) } });
        Assert.Equal("MATCH_FORBIDDEN", picked.GetProperty("userErrors")[0].GetProperty("code").GetString());
        var cancelled = await client.TryMutateAsync("roundCancel", "round { id }", new { idempotencyKey = cohort.Key(), round = Id(next) });
        Assert.Equal("ROUND_NOT_SOLVING", cancelled.GetProperty("userErrors")[0].GetProperty("code").GetString());
    }

    private static async Task RefusedAsync(GraphQLClient client, RoundsCohort cohort, JsonElement round, string code, object edit)
    {
        var refused = await client.TryMutateAsync("roundEdit", "round { id }", new { idempotencyKey = cohort.Key(), round = Id(round), edits = new[] { edit } });
        Assert.Equal(code, refused.GetProperty("userErrors")[0].GetProperty("code").GetString());
    }

    private static async Task PreferAsync(GraphQLClient client, RoundsCohort cohort, string person, params string[] wishes) => await client.MutateAsync(
        "participantPrefer", "participant { id }",
        new { idempotencyKey = cohort.Key(), participant = cohort.People[person], ranked = wishes.Select(wish => cohort.People[wish]) });

    private static async Task<JsonElement> AskAsync(GraphQLClient client, RoundsCohort cohort, JsonElement round, string pair) => (await client.QueryAsync(
        Explain, new { round = Id(round), mentor = cohort.People[pair[..4]], mentee = cohort.People[pair[5..]] })).GetProperty("round").GetProperty("explainPair");

    private static string Id(JsonElement thing) => thing.GetProperty("id").GetString()!;
}
