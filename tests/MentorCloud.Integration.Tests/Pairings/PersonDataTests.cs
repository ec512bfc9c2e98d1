using System.IO.Compression;
using MentorCloud.Integration.Tests.Clocked;

namespace MentorCloud.Integration.Tests.Pairings;

/// <summary>Export of one's own data, and erasure by the administrator.</summary>
[Collection(ClockedCollection.Name)]
public sealed class PersonDataTests(ClockedServer server)
{
    [Fact]
    public async Task Person_exports_their_data_and_after_erasure_nobody_reads_it()
    {
        using var company = await Company.OpenAsync(server, $"D{Guid.NewGuid():N}"[..8], mentors: 1, mentees: 1);
        var pair = await new PairSteps(server, company, "E-1").SignAsync();
        await pair.WriteAsync(pair.Mentee, "JOURNAL", "AUTHOR", [("text", "My own words")]);
        await pair.WriteAsync(pair.Mentee, "NOTE", "PAIR", [("text", "Words for two")]);

        var export = (await pair.Mentee.AskAsync("{ viewer { export { fileName archive } } }")).GetProperty("viewer").GetProperty("export");
        var files = Read(export.GetProperty("archive").GetBytesFromBase64());
        Assert.Contains(pair.Mentee.ExternalId, files["profile.json"], StringComparison.Ordinal);
        Assert.Contains(files.Values, text => text.Contains("My own words", StringComparison.Ordinal));
        Assert.Contains(files.Values, text => text.Contains("Challenges and opens doors", StringComparison.Ordinal));
        Assert.Single(await AuditTrail.ActionsOnAsync(server, pair.Mentor), action => action == "Export Pairing");
        var partners = (await pair.Mentor.AskAsync("{ viewer { export { archive } } }")).GetProperty("viewer").GetProperty("export");
        Assert.DoesNotContain(Read(partners.GetProperty("archive").GetBytesFromBase64()).Values, text => text.Contains("My own words", StringComparison.Ordinal));

        var input = new Dictionary<string, object?> { ["participant"] = pair.Mentee.Id };
        Assert.Equal("PARTICIPANT_STILL_PAIRED", (await company.Admin.RefusedAsync("participantErase", new(input))).Code);
        await company.Admin.DoAsync("pairingReportDeparture", string.Empty, pair.With(("side", "MENTEE")));
        await company.Admin.DoAsync("participantErase", "erased", new(input));

        var seen = await pair.SeeAsync(pair.Mentor, "mentee { name externalId } entries { nodes { kind texts { text } } }");
        Assert.DoesNotContain("Words for two", seen.GetRawText(), StringComparison.Ordinal);
        var gone = (await company.Admin.AskAsync("query($id: ID!) { participant(id: $id) { name intake { goals } } }", new { id = pair.Mentee.Id })).GetProperty("participant");
        Assert.Equal("Erased person", gone.GetProperty("name").GetString());
        Assert.Equal(("PARTICIPANT_ERASED", "participants.0"), await company.Admin.RefusedAsync(
            "cohortEnrol", new() { ["cohort"] = company.Cohort, ["participants"] = new[] { pair.Mentee.Id } }));
    }

    /// <summary>Each thing that a participant can have leaves a word of its own, and each word is in the archive of whose it is.</summary>
    [Fact]
    public async Task Export_holds_everything_that_a_participant_can_have_and_nothing_that_is_the_others()
    {
        using var company = await Company.OpenAsync(server, $"D{Guid.NewGuid():N}"[..8], mentors: 2, mentees: 5);
        var pair = await new PairSteps(server, company, "E-1").SignAsync();
        await ProgramSideAsync(company, pair);
        await MeetAsync(pair);
        await GrowAsync(company, pair);
        await pair.Mentee.DoAsync("pairingOpenEscalation", string.Empty, pair.With(("subject", "Escalated by the mentee")));
        await company.Admin.DoAsync("pairingAcknowledgeEscalation", string.Empty, pair.With(("number", 1)));
        await company.Admin.DoAsync("pairingResolveEscalation", string.Empty, pair.With(("number", 1), ("resolution", "Resolved on Friday")));
        await pair.Mentee.DoAsync("pairingRequestReassignment", string.Empty, pair.With());
        await server.PublishedAsync();

        var (mentee, mentor) = (await ArchiveAsync(pair.Mentee), await ArchiveAsync(pair.Mentor));

        Assert.Equal([], Whole.Where(word => !mentee.Contains(word, StringComparison.Ordinal)));
        Assert.Equal([], OfMenteeAlone.Where(word => mentor.Contains(word, StringComparison.Ordinal)));
        Assert.DoesNotContain("The mentor's own journal", mentee, StringComparison.Ordinal);
        Assert.Contains("The mentor's own journal", mentor, StringComparison.Ordinal);
    }

    /// <summary>What the mentee may not share with the mentor, by words in the mentee's archive.</summary>
    private static IReadOnlyList<string> OfMenteeAlone { get; } =
    [
        "Escalated by the mentee", "Resolved on Friday", "Your requests for another partner", "Your assessments of yourself", "360-degree reviews of you", "Private to the mentee",
    ];

    /// <summary>Words that each kind of thing leaves in the mentee's archive.</summary>
    private static IReadOnlyList<string> Whole { get; } =
    [
        .. OfMenteeAlone, "Whom you wish for", "Roundtable of the mentee", "Notes of the roundtable", "\"you\": \"Attended\"", "Challenges and opens doors", "\"minutes\": 37", "Called off by the mentee",
        "\"menteeScore\": 4", "Meetings", "Small steps first", "\"topic\": \"Strategic Thinking\"", "\"owner\": \"Mentee\"", "\"dueOn\"", "\"tone\": \"Critique\"", "\"happenedAt\"", "\"status\": \"Underway\"",
        "\"metAt\"", "Ratings of the mentoring", "Time given by month", "\"raters\": 4", "What you hand over", "Pause", "Away for a while", "Story D", "\"levels\"", "Autonomy",
    ];

    private async Task ProgramSideAsync(Company company, PairSteps pair)
    {
        var planned = await company.Admin.DoAsync("cohortEventPlan", "event { id }", new()
        {
            ["cohort"] = company.Cohort, ["kind"] = "ROUNDTABLE", ["title"] = "Roundtable of the mentee", ["startsAt"] = server.Now.AddHours(2).ToString("O"), ["minutes"] = 60,
        });
        var id = planned.GetProperty("event").GetProperty("id").GetString();
        await company.Admin.DoAsync("cohortEventInvite", string.Empty, new() { ["event"] = id, ["participants"] = new[] { pair.Mentee.Id } });
        await company.Admin.DoAsync("participantPrefer", string.Empty, new() { ["participant"] = pair.Mentee.Id, ["ranked"] = new[] { company.Of("M-2").Id } });
        await server.PassDaysAsync(1);
        await company.Admin.DoAsync("cohortEventRecord", string.Empty, new() { ["event"] = id, ["attended"] = new[] { pair.Mentee.Id }, ["notes"] = "Notes of the roundtable" });
    }

    private async Task MeetAsync(PairSteps pair)
    {
        await pair.Mentee.DoAsync("pairingExcuseCheckIn", string.Empty, pair.With(("reason", "Called off by the mentee")));
        await pair.Mentor.DoAsync("pairingLogCheckIn", string.Empty, pair.With(("heldAt", server.NowText), ("minutes", 37)));
        await pair.Mentee.DoAsync("pairingRateSession", string.Empty, pair.With(("checkIn", 2), ("score", 4)));
        await pair.Mentor.DoAsync("pairingInviteToMeeting", string.Empty, pair.With(("startsAt", server.Now.AddDays(3).ToString("O")), ("minutes", 30)));
        var item = await pair.WriteAsync(
            pair.Mentee, "PLAN_ITEM", "PAIR", [("activity", "Small steps first"), ("indicator", "Seen")], ("topic", "Strategic Thinking"), ("owner", "MENTEE"),
            ("dueOn", server.Now.AddDays(30).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)));
        await pair.Mentee.DoAsync("pairingMoveEntry", string.Empty, pair.With(("number", item), ("status", "UNDERWAY")));
        await pair.WriteAsync(pair.Mentor, "FEEDBACK", "PAIR", [("behaviour", "Rushed"), ("effect", "Lost them"), ("criterion", "Heard")], ("tone", "CRITIQUE"), ("happenedAt", server.NowText));
        await pair.WriteAsync(pair.Mentee, "JOURNAL", "AUTHOR", [("text", "Private to the mentee")]);
        await pair.WriteAsync(pair.Mentor, "JOURNAL", "AUTHOR", [("text", "The mentor's own journal")]);
        var evidence = await pair.WriteAsync(pair.Mentee, "EVIDENCE", "PAIR", [("text", "Debriefed")], ("topic", "First visible step"));
        await pair.Mentee.DoAsync("pairingMeetMilestone", string.Empty, pair.With(("title", "First visible step"), ("evidence", evidence)));
        await pair.Mentee.DoAsync("pairingChooseHandover", string.Empty, pair.With(("entries", new[] { evidence })));
    }

    /// <summary>Ends in a pause, after which nothing but requests is possible.</summary>
    private async Task GrowAsync(Company company, PairSteps pair)
    {
        await pair.Mentee.DoAsync("pairingAssessSelf", string.Empty, pair.With(("levels", new[] { new { competency = "Strategic Thinking", level = 3.5 } })));
        await pair.Mentee.DoAsync("pairingRateMentoring", string.Empty, pair.With(("score", 5)));
        var raters = new[] { "E-2", "E-3", "E-4", "E-5" }.Select(company.Of).ToList();
        await pair.Mentee.DoAsync("pairingOpenReview360", string.Empty, pair.With(("competencies", new[] { "Business Acumen" }), ("raters", raters.Select(rater => rater.Id).ToArray())));
        foreach (var rater in raters)
        {
            await rater.DoAsync("pairingRate360", "taken", pair.With(("number", 1), ("scores", new[] { 4 })));
        }

        await pair.Mentee.DoAsync("pairingCloseReview360", string.Empty, pair.With(("number", 1)));
        await pair.Mentee.DoAsync("pairingPause", string.Empty, pair.With(
            ("until", server.Now.AddDays(20).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)), ("reason", "Away for a while")));
    }

    private static async Task<string> ArchiveAsync(Person person)
    {
        var export = (await person.AskAsync("{ viewer { export { archive } } }")).GetProperty("viewer").GetProperty("export");
        return string.Join('\n', Read(export.GetProperty("archive").GetBytesFromBase64()).Values);
    }

    private static Dictionary<string, string> Read(byte[] archive)
    {
        using var zip = new ZipArchive(new MemoryStream(archive));
        return zip.Entries.ToDictionary(entry => entry.FullName, entry =>
        {
            using var reader = new StreamReader(entry.Open());
            return reader.ReadToEnd();
        });
    }
}
