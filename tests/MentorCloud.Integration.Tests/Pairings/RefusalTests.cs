using MentorCloud.Integration.Tests.Clocked;

namespace MentorCloud.Integration.Tests.Pairings;

/// <summary>Bad input over HTTP: every line is refused with its code and the field at fault, and changes nothing.</summary>
[Collection(ClockedCollection.Name)]
public sealed class RefusalTests(ClockedServer server) : IAsyncLifetime
{
    private Company company = null!;
    private PairSteps pair = null!;

    private sealed record Line(string By, string Mutation, string Code, string? Field, params (string Name, object? Value)[] Input);

    public async ValueTask InitializeAsync()
    {
        company = await Company.OpenAsync(server, $"R{Guid.NewGuid():N}"[..8], mentors: 1, mentees: 2);
        pair = new PairSteps(server, company, "E-1");
    }

    public ValueTask DisposeAsync()
    {
        company.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task Commands_on_an_active_pairing_are_refused_with_code_and_field()
    {
        await pair.SignAsync();
        await CheckAsync(
        [
            new("mentor", "pairingSignContract", "CONTRACT_NOT_PROPOSED", null, ("version", 7)),
            new("mentor", "pairingLogCheckIn", "INPUT_INVALID", "heldAt", ("heldAt", "2099-01-01T00:00:00Z"), ("minutes", 30)),
            new("mentor", "pairingLogCheckIn", "INPUT_INVALID", "heldAt", ("heldAt", "2001-01-01T00:00:00Z"), ("minutes", 30)),
            new("mentor", "pairingLogCheckIn", "INPUT_INVALID", "minutes", ("heldAt", server.NowText), ("minutes", 481)),
            new("mentor", "pairingLogCheckIn", "INPUT_INVALID", "note", ("heldAt", server.NowText), ("minutes", 30), ("note", new string('x', 4_001))),
            new("mentor", "pairingLogHours", "INPUT_INVALID", "minutes", ("at", server.NowText), ("minutes", 0)),
            new("mentee", "pairingExcuseDuty", "INPUT_INVALID", "kind", ("kind", "END_OF_TERM"), ("reason", "No wish")),
            new("mentee", "pairingExcuseDuty", "INPUT_INVALID", "reason", ("kind", "CHECK_IN"), ("reason", " ")),
            new("mentee", "pairingAnswerCheck", "INPUT_INVALID", "score", ("kind", "ALIGNMENT_CHECK"), ("score", 6)),
            new("mentee", "pairingRateSession", "INPUT_INVALID", "checkIn", ("checkIn", 99), ("score", 3)),
            new("mentee", "pairingMeetMilestone", "INPUT_INVALID", "title", ("title", "Nowhere"), ("evidence", 1)),
            new("mentee", "pairingMeetMilestone", "MILESTONE_WITHOUT_EVIDENCE", "evidence", ("title", "First visible step"), ("evidence", 1)),
            new("mentee", "pairingPause", "INPUT_INVALID", "until", ("until", "2001-01-01"), ("reason", "Past")),
            new("mentee", "pairingResume", "PAIRING_NOT_PAUSED", null),
            new("mentee", "pairingDecideTerm", "INPUT_INVALID", "months", ("choice", "EXTEND"), ("months", 13)),
            new("mentee", "pairingAskAutonomy", "AUTONOMY_CRITERIA_UNMET", "stage", ("stage", "GUIDED")),
            new("mentee", "pairingAskAutonomy", "INPUT_INVALID", "stage", ("stage", "INDEPENDENT")),
            new("mentor", "pairingAnswerAutonomy", "AUTONOMY_NOT_ASKED", null, ("agree", true)),
            new("mentee", "pairingCloseReview360", "REVIEW_NOT_OPEN", "number", ("number", 1)),
            new("mentee", "pairingOpenReview360", "INPUT_INVALID", "raters", ("competencies", new[] { "Listening" }), ("raters", Array.Empty<string>())),
            new("mentee", "pairingOpenReview360", "NOT_FOUND", "raters.0", ("competencies", new[] { "Listening" }), ("raters", new[] { "nobody" })),
            new("admin", "pairingAcknowledgeEscalation", "ESCALATION_NOT_OPEN", "number", ("number", 1)),
            new("admin", "pairingAnswerReassignment", "REASSIGNMENT_NOT_REQUESTED", null, ("grant", true)),
            new("mentee", "pairingChooseHandover", "INPUT_INVALID", "entries.0", ("entries", new[] { 42 })),
            new("admin", "coverDecline", "NOT_FOUND", null),
        ]);
    }

    [Fact]
    public async Task Texts_are_refused_when_oversized_or_broken_and_kept_when_only_unusual()
    {
        await pair.SignAsync();
        var long4001 = new string('x', 4001);
        await CheckAsync(
        [
            new("mentee", "pairingWriteEntry", "INPUT_INVALID", "texts.0.text", Entry("NOTE", "PAIR", ("text", long4001))),
            new("mentee", "pairingWriteEntry", "INPUT_INVALID", "texts.0.text", Entry("NOTE", "PAIR", ("text", "bell\u0007"))),
            new("mentee", "pairingWriteEntry", "INPUT_INVALID", "texts.0.field", Entry("NOTE", "PAIR", ("verse", "words"))),
            new("mentee", "pairingWriteEntry", "INPUT_INVALID", "texts", Entry("NOTE", "PAIR", ("text", "one"), ("text", "two"))),
            new("mentee", "pairingWriteEntry", "INPUT_INVALID", "visibility", Entry("JOURNAL", "PROGRAM", ("text", "mine"))),
            new("mentee", "pairingWriteEntry", "ENTRY_INCOMPLETE", "effect", [.. Entry("FEEDBACK", "PAIR", ("behaviour", "b"), ("criterion", "c")), ("tone", "PRAISE"), ("happenedAt", server.NowText)]),
            new("mentee", "pairingOpenEscalation", "INPUT_INVALID", "subject", ("subject", new string('s', 201))),
        ]);

        const string Unusual = "👩🏽‍🚀 مرحبا \u202Eשלום\u202C 𝒳 日本 e\u0301";
        var number = await pair.WriteAsync(pair.Mentee, "NOTE", "PAIR", [("text", Unusual)]);
        var seen = await pair.SeeAsync(pair.Mentor, "entries(kind: NOTE) { nodes { number texts { text } } }");
        var entry = seen.GetProperty("entries").GetProperty("nodes")[0];
        Assert.Equal(number, entry.GetProperty("number").GetInt32());
        Assert.Equal(Unusual, entry.GetProperty("texts")[0].GetProperty("text").GetString());
    }

    [Fact]
    public async Task Wrong_sides_and_strangers_are_refused()
    {
        await pair.SignAsync();
        var other = company.Of("E-2");
        Assert.Equal("NOT_FOUND", (await other.RefusedAsync("pairingLogHours", pair.With(("at", server.NowText), ("minutes", 10)))).Code);
        Assert.Equal("NOT_FOUND", (await other.RefusedAsync("pairingRate360", pair.With(("number", 1), ("scores", new[] { 3 })))).Code);
        Assert.Equal("PAIRING_OTHER_SIDE", (await pair.Mentor.RefusedAsync("pairingRateMentoring", pair.With(("score", 5)))).Code);
        Assert.Equal("PAIRING_OTHER_SIDE", (await pair.Mentee.RefusedAsync("pairingAnswerAutonomy", pair.With(("agree", true)))).Code);
        Assert.Equal("FORBIDDEN", await ErrorAsync(company.Admin, "pairingLogHours", ("at", server.NowText), ("minutes", 10)));
        Assert.Equal("FORBIDDEN", await ErrorAsync(pair.Mentee, "pairingReportDeparture", ("side", "MENTOR")));
        Assert.Equal("FORBIDDEN", await ErrorAsync(company.Sponsor, "coverDecline"));
        Assert.Equal("FORBIDDEN", (await pair.Mentee.SendAsync("{ programCases { nodes { number } } }")).ErrorCode);
    }

    [Fact]
    public async Task Slots_lie_in_both_working_hours_on_both_clocks()
    {
        var slots = (await pair.SeeAsync(pair.Mentee, "proposedSlots(minutes: 45, count: 10) { startsAt endsAt mentorTime menteeTime }")).GetProperty("proposedSlots").EnumerateArray().ToList();
        Assert.Equal(10, slots.Count);
        Assert.All(slots, slot =>
        {
            var local = DateTimeOffset.Parse(slot.GetProperty("menteeTime").GetString()!, System.Globalization.CultureInfo.InvariantCulture);
            Assert.Equal(slot.GetProperty("startsAt").GetDateTimeOffset(), local);
            Assert.InRange(local.Hour, 9, 17);
            Assert.False(local.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday);
            Assert.Equal(45, (slot.GetProperty("endsAt").GetDateTimeOffset() - local).TotalMinutes);
        });
        var refused = await pair.Mentee.SendAsync("query($id: ID!) { pairing(id: $id) { proposedSlots(minutes: 5) { startsAt } } }", new { id = pair.Pairing });
        Assert.Equal("INPUT_INVALID", refused.ErrorCode);
    }

    [Theory]
    [InlineData("Mars/Olympus")]
    [InlineData("W. Europe Standard Time")]
    public async Task Zones_that_do_not_exist_are_refused(string zone) => Assert.Equal(
        ("INPUT_INVALID", "design.timeZone"),
        await company.Admin.RefusedAsync("cohortCreate", new() { ["design"] = new { name = "Nowhere", timeZone = zone } }));

    [Fact]
    public async Task Repeated_commands_are_done_once_and_answer_alike()
    {
        await pair.SignAsync();
        var input = pair.With(("kind", "NOTE"), ("visibility", "PAIR"), ("texts", new[] { new { field = "text", text = "Once" } }), ("idempotencyKey", "same"));
        var first = await pair.Mentee.DoAsync("pairingWriteEntry", "entry { number }", new(input));
        await pair.WriteAsync(pair.Mentee, "NOTE", "PAIR", [("text", "Between")]);
        var again = await pair.Mentee.DoAsync("pairingWriteEntry", "entry { number }", new(input));
        Assert.Equal(first.GetProperty("entry").GetRawText(), again.GetProperty("entry").GetRawText());
        input["visibility"] = "AUTHOR";
        Assert.Equal(("IDEMPOTENCY_KEY_REUSED", "idempotencyKey"), await pair.Mentee.RefusedAsync("pairingWriteEntry", new(input)));
        var seen = await pair.SeeAsync(pair.Mentee, "entries { totalCount }");
        Assert.Equal(2, seen.GetProperty("entries").GetProperty("totalCount").GetInt32());
    }

    [Fact]
    public async Task Reading_of_somebody_elses_entries_is_in_the_audit_log()
    {
        await pair.SignAsync();
        await pair.WriteAsync(pair.Mentee, "NOTE", "PROGRAM", [("text", "For the program")]);
        await pair.SeeAsync(company.Admin, "entries { nodes { texts { text } } }");

        var actions = await AuditTrail.ActionsOnAsync(server, pair.Mentee);
        Assert.Contains("Read Entries", actions);
        Assert.Contains("Read Pairing", actions);
    }

    [Fact]
    public async Task Reading_of_what_only_a_pairings_row_says_is_in_the_audit_log()
    {
        await pair.SeeAsync(pair.Mentee, "health { status }");
        Assert.DoesNotContain("Read Pairing", await AuditTrail.ActionsOnAsync(server, pair.Mentee));
        await pair.SeeAsync(company.Admin, "health { status }");
        Assert.Contains("Read Pairing", await AuditTrail.ActionsOnAsync(server, pair.Mentee));
        Assert.Contains("Read Pairing", await AuditTrail.ActionsOnAsync(server, pair.Mentor));

        var before = (await AuditTrail.ReadAsync(server)).Count(entry => entry.Action == "Read Pairings");
        await pair.Mentee.AskAsync("{ pairings(first: 5) { nodes { health { status } } } }");
        await company.Sponsor.AskAsync("{ pairings(first: 5) { nodes { health { status } } } }");
        Assert.Equal(before + 1, (await AuditTrail.ReadAsync(server)).Count(entry => entry.Action == "Read Pairings"));
    }

    [Fact]
    public async Task Sponsor_sees_a_cohort_without_its_rules_and_drafts()
    {
        var seen = (await company.Sponsor.AskAsync(
            "query($id: ID!) { cohort(id: $id) { name pins { __typename } vetoes { __typename } rounds(first: 1) { nodes { id proposals { totalCount } unmatched { totalCount } } } } }",
            new { id = company.Cohort })).GetProperty("cohort");
        var round = seen.GetProperty("rounds").GetProperty("nodes")[0];

        Assert.All(
            [seen.GetProperty("pins"), seen.GetProperty("vetoes"), round.GetProperty("proposals"), round.GetProperty("unmatched")],
            field => Assert.Equal(System.Text.Json.JsonValueKind.Null, field.ValueKind));
    }

    private static (string, object?)[] Entry(string kind, string visibility, params (string Field, string Text)[] texts) =>
        [("kind", kind), ("visibility", visibility), ("texts", texts.Select(each => new { field = each.Field, text = each.Text }).ToArray())];

    private async Task CheckAsync(IEnumerable<Line> lines)
    {
        foreach (var line in lines)
        {
            var person = line.By == "mentor" ? pair.Mentor : line.By == "mentee" ? pair.Mentee : company.Admin;
            var refused = await person.RefusedAsync(line.Mutation, pair.With(line.Input));
            Assert.True(refused == (line.Code, line.Field), $"{line.Mutation} {string.Join(' ', line.Input)}: {refused}");
        }
    }

    private async Task<string?> ErrorAsync(Person person, string mutation, params (string Name, object? Value)[] more)
    {
        var input = pair.With(more);
        input["idempotencyKey"] = mutation;
        return (await person.SendAsync(Http.GraphQLClient.MutationOf(mutation, string.Empty), new { input })).ErrorCode;
    }
}
