using System.Globalization;
using System.Text.Json;
using MentorCloud.Integration.Tests.Clocked;

namespace MentorCloud.Integration.Tests.Pairings;

/// <summary>One pairing from its contract to graduation over six months, by mentor, mentee and manager over HTTP.</summary>
[Collection(ClockedCollection.Name)]
public sealed class LifeStoryTests(ClockedServer server) : IAsyncLifetime
{
    private Company company = null!;
    private PairSteps pair = null!;

    public async ValueTask InitializeAsync()
    {
        company = await Company.OpenAsync(server, $"L{Guid.NewGuid():N}"[..8], mentors: 2, mentees: 4);
        pair = new PairSteps(server, company, "E-1");
    }

    public ValueTask DisposeAsync()
    {
        company.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task Pairing_lives_from_contract_to_graduation()
    {
        await pair.SignAsync();
        await PlanAndPractiseAsync();
        await TwoMonthsOfCheckInsAsync();
        await GrowAsync();
        await AmendAtMidcourseAsync();
        await PauseAsync();
        await EscalateAsync();
        await GraduateAsync();
    }

    private async Task PlanAndPractiseAsync()
    {
        var item = await pair.WriteAsync(
            pair.Mentee, "PLAN_ITEM", "PAIR", [("activity", "Chair the weekly meeting"), ("indicator", "Decisions are written down")],
            ("topic", "Strategic Thinking"), ("owner", "MENTEE"), ("dueOn", Day(60)));
        await pair.Mentee.DoAsync("pairingMoveEntry", string.Empty, pair.With(
            ("number", item), ("status", "DONE"), ("texts", new[] { new { field = "evidence", text = "Minutes of four meetings" } })));
        var evidence = await pair.WriteAsync(pair.Mentee, "EVIDENCE", "PROGRAM", [("text", "Debrief of the Rotterdam case")], ("topic", "First visible step"));
        await pair.Mentee.DoAsync("pairingNoteSmallWin", string.Empty, pair.With(("title", "First visible step"), ("smallWin", 0)));
        var met = await pair.Mentor.DoAsync(
            "pairingMeetMilestone", "pairing { milestones { title smallWins metAt evidence } }", pair.With(("title", "First visible step"), ("evidence", evidence)));
        var milestone = met.GetProperty("pairing").GetProperty("milestones")[0];
        Assert.Equal(evidence, milestone.GetProperty("evidence").GetInt32());
        Assert.NotEqual(JsonValueKind.Null, milestone.GetProperty("metAt").ValueKind);

        await pair.WriteAsync(
            pair.Mentor, "FEEDBACK", "PAIR", [("behaviour", "Interrupted twice"), ("effect", "Two fell silent"), ("criterion", "Everybody heard")],
            ("tone", "CRITIQUE"), ("happenedAt", server.NowText));
        var seen = await pair.SeeAsync(pair.Mentee, "feedback { praise critique praiseShare meanLatencyHours } ownership { mentees all share } entries { totalCount nodes { kind texts { field text } } }");
        Assert.Equal(1, seen.GetProperty("feedback").GetProperty("critique").GetInt32());
        Assert.Equal(1, seen.GetProperty("ownership").GetProperty("share").GetDouble());
        Assert.Equal(3, seen.GetProperty("entries").GetProperty("totalCount").GetInt32());
        Assert.Contains("Interrupted twice", seen.GetRawText(), StringComparison.Ordinal);
    }

    private async Task TwoMonthsOfCheckInsAsync()
    {
        await server.PassDaysAsync(7);
        Assert.NotEqual(JsonValueKind.Null, (await pair.SeeAsync(pair.Mentee, "prompt")).GetProperty("prompt").ValueKind);
        await pair.Mentee.DoAsync("pairingHoldReview", string.Empty, pair.With(("kind", "PROMPT"), ("heldAt", server.NowText), ("minutes", 10)));
        for (var week = 2; week <= 8; week++)
        {
            await server.PassDaysAsync(7);
            if (week % 2 == 0)
            {
                await pair.CheckInAsync();
                await pair.Mentee.DoAsync("pairingRateSession", string.Empty, pair.With(("checkIn", week / 2), ("score", 4)));
                await pair.Mentor.DoAsync("pairingRateSession", string.Empty, pair.With(("checkIn", week / 2), ("score", 5)));
            }

            await AnswerDueAsync(pair.Mentor);
            await AnswerDueAsync(pair.Mentee);
        }

        var seen = await pair.SeeAsync(
            pair.Mentee, "health { status reasons { code text } } dutyTallies { kind done missed } duties(kind: CHECK_IN, first: 2) { totalCount pageInfo { hasNextPage endCursor } nodes { number status mentorScore } }");
        Assert.Equal(4, Tally(seen, "CHECK_IN").GetProperty("done").GetInt32());
        Assert.True(Tally(seen, "ALIGNMENT_CHECK").GetProperty("done").GetInt32() >= 1);
        Assert.Equal("ON_TRACK", seen.GetProperty("health").GetProperty("status").GetString());
        await PageThroughDutiesAsync(seen.GetProperty("duties"));
    }

    /// <summary>Whatever asks both sides for a score now is answered.</summary>
    private async Task AnswerDueAsync(Person person)
    {
        var open = (await pair.SeeAsync(person, "openDuties { kind status }")).GetProperty("openDuties").EnumerateArray()
            .Where(duty => duty.GetProperty("status").GetString() is "DUE" or "REMINDED").Select(duty => duty.GetProperty("kind").GetString()!);
        foreach (var kind in open.Where(kind => kind is "ALIGNMENT_CHECK" or "SAFETY_PULSE"))
        {
            await person.DoAsync("pairingAnswerCheck", string.Empty, pair.With(("kind", kind), ("score", 4)));
        }
    }

    private async Task PageThroughDutiesAsync(JsonElement first)
    {
        Assert.True(first.GetProperty("pageInfo").GetProperty("hasNextPage").GetBoolean());
        Assert.Equal(5, first.GetProperty("nodes")[0].GetProperty("number").GetInt32());
        var rest = await pair.Mentee.AskAsync(
            "query($id: ID!, $after: String) { pairing(id: $id) { duties(kind: CHECK_IN, first: 50, after: $after) { pageInfo { hasNextPage } nodes { number } } } }",
            new { id = pair.Pairing, after = first.GetProperty("pageInfo").GetProperty("endCursor").GetString() });
        Assert.Equal([3, 2, 1], rest.GetProperty("pairing").GetProperty("duties").GetProperty("nodes").EnumerateArray().Select(duty => duty.GetProperty("number").GetInt32()));
    }

    private async Task GrowAsync()
    {
        await pair.Mentee.DoAsync("pairingAssessSelf", string.Empty, pair.With(("levels", new[] { new { competency = "Strategic Thinking", level = 2.5 } })));
        await pair.Mentee.DoAsync("pairingAssessSelf", string.Empty, pair.With(("levels", new[] { new { competency = "Strategic Thinking", level = 4.0 } })));
        await pair.Mentee.DoAsync("pairingRateMentoring", string.Empty, pair.With(("score", 5)));
        var before = await pair.SeeAsync(pair.Mentee, "autonomy { stage nextStage { name needed reached isMet } } growth { competency first latest }");
        Assert.All(before.GetProperty("autonomy").GetProperty("nextStage").EnumerateArray(), criterion => Assert.True(criterion.GetProperty("isMet").GetBoolean(), criterion.GetRawText()));
        Assert.Equal(4.0, before.GetProperty("growth")[0].GetProperty("latest").GetDouble());
        await pair.Mentee.DoAsync("pairingAskAutonomy", string.Empty, pair.With(("stage", "GUIDED")));
        var moved = await pair.Mentor.DoAsync("pairingAnswerAutonomy", "pairing { autonomy { stage asked } }", pair.With(("agree", true)));
        Assert.Equal("GUIDED", moved.GetProperty("pairing").GetProperty("autonomy").GetProperty("stage").GetString());

        var narrative = (await pair.SeeAsync(pair.Mentee, "growthNarrative { markdown pdf }")).GetProperty("growthNarrative");
        Assert.Contains("Debrief of the Rotterdam case", narrative.GetProperty("markdown").GetString(), StringComparison.Ordinal);
        Assert.StartsWith("%PDF-", System.Text.Encoding.Latin1.GetString(narrative.GetProperty("pdf").GetBytesFromBase64()), StringComparison.Ordinal);
        Assert.Equal(JsonValueKind.Null, (await pair.SeeAsync(pair.Mentor, "growthNarrative { markdown }")).GetProperty("growthNarrative").ValueKind);
    }

    private async Task AmendAtMidcourseAsync()
    {
        await server.PassDaysAsync(30);
        var held = await pair.Mentee.TryAsync("pairingHoldReview", "pairing { stage }", pair.With(
            ("kind", "MIDCOURSE"), ("heldAt", server.NowText), ("minutes", 60), ("amendmentWanted", true)));
        Assert.Equal(0, held.GetProperty("userErrors").GetArrayLength());
        await pair.SignAsync();
        var seen = await pair.SeeAsync(pair.Mentor, "contract { version status } contracts { version status terms { mentorRole } }");
        Assert.Equal(2, seen.GetProperty("contract").GetProperty("version").GetInt32());
        Assert.Equal(["SUPERSEDED", "ACTIVE"], seen.GetProperty("contracts").EnumerateArray().Select(version => version.GetProperty("status").GetString()));
    }

    private async Task PauseAsync()
    {
        var before = (await pair.SeeAsync(pair.Mentee, "endsAt")).GetProperty("endsAt").GetDateTimeOffset();
        var since = DateInOslo();
        var paused = await pair.Mentee.DoAsync("pairingPause", "pairing { stage pause { reason resumesAt } }", pair.With(("until", Day(20)), ("reason", "Parental leave")));
        Assert.Equal("PAUSED", paused.GetProperty("pairing").GetProperty("stage").GetString());
        Assert.Equal("PAIRING_PAUSED", (await pair.Mentor.RefusedAsync("pairingLogCheckIn", pair.With(("heldAt", server.NowText), ("minutes", 30)))).Code);
        await server.PassDaysAsync(10);
        var resumed = await company.Admin.DoAsync("pairingResume", "pairing { stage endsAt }", pair.With());
        Assert.Equal("ACTIVE", resumed.GetProperty("pairing").GetProperty("stage").GetString());

        // Days of the pair's calendar: a summer time that begins or ends meanwhile is an hour of difference.
        var days = DateInOslo().DayNumber - since.DayNumber;
        Assert.Equal(days, (resumed.GetProperty("pairing").GetProperty("endsAt").GetDateTimeOffset() - before).TotalDays, 1.0 / 12);
    }

    private async Task EscalateAsync()
    {
        await pair.Mentee.DoAsync("pairingOpenEscalation", string.Empty, pair.With(("subject", "We cannot agree on the time")));
        Assert.Empty((await pair.SeeAsync(pair.Mentor, "escalations { number }")).GetProperty("escalations").EnumerateArray());
        await server.PassDaysAsync(4);
        var climbed = (await CasesAsync(company.Sponsor, "ESCALATION", open: true)).EnumerateArray().Single();
        Assert.Equal("TENANT_ADMIN", climbed.GetProperty("escalation").GetProperty("handler").GetString());
        await company.Admin.DoAsync("pairingAcknowledgeEscalation", string.Empty, pair.With(("number", 1)));
        var solved = await company.Admin.DoAsync(
            "pairingResolveEscalation", "pairing { escalations { acknowledgedBy resolvedBy resolution } }", pair.With(("number", 1), ("resolution", "Fridays")));
        var escalation = solved.GetProperty("pairing").GetProperty("escalations")[0];
        Assert.Equal("Fridays", escalation.GetProperty("resolution").GetString());
        Assert.Equal(JsonValueKind.String, escalation.GetProperty("acknowledgedBy").ValueKind);
        Assert.Equal(escalation.GetProperty("acknowledgedBy").GetString(), escalation.GetProperty("resolvedBy").GetString());
        await server.PublishedAsync();
        Assert.Equal(0, (await CasesAsync(company.Admin, "ESCALATION", open: true)).GetArrayLength());
    }

    private async Task GraduateAsync()
    {
        Assert.Equal("TERM_NOT_DUE", (await pair.Mentee.RefusedAsync("pairingDecideTerm", pair.With(("choice", "GRADUATE")))).Code);
        var ends = (await pair.SeeAsync(pair.Mentee, "endsAt")).GetProperty("endsAt").GetDateTimeOffset();
        await server.PassAsync(ends - server.Now - TimeSpan.FromDays(10));
        var proposed = await pair.Mentee.DoAsync("pairingDecideTerm", "pairing { stage termProposal { by choice } }", pair.With(("choice", "GRADUATE")));
        Assert.Equal("MENTEE", proposed.GetProperty("pairing").GetProperty("termProposal").GetProperty("by").GetString());
        var over = await pair.Mentor.DoAsync("pairingDecideTerm", "pairing { stage outcome }", pair.With(("choice", "GRADUATE")));
        Assert.Equal("ENDED", over.GetProperty("pairing").GetProperty("stage").GetString());
        Assert.Equal("GRADUATED", over.GetProperty("pairing").GetProperty("outcome").GetString());
        Assert.Equal("PAIRING_ENDED", (await pair.Mentor.RefusedAsync("pairingLogHours", pair.With(("at", server.NowText), ("minutes", 30)))).Code);
    }

    private async Task<JsonElement> CasesAsync(Person viewer, string kind, bool open) => (await viewer.AskAsync(
        "query($filter: ProgramCaseFilterInput) { programCases(filter: $filter) { nodes { kind isOpen pairing { id } escalation { handler } } } }",
        new { filter = new { cohort = company.Cohort, kind, isOpen = open } })).GetProperty("programCases").GetProperty("nodes");

    private static JsonElement Tally(JsonElement pairing, string kind) =>
        pairing.GetProperty("dutyTallies").EnumerateArray().Single(tally => tally.GetProperty("kind").GetString() == kind);

    private DateOnly DateInOslo() => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(server.Now, TimeZoneInfo.FindSystemTimeZoneById("Europe/Oslo")).DateTime);

    private string Day(int ahead) => server.Now.AddDays(ahead).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
