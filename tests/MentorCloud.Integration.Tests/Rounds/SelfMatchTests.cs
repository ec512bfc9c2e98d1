using System.Text.Json;
using MentorCloud.Integration.Tests.Http;
using MentorCloud.Integration.Tests.Tenants;

namespace MentorCloud.Integration.Tests.Rounds;

/// <summary>Mentee and mentor choose each other over HTTP, within what the cohort allows.</summary>
[Collection(DemoServerCollection.Name)]
public sealed class SelfMatchTests(DemoServer demo)
{
    private const string Request = "matchRequest { id status askedBy expiresAt pairing { id stage } }";
    private const string Candidates = "query($cohort: ID!) { cohort(id: $cohort) { candidates { rank score strengths participant { id externalId } } } }";

    [Fact]
    public async Task Mentee_asks_an_offered_candidate_who_declines_once_and_then_consents()
    {
        using var client = await demo.Halvorsen.ClientAsync(demo.Address);
        using var mentor = await demo.Halvorsen.MentorAsync(demo.Address);
        using var mentee = await demo.Halvorsen.MenteeAsync(demo.Address);
        var (mentorId, menteeId) = (await OwnIdAsync(mentor), await OwnIdAsync(mentee));
        var cohort = new RoundsCohort(client, "self-match");
        await cohort.OpenAsync(Roster(mentorId, menteeId), new { choosing = new { mode = "HYBRID", candidates = 1 } });

        var offered = (await mentee.QueryAsync(Candidates, new { cohort = cohort.Id })).GetProperty("cohort").GetProperty("candidates");
        var best = Assert.Single(offered.EnumerateArray());
        Assert.Equal((1, mentorId), (best.GetProperty("rank").GetInt32(), best.GetProperty("participant").GetProperty("externalId").GetString()));
        await RefusedAsync(mentee, cohort, cohort.People["SM-2"], "CANDIDATE_NOT_OFFERED");
        await RefusedAsync(mentee, cohort, cohort.People[menteeId], "NOT_FOUND");

        var request = (await mentee.MutateAsync("matchRequestSend", Request, new { idempotencyKey = cohort.Key(), cohort = cohort.Id, to = cohort.People[mentorId] })).GetProperty("matchRequest");
        Assert.Equal(("OPEN", "MENTEE"), (request.GetProperty("status").GetString(), request.GetProperty("askedBy").GetString()));
        await RefusedAsync(mentee, cohort, cohort.People[mentorId], "MATCH_REQUEST_OPEN");
        var id = request.GetProperty("id").GetString()!;
        Assert.Equal("MATCH_REQUEST_OTHER_SIDE", await AnswerAsync(mentee, "matchRequestAccept", cohort, id));
        Assert.Equal("DECLINED", await AnswerAsync(mentor, "matchRequestDecline", cohort, id));
        Assert.Equal("MATCH_REQUEST_OVER", await AnswerAsync(mentor, "matchRequestAccept", cohort, id));

        await mentee.MutateAsync("matchRequestSend", Request, new { idempotencyKey = cohort.Key(), cohort = cohort.Id, to = cohort.People[mentorId] });
        Assert.Equal("MATCHED", await AnswerAsync(mentor, "matchRequestAccept", cohort, id));
        await CheckSeenAsync(mentor, mentee, client, id);
        await RefusedAsync(mentee, cohort, cohort.People["SM-3"], "CANDIDATE_NOT_OFFERED", "MENTEE_ALREADY_PAIRED");
    }

    [Fact]
    public async Task Cohort_whose_people_do_not_choose_offers_nobody_and_refuses_requests()
    {
        using var mentee = await demo.Halvorsen.MenteeAsync(demo.Address);
        var cohort = new { cohort = demo.Halvorsen.Cohort };
        var seen = await mentee.QueryAsync(Candidates, cohort);
        Assert.Empty(seen.GetProperty("cohort").GetProperty("candidates").EnumerateArray());
        var pairing = (await mentee.QueryAsync("query($cohort: ID!) { pairings(filter: { cohort: $cohort }) { nodes { mentor { id } } } }", cohort)).GetProperty("pairings").GetProperty("nodes")[0];

        var refused = await mentee.TryMutateAsync(
            "matchRequestSend", Request, new { idempotencyKey = "self-closed", cohort = demo.Halvorsen.Cohort, to = pairing.GetProperty("mentor").GetProperty("id").GetString() });

        Assert.Equal("CHOOSING_CLOSED", refused.GetProperty("userErrors")[0].GetProperty("code").GetString());
    }

    /// <summary>Lets the mentee ask the mentor in a cohort of its own; gives the request, which waits.</summary>
    internal static async Task<string> AskAsync(GraphQLClient client, GraphQLClient mentor, GraphQLClient mentee, string name)
    {
        var (mentorId, menteeId) = (await OwnIdAsync(mentor), await OwnIdAsync(mentee));
        var cohort = new RoundsCohort(client, name);
        await cohort.OpenAsync(Roster(mentorId, menteeId), new { choosing = new { mode = "SELF_MATCH" } });
        var sent = await mentee.MutateAsync("matchRequestSend", Request, new { idempotencyKey = cohort.Key(), cohort = cohort.Id, to = cohort.People[mentorId] });
        return sent.GetProperty("matchRequest").GetProperty("id").GetString()!;
    }

    private static async Task CheckSeenAsync(GraphQLClient mentor, GraphQLClient mentee, GraphQLClient client, string id)
    {
        foreach (var viewer in new[] { mentor, mentee, client })
        {
            var seen = (await viewer.QueryAsync("query($id: ID!) { matchRequest(id: $id) { status pairing { stage } } node(id: $id) { id } }", new { id })).GetProperty("matchRequest");
            Assert.Equal("CONTRACTING", seen.GetProperty("pairing").GetProperty("stage").GetString());
        }
    }

    private static async Task RefusedAsync(GraphQLClient mentee, RoundsCohort cohort, string to, params string[] codes)
    {
        var refused = await mentee.TryMutateAsync("matchRequestSend", Request, new { idempotencyKey = cohort.Key(), cohort = cohort.Id, to });
        Assert.Contains(refused.GetProperty("userErrors")[0].GetProperty("code").GetString(), codes);
    }

    /// <summary>The status afterwards, or the refusal's code.</summary>
    private static async Task<string?> AnswerAsync(GraphQLClient person, string mutation, RoundsCohort cohort, string matchRequest)
    {
        var payload = await person.TryMutateAsync(mutation, Request, new { idempotencyKey = cohort.Key(), matchRequest });
        return payload.GetProperty("matchRequest").ValueKind == JsonValueKind.Null
            ? payload.GetProperty("userErrors")[0].GetProperty("code").GetString()
            : payload.GetProperty("matchRequest").GetProperty("status").GetString();
    }

    private static async Task<string> OwnIdAsync(GraphQLClient person) =>
        (await person.QueryAsync("{ viewer { participant { externalId } } }")).GetProperty("viewer").GetProperty("participant").GetProperty("externalId").GetString()!;

    /// <summary>The mentee's own roster line is as the demo has it in rating; SM-2 is excluded by name, SM-3 wants only the mentee's language less.</summary>
    private static string Roster(string mentor, string mentee) => $"""
        external_id,kind,name,title,profile_code,target_code,division,location,time_zone,hours_per_month,max_mentees,languages,exclusions
        {mentor},mentor,Chen Mei-Ling,"Senior Vice President, Ocean Freight Asia",OCE-01,,Ocean Freight,Shanghai,Asia/Shanghai,8,8,en,
        {mentee},mentee,Aisha Rahman,Terminal Manager,POR-11,TGT-02,Ports and Terminals,Singapore,Asia/Singapore,4,0,en,
        SM-2,mentor,Hanne Lund,Group General Counsel,LEG-01,,Legal and Compliance,Shanghai,Asia/Shanghai,4,1,en,{mentee}
        SM-3,mentor,Petr Dvorak,Port Planner,POR-11,,Ports and Terminals,Singapore,Asia/Singapore,4,1,en,

        """;
}
