using System.Text.Json;
using MentorCloud.Integration.Tests.Clocked;
using MentorCloud.Integration.Tests.Processes;

namespace MentorCloud.Integration.Tests.Pairings;

/// <summary>The program side: types and kits, templates, taxonomy, events, 360-degree reviews and the safety pulse.</summary>
[Collection(ClockedCollection.Name)]
public sealed class ProgramTests(ClockedServer server)
{
    private const string Event = "event { id title isCancelled ownStatus notes invitations { totalCount nodes { status participant { externalId } } } }";

    [Fact]
    public async Task Kit_and_type_of_a_cohort_reach_its_pairings_and_its_clone()
    {
        var design = new Dictionary<string, object?>
        {
            ["type"] = "PEER",
            ["kit"] = new
            {
                resources = new[] { new { title = "Asking well", address = "https://kit.example/asking" } },
                prompts = new[] { "What surprised you?", "What did you put off?" },
                confidentialityProtocol = "Nothing leaves the room.",
            },
        };
        using var company = await Company.OpenAsync(server, $"K{Guid.NewGuid():N}"[..8], mentors: 1, mentees: 1, design);
        var pair = await new PairSteps(server, company, "E-1").SignAsync();
        await server.PassDaysAsync(8);
        var first = (await pair.SeeAsync(pair.Mentee, "prompt")).GetProperty("prompt").GetString();
        await pair.Mentee.DoAsync("pairingHoldReview", string.Empty, pair.With(("kind", "PROMPT"), ("heldAt", server.NowText), ("minutes", 5)));
        await server.PassDaysAsync(14);
        var second = (await pair.SeeAsync(pair.Mentee, "prompt")).GetProperty("prompt").GetString();
        Assert.Equal(["What did you put off?", "What surprised you?"], new[] { first, second }.Order(StringComparer.Ordinal));

        // Among peers both sides have the mentee's rights.
        await pair.Mentor.DoAsync("pairingRateMentoring", string.Empty, pair.With(("score", 4)));
        var clone = await company.Admin.DoAsync(
            "cohortClone", "cohort { id phase startsOn design { type kit { prompts confidentialityProtocol resources { title } } } }", new() { ["cohort"] = company.Cohort, ["name"] = "Again" });
        var copied = clone.GetProperty("cohort");
        Assert.Equal("DESIGN", copied.GetProperty("phase").GetString());
        Assert.Equal(JsonValueKind.Null, copied.GetProperty("startsOn").ValueKind);
        Assert.Equal("PEER", copied.GetProperty("design").GetProperty("type").GetString());
        Assert.Equal(2, copied.GetProperty("design").GetProperty("kit").GetProperty("prompts").GetArrayLength());
        Assert.Equal(("COHORT_INCOMPLETE", "startsOn"), await company.Admin.RefusedAsync("cohortOpen", new() { ["cohort"] = copied.GetProperty("id").GetString() }));

        // A client that knows nothing of types and kits revises the rest.
        var older = new { name = "Renamed", outcomes = new[] { "Ready" }, targetPopulation = "Leads", sponsor = "COO", startsOn = server.NowText[..10], timeZone = "Europe/Oslo" };
        var revised = (await company.Admin.DoAsync("cohortRevise", "cohort { name design { type kit { prompts } } }", new() { ["cohort"] = copied.GetProperty("id").GetString(), ["design"] = older })).GetProperty("cohort");
        Assert.Equal("Renamed", revised.GetProperty("name").GetString());
        Assert.Equal("PEER", revised.GetProperty("design").GetProperty("type").GetString());
        Assert.Equal(2, revised.GetProperty("design").GetProperty("kit").GetProperty("prompts").GetArrayLength());
    }

    [Fact]
    public async Task Taxonomy_is_extended_and_trimmed()
    {
        using var company = await Company.OpenAsync(server, $"T{Guid.NewGuid():N}"[..8], mentors: 1, mentees: 1);
        var name = $"Port strike {Guid.NewGuid():N}";
        var added = await company.Admin.DoAsync("taxonomyAdd", "experiences { category name }", new() { ["experiences"] = new[] { new { category = "CRISIS", name } } });
        Assert.Contains(name, added.GetRawText(), StringComparison.Ordinal);
        Assert.Contains(name, (await company.Of("E-1").AskAsync("{ taxonomy { name } }")).GetRawText(), StringComparison.Ordinal);
        await company.Admin.DoAsync("taxonomyRetire", string.Empty, new() { ["names"] = new[] { name } });
        Assert.DoesNotContain(name, (await company.Of("E-1").AskAsync("{ taxonomy { name } }")).GetRawText(), StringComparison.Ordinal);
        Assert.Equal(("INPUT_INVALID", "experiences.0.name"), await company.Admin.RefusedAsync(
            "taxonomyAdd", new() { ["experiences"] = new[] { new { category = "CRISIS", name = new string('x', 81) } } }));
    }

    [Fact]
    public async Task Event_from_invitation_to_attendance()
    {
        using var company = await Company.OpenAsync(server, $"V{Guid.NewGuid():N}"[..8], mentors: 1, mentees: 2);
        var (guest, other) = (company.Of("E-1"), company.Of("E-2"));
        var planned = await company.Admin.DoAsync("cohortEventPlan", Event, new()
        {
            ["cohort"] = company.Cohort, ["kind"] = "ROUNDTABLE", ["title"] = "Crossing functions", ["startsAt"] = server.Now.AddDays(3).ToString("O"), ["minutes"] = 90,
        });
        var id = planned.GetProperty("event").GetProperty("id").GetString();
        await company.Admin.DoAsync("cohortEventInvite", string.Empty, new() { ["event"] = id, ["participants"] = new[] { guest.Id, company.Of("M-1").Id } });
        using var outsiders = await Company.OpenAsync(server, $"W{Guid.NewGuid():N}"[..8], mentors: 1, mentees: 1);
        Assert.Equal(("INPUT_INVALID", "participants.0"), await company.Admin.RefusedAsync(
            "cohortEventInvite", new() { ["event"] = id, ["participants"] = new[] { outsiders.Of("E-1").Id } }));

        var answered = await guest.DoAsync("cohortEventAnswer", Event, new() { ["event"] = id, ["accept"] = true });
        Assert.Equal("ACCEPTED", answered.GetProperty("event").GetProperty("ownStatus").GetString());
        Assert.Equal(1, answered.GetProperty("event").GetProperty("invitations").GetProperty("totalCount").GetInt32());
        Assert.Equal("NOT_FOUND", (await other.RefusedAsync("cohortEventAnswer", new() { ["event"] = id, ["accept"] = true })).Code);
        Assert.Equal("EVENT_NOT_BEGUN", (await company.Admin.RefusedAsync("cohortEventRecord", new() { ["event"] = id, ["attended"] = new[] { guest.Id } })).Code);

        await server.PassDaysAsync(4);
        var recorded = await company.Admin.DoAsync("cohortEventRecord", Event, new() { ["event"] = id, ["attended"] = new[] { guest.Id }, ["notes"] = "Two cases shared" });
        Assert.Equal(["ABSENT", "ATTENDED"], recorded.GetProperty("event").GetProperty("invitations").GetProperty("nodes").EnumerateArray()
            .Select(each => each.GetProperty("status").GetString()).Order(StringComparer.Ordinal));
        Assert.Equal("EVENT_OVER", (await company.Admin.RefusedAsync("cohortEventCancel", new() { ["event"] = id })).Code);
        Assert.Equal(1, await EventsOfAsync(company, guest));
        Assert.Equal(0, await EventsOfAsync(company, other));
    }

    [Fact]
    public async Task Review_by_four_people_shows_means_and_by_three_nothing()
    {
        using var company = await Company.OpenAsync(server, $"Q{Guid.NewGuid():N}"[..8], mentors: 3, mentees: 6);
        var pair = await new PairSteps(server, company, "E-1").SignAsync();
        Person[] raters = [company.Of("E-2"), company.Of("E-3"), company.Of("E-4"), company.Of("E-5")];
        foreach (var (round, answers) in new[] { (1, 3), (2, 4) })
        {
            await pair.Mentee.DoAsync("pairingOpenReview360", string.Empty, pair.With(
                ("competencies", new[] { "Strategic Thinking", "Business Acumen" }), ("raters", raters.Select(rater => rater.Id).ToArray())));
            foreach (var (rater, place) in raters.Take(answers).Select((rater, place) => (rater, place)))
            {
                await AskedAsync(rater, pair.Pairing);
                await rater.DoAsync("pairingRate360", "taken", pair.With(("number", round), ("scores", new[] { 2 + (place % 2), 5 })));
            }

            var open = (await pair.SeeAsync(pair.Mentee, "openReview360 { asked answered } reviews360 { number }")).GetProperty("openReview360");
            Assert.Equal(answers, open.GetProperty("answered").GetInt32());
            await pair.Mentee.DoAsync("pairingCloseReview360", string.Empty, pair.With(("number", round)));
        }

        var seen = (await pair.SeeAsync(pair.Mentee, "reviews360 { number raters means { competency level } }")).GetProperty("reviews360");
        var summary = Assert.Single(seen.EnumerateArray());
        Assert.Equal(4, summary.GetProperty("raters").GetInt32());
        Assert.Equal(2.5, summary.GetProperty("means")[0].GetProperty("level").GetDouble());
        Assert.Empty((await pair.SeeAsync(pair.Mentor, "reviews360 { number }")).GetProperty("reviews360").EnumerateArray());
    }

    [Fact]
    public async Task Safety_pulse_is_shown_over_five_people_once_its_month_is_over()
    {
        using var company = await Company.OpenAsync(server, $"P{Guid.NewGuid():N}"[..8], mentors: 3, mentees: 6);
        var pairs = Enumerable.Range(1, 6).Select(number => new PairSteps(server, company, $"E-{number}")).ToList();
        foreach (var pair in pairs)
        {
            await pair.SignAsync();
        }

        await server.PassDaysAsync(43);
        foreach (var pair in pairs)
        {
            await pair.Mentor.DoAsync("pairingAnswerCheck", string.Empty, pair.With(("kind", "SAFETY_PULSE"), ("score", 5)));
            await pair.Mentee.DoAsync("pairingAnswerCheck", string.Empty, pair.With(("kind", "SAFETY_PULSE"), ("score", 3)));
        }

        const string Pulse = "query($id: ID!) { cohort(id: $id) { safetyPulse { month figures { group people mean } } } }";
        Assert.Empty((await company.Admin.AskAsync(Pulse, new { id = company.Cohort })).GetProperty("cohort").GetProperty("safetyPulse").EnumerateArray());
        await server.PassDaysAsync(32);
        var months = (await company.Admin.AskAsync(Pulse, new { id = company.Cohort })).GetProperty("cohort").GetProperty("safetyPulse");
        var figures = Assert.Single(months.EnumerateArray()).GetProperty("figures").EnumerateArray().ToDictionary(each => each.GetProperty("group").GetString()!);

        // Three mentors are too few, and six mentees would give them away: only the whole is shown.
        Assert.Equal(JsonValueKind.Null, figures["mentors"].GetProperty("mean").ValueKind);
        Assert.Equal(JsonValueKind.Null, figures["mentees"].GetProperty("mean").ValueKind);
        Assert.Equal(9, figures["all"].GetProperty("people").GetInt32());
        Assert.Equal(3.7, figures["all"].GetProperty("mean").GetDouble());
        Assert.Equal("FORBIDDEN", (await pairs[0].Mentor.SendAsync(Pulse, new { id = company.Cohort })).ErrorCode);
    }

    private static async Task<int> EventsOfAsync(Company company, Person person) => (await person.AskAsync(
        "query($id: ID!) { cohort(id: $id) { events { totalCount } } }", new { id = company.Cohort }))
        .GetProperty("cohort").GetProperty("events").GetProperty("totalCount").GetInt32();

    private static Task<object> AskedAsync(Person rater, string pairing) => Poll.UntilAsync("the request to rate", HostProgram.Bound, async () =>
        (await rater.AskAsync("{ viewer { reviewRequests { pairing number mentee { name } competencies } } }"))
            .GetProperty("viewer").GetProperty("reviewRequests").EnumerateArray().Any(each => each.GetProperty("pairing").GetString() == pairing) ? new object() : null);
}
