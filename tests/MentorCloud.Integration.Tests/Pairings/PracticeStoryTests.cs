using System.Text.Json;
using MentorCloud.Integration.Tests.Clocked;

namespace MentorCloud.Integration.Tests.Pairings;

/// <summary>Stories of the months in between: plan reviews, rotation at the end, the narrative, meetings, competencies.</summary>
[Collection(ClockedCollection.Name)]
public sealed class PracticeStoryTests(ClockedServer server) : IAsyncLifetime
{
    private Company company = null!;
    private PairSteps pair = null!;

    public async ValueTask InitializeAsync()
    {
        company = await Company.OpenAsync(server, $"P{Guid.NewGuid():N}"[..8], mentors: 1, mentees: 1);
        pair = await new PairSteps(server, company, "E-1").SignAsync();
    }

    public ValueTask DisposeAsync()
    {
        company.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task Plan_is_reviewed_after_a_quarter_and_the_pair_rotates_at_the_end()
    {
        await server.PassDaysAsync(93);
        var due = (await pair.SeeAsync(pair.Mentee, "openDuties { kind status }")).GetProperty("openDuties").EnumerateArray();
        Assert.Contains(due, duty => Text(duty, "kind") == "PLAN_REVIEW" && Text(duty, "status") is "DUE" or "REMINDED");
        var held = await pair.Mentee.DoAsync("pairingHoldReview", "pairing { dutyTallies { kind done } }", pair.With(
            ("kind", "PLAN_REVIEW"), ("heldAt", server.NowText), ("minutes", 45)));
        var tally = held.GetProperty("pairing").GetProperty("dutyTallies").EnumerateArray().Single(each => Text(each, "kind") == "PLAN_REVIEW");
        Assert.Equal(1, tally.GetProperty("done").GetInt32());

        var ends = (await pair.SeeAsync(pair.Mentee, "endsAt")).GetProperty("endsAt").GetDateTimeOffset();
        await server.PassAsync(ends - server.Now - TimeSpan.FromDays(7));
        await pair.Mentor.DoAsync("pairingDecideTerm", string.Empty, pair.With(("choice", "ROTATE")));
        var over = (await pair.Mentee.DoAsync("pairingDecideTerm", "pairing { stage outcome }", pair.With(("choice", "ROTATE")))).GetProperty("pairing");
        Assert.Equal(("ENDED", "ROTATED"), (Text(over, "stage"), Text(over, "outcome")));
        await server.PublishedAsync();
        Assert.Equal(0, (await company.Admin.AskAsync("query($id: ID!) { pairing(id: $id) { mentor { load } } }", new { id = pair.Pairing }))
            .GetProperty("pairing").GetProperty("mentor").GetProperty("load").GetInt32());
    }

    [Fact]
    public async Task Mentee_leaves_entries_out_of_the_narrative()
    {
        var kept = await pair.WriteAsync(pair.Mentee, "EVIDENCE", "PAIR", [("text", "Shown to the panel")], ("topic", "First visible step"));
        var left = await pair.WriteAsync(pair.Mentee, "EVIDENCE", "PAIR", [("text", "Not for the panel")], ("topic", "First visible step"));

        var narrative = (await pair.SeeAsync(pair.Mentee, $"growthNarrative(leaveOut: [{left}, 999]) {{ markdown pdf }}")).GetProperty("growthNarrative");

        Assert.NotEqual(kept, left);
        Assert.Contains("Shown to the panel", Text(narrative, "markdown"), StringComparison.Ordinal);
        Assert.DoesNotContain("Not for the panel", Text(narrative, "markdown"), StringComparison.Ordinal);
        Assert.Contains("Not for the panel", (await pair.SeeAsync(pair.Mentee, "growthNarrative { markdown }")).GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Proposed_slot_becomes_a_file_for_the_calendar()
    {
        var slot = Text((await pair.SeeAsync(pair.Mentee, "proposedSlots(minutes: 45, count: 1) { startsAt }")).GetProperty("proposedSlots")[0], "startsAt");

        var file = (await pair.SeeAsync(pair.Mentee, $"meetingInvitation(startsAt: \"{slot}\", minutes: 45) {{ fileName calendar }}")).GetProperty("meetingInvitation");

        Assert.EndsWith(".ics", Text(file, "fileName"), StringComparison.Ordinal);
        Assert.StartsWith("BEGIN:VCALENDAR\r\n", Text(file, "calendar"), StringComparison.Ordinal);
        Assert.Equal(JsonValueKind.Null, (await pair.SeeAsync(company.Admin, $"meetingInvitation(startsAt: \"{slot}\") {{ fileName }}")).GetProperty("meetingInvitation").ValueKind);
        var past = await pair.Mentee.SendAsync("query($id: ID!) { pairing(id: $id) { meetingInvitation(startsAt: \"2001-01-01T00:00:00Z\") { fileName } } }", new { id = pair.Pairing });
        Assert.Equal("INPUT_INVALID", past.ErrorCode);
    }

    [Fact]
    public async Task Competencies_are_those_of_the_framework()
    {
        Assert.Equal(("COMPETENCY_UNKNOWN", "levels.0.competency"), await pair.Mentee.RefusedAsync(
            "pairingAssessSelf", pair.With(("levels", new[] { new { competency = "Magic", level = 2.0 } }))));
        Assert.Equal(("INPUT_INVALID", "levels.0.level"), await pair.Mentee.RefusedAsync(
            "pairingAssessSelf", pair.With(("levels", new[] { new { competency = "Strategic Thinking", level = 9.0 } }))));
        await pair.Mentee.DoAsync("pairingAssessSelf", string.Empty, pair.With(("levels", new[] { new { competency = "Strategic Thinking", level = 4.0 } })));
    }

    [Fact]
    public async Task Numbers_of_a_cohorts_rules_are_kept_by_revisions_and_bounded()
    {
        object Design(object? numbers) => new { name = "Numbers", numbers };
        var created = await company.Admin.DoAsync("cohortCreate", "cohort { id design { numbers { escalationDays leastRaters pulseWeeks stalledAfterChecks smallestGroup } } }", new()
        {
            ["design"] = Design(new { escalationDays = 5 }),
        });
        var cohort = created.GetProperty("cohort");
        Assert.Equal("{\"escalationDays\":5,\"leastRaters\":4,\"pulseWeeks\":6,\"stalledAfterChecks\":2,\"smallestGroup\":5}", cohort.GetProperty("design").GetProperty("numbers").GetRawText());
        var revised = await company.Admin.DoAsync("cohortRevise", "cohort { design { numbers { escalationDays pulseWeeks } } }", new()
        {
            ["cohort"] = Text(cohort, "id"), ["design"] = Design(new { pulseWeeks = 4 }),
        });
        Assert.Equal("{\"escalationDays\":5,\"pulseWeeks\":4}", revised.GetProperty("cohort").GetProperty("design").GetProperty("numbers").GetRawText());
        Assert.Equal(("INPUT_INVALID", "design.numbers.smallestGroup"), await company.Admin.RefusedAsync("cohortCreate", new() { ["design"] = Design(new { smallestGroup = 4 }) }));
    }

    private static string? Text(JsonElement element, string name) => element.GetProperty(name).GetString();
}
