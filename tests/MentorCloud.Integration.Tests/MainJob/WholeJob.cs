using System.Text.Json;
using MentorCloud.Integration.Tests.Http;
using MentorCloud.Integration.Tests.Tenants;

namespace MentorCloud.Integration.Tests.MainJob;

/// <summary>The whole main job over HTTP: an integrator runs the program, then mentor, mentee and admin do and see their part.</summary>
internal static class WholeJob
{
    private const string NoteText = "She asked for the Rotterdam file; not to be told before May.";
    private const string CheckIns = "query($id: ID!) { pairing(id: $id) { stage checkIns { number status minutes loggedBy notes { author visibility text } } } }";

    /// <summary>Runs it in a demo tenant, once in each: it brings two newcomers.</summary>
    /// <returns>The global id of the pairing that signed and checked in.</returns>
    public static async Task<string> RunAsync(Uri server, DemoTenant tenant)
    {
        using var client = await tenant.ClientAsync(server);
        using var mentor = await tenant.MentorAsync(server);
        using var mentee = await tenant.MenteeAsync(server);
        using var admin = await tenant.AdminAsync(server);
        var (mentorId, menteeId) = (await OwnIdAsync(mentor), await OwnIdAsync(mentee));
        var program = new CohortByIntegrator(client);

        var cohort = await program.OpenAsync(Roster(mentorId, menteeId), people: 4);
        var draft = await program.DraftAsync(cohort);
        CheckDraft(draft, mentorId, menteeId);
        await program.PublishAsync(draft.GetProperty("id").GetString()!);
        var pairings = await program.PairingsAsync(cohort, count: 2);
        var own = IdOf(pairings.Single(each => each.GetProperty("mentor").GetProperty("externalId").GetString() == mentorId));
        var others = IdOf(pairings.Single(each => each.GetProperty("mentor").GetProperty("externalId").GetString() != mentorId));

        await CheckSeesOwnOnlyAsync(mentor, cohort, own, others);
        await CheckSeesOwnOnlyAsync(mentee, cohort, own, others);
        var pair = new PairByThemselves(mentor, mentee, own);
        await pair.SignAsync();
        await pair.CheckInAsync(NoteText);
        await CheckNoteStaysInPairAsync(own, [mentor, mentee], [admin, client]);
        return own;
    }

    private static string IdOf(JsonElement pairing) => pairing.GetProperty("id").GetString()!;

    private static async Task<string> OwnIdAsync(GraphQLClient person)
    {
        var seen = await person.QueryAsync("{ viewer { kind participant { externalId } } }");
        Assert.Equal("USER", seen.GetProperty("viewer").GetProperty("kind").GetString());
        return seen.GetProperty("viewer").GetProperty("participant").GetProperty("externalId").GetString()!;
    }

    /// <summary>Exclusions leave one assignment only: the two who can log in, and the two newcomers.</summary>
    private static string Roster(string mentor, string mentee) => $"""
        external_id,kind,name,title,profile_code,target_code,division,location,time_zone,hours_per_month,max_mentees,languages,exclusions
        {mentor},mentor,Chen Mei-Ling,"Senior Vice President, Ocean Freight Asia",OCE-01,,Ocean Freight,Shanghai,Asia/Shanghai,8,8,en,
        {mentee},mentee,Aisha Rahman,Terminal Manager,POR-11,TGT-02,Ports and Terminals,Singapore,Asia/Singapore,4,0,en,
        IT-1,mentor,Hanne Lund,Group General Counsel,LEG-01,,Legal and Compliance,London,Europe/London,4,1,en,{mentee}
        IT-2,mentee,Petr Dvorak,Port Planner,POR-12,TGT-02,Ports and Terminals,Rotterdam,Europe/Amsterdam,4,0,en,{mentor}

        """;

    private static void CheckDraft(JsonElement draft, string mentor, string mentee)
    {
        Assert.Equal(2, draft.GetProperty("pairCount").GetInt32());
        Assert.Equal(0, draft.GetProperty("unmatchedCount").GetInt32());
        Assert.Equal(draft.GetProperty("upperBound").GetDecimal(), draft.GetProperty("totalScore").GetDecimal());
        Assert.True(draft.GetProperty("certificateVerified").GetBoolean());
        var proposals = draft.GetProperty("proposals").GetProperty("nodes").EnumerateArray().ToList();
        Assert.Equal(2, proposals.Count);
        var own = proposals.Single(each => each.GetProperty("mentor").GetProperty("externalId").GetString() == mentor);
        Assert.Equal(mentee, own.GetProperty("mentee").GetProperty("externalId").GetString());
        Assert.NotEmpty(own.GetProperty("factors").EnumerateArray());
        Assert.Equal(draft.GetProperty("totalScore").GetDecimal(), proposals.Sum(each => each.GetProperty("score").GetDecimal()));
    }

    private static async Task CheckSeesOwnOnlyAsync(GraphQLClient person, string cohort, string own, string others)
    {
        var seen = await person.QueryAsync(
            "query($cohort: ID!, $others: ID!) { pairings(first: 100, filter: { cohort: $cohort }) { totalCount nodes { id } } pairing(id: $others) { id } node(id: $others) { id } }",
            new { cohort, others });
        Assert.Equal(1, seen.GetProperty("pairings").GetProperty("totalCount").GetInt32());
        Assert.Equal(own, seen.GetProperty("pairings").GetProperty("nodes")[0].GetProperty("id").GetString());
        Assert.Equal(JsonValueKind.Null, seen.GetProperty("pairing").ValueKind);
        Assert.Equal(JsonValueKind.Null, seen.GetProperty("node").ValueKind);
    }

    private static async Task CheckNoteStaysInPairAsync(string pairing, IEnumerable<GraphQLClient> pair, IEnumerable<GraphQLClient> program)
    {
        foreach (var partner in pair)
        {
            var seen = await partner.QueryAsync(CheckIns, new { id = pairing });
            var note = Assert.Single(seen.GetProperty("pairing").GetProperty("checkIns")[0].GetProperty("notes").EnumerateArray());
            Assert.Equal("PAIR", note.GetProperty("visibility").GetString());
            Assert.Equal(NoteText, note.GetProperty("text").GetString());
        }

        foreach (var other in program)
        {
            var answer = await other.SendAsync(CheckIns, new { id = pairing });
            var checkIn = answer.Data().GetProperty("pairing").GetProperty("checkIns")[0];
            Assert.Equal("DONE", checkIn.GetProperty("status").GetString());
            Assert.Equal(40, checkIn.GetProperty("minutes").GetInt32());
            Assert.Empty(checkIn.GetProperty("notes").EnumerateArray());
            Assert.DoesNotContain("Rotterdam", answer.Body, StringComparison.Ordinal);
        }
    }
}
