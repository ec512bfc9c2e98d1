using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using MentorCloud.Integration.Tests.Clocked;

namespace MentorCloud.Integration.Tests.Pairings;

/// <summary>A private text is looked for, byte by byte, wherever it must not be.</summary>
[Collection(ClockedCollection.Name)]
public sealed class CanaryTests(ClockedServer server)
{
    private const string Everything = """
        stage outcome health { status reasons { text } } openDuties { kind excuse } escalations { subject } hours { minutes } prompt
        contracts { terms { mentorRole } } checkIns { notes { text } } milestones { title } handover handedOver { texts { text } }
        entries(first: 50) { nodes { number kind topic texts { field text } } } growth { competency } feedback { praise } autonomy { stage }
        """;

    [Fact]
    public async Task Private_text_is_in_no_file_log_trace_or_other_viewers_answer()
    {
        using var company = await Company.OpenAsync(server, $"C{Guid.NewGuid():N}"[..8], mentors: 1, mentees: 2);
        var pair = await new PairSteps(server, company, "E-1").SignAsync();
        var (own, shared) = ($"canary-own-{Guid.NewGuid():N}", $"canary-pair-{Guid.NewGuid():N}");
        var traces = new ConcurrentQueue<string>();
        using var listener = Listen(traces);
        server.Logs.KeepsEverything = true;

        await pair.WriteAsync(pair.Mentee, "JOURNAL", "AUTHOR", [("text", own)]);
        await pair.WriteAsync(pair.Mentee, "EXPERIMENT", "PAIR", [("hypothesis", shared)]);
        await pair.Mentee.DoAsync("pairingLogCheckIn", string.Empty, pair.With(
            ("heldAt", server.NowText), ("minutes", 30), ("note", own), ("noteVisibility", "AUTHOR")));
        await pair.Mentee.RefusedAsync("pairingWriteEntry", pair.With(
            ("kind", "JOURNAL"), ("visibility", "TENANT"), ("texts", new[] { new { field = "text", text = own } })));
        await server.PassDaysAsync(2);

        Assert.Contains(own, (await pair.SeeAsync(pair.Mentee, Everything)).GetRawText(), StringComparison.Ordinal);
        var partner = (await pair.SeeAsync(pair.Mentor, Everything)).GetRawText();
        Assert.DoesNotContain(own, partner, StringComparison.Ordinal);
        Assert.Contains(shared, partner, StringComparison.Ordinal);
        foreach (var other in new[] { company.Admin, company.Sponsor, company.Of("E-2") })
        {
            var seen = (await other.SendAsync($"query($id: ID!) {{ pairing(id: $id) {{ {Everything} }} }}", new { id = pair.Pairing })).Body;
            Assert.DoesNotContain("canary-", seen, StringComparison.Ordinal);
        }

        Assert.NotEmpty(server.Logs.Text);
        Assert.DoesNotContain("canary-", server.Logs.Text, StringComparison.Ordinal);
        Assert.NotEmpty(traces);
        Assert.DoesNotContain(traces, line => line.Contains("canary-", StringComparison.Ordinal));
        await CanarySearch.InFolderAsync(server.DataPath, "canary-");
    }

    [Fact]
    public async Task Private_text_is_neither_in_the_operators_backup_nor_in_the_tenants_export()
    {
        using var company = await Company.OpenAsync(server, $"C{Guid.NewGuid():N}"[..8], mentors: 1, mentees: 1);
        var pair = await new PairSteps(server, company, "E-1").SignAsync();
        var canary = $"canary-kept-{Guid.NewGuid():N}";
        await pair.WriteAsync(pair.Mentee, "JOURNAL", "AUTHOR", [("text", canary)]);
        await pair.WriteAsync(pair.Mentor, "NOTE", "PAIR", [("text", canary)]);

        using var restored = await CanarySearch.InBackupAsync(server, canary);
        await CanarySearch.InExportAsync(restored, server.Demo.Slug, canary);
    }

    /// <summary>The program reads contracts and escalations; they rest sealed all the same, and the rest of the tenant sees nothing of them.</summary>
    [Fact]
    public async Task Contract_escalations_and_reasons_are_in_no_file_log_trace_backup_export_or_strangers_answer()
    {
        using var company = await Company.OpenAsync(server, $"C{Guid.NewGuid():N}"[..8], mentors: 2, mentees: 2);
        var canary = $"canary-{Guid.NewGuid():N}";
        var pair = new PairSteps(server, company, "E-1");
        var traces = new ConcurrentQueue<string>();
        using var listener = Listen(traces);
        server.Logs.KeepsEverything = true;

        await SayEverywhereAsync(pair, company.Admin, canary);
        await server.PassDaysAsync(2);

        var (mentor, mentee, office) = (await SeenAsync(pair, pair.Mentor), await SeenAsync(pair, pair.Mentee), await SeenAsync(pair, company.Admin));
        Assert.All(new[] { "role", "title", "excuse", "pause" }, word => Assert.Contains($"{canary} {word}", mentor, StringComparison.Ordinal));
        Assert.DoesNotContain($"{canary} subject", mentor, StringComparison.Ordinal);
        Assert.DoesNotContain($"{canary} resolution", mentor, StringComparison.Ordinal);
        Assert.All(new[] { "role", "subject", "resolution" }, word => Assert.Contains($"{canary} {word}", mentee, StringComparison.Ordinal));
        Assert.All(new[] { "role", "subject", "resolution" }, word => Assert.Contains($"{canary} {word}", office, StringComparison.Ordinal));
        var stranger = (await company.Of("E-2").SendAsync($"query($id: ID!) {{ pairing(id: $id) {{ {Everything} }} }}", new { id = pair.Pairing })).Body;
        Assert.DoesNotContain(canary, stranger, StringComparison.Ordinal);
        Assert.DoesNotContain(canary, server.Logs.Text, StringComparison.Ordinal);
        Assert.NotEmpty(traces);
        Assert.DoesNotContain(traces, line => line.Contains(canary, StringComparison.Ordinal));
        await CanarySearch.InFolderAsync(server.DataPath, canary);
        using var restored = await CanarySearch.InBackupAsync(server, canary);
        await CanarySearch.InExportAsync(restored, server.Demo.Slug, canary);
    }

    private async Task SayEverywhereAsync(PairSteps pair, Person office, string canary)
    {
        var terms = PairSteps.Terms();
        terms["mentorRole"] = $"{canary} role";
        await pair.Mentor.DoAsync("pairingDraftContract", string.Empty, pair.With(("terms", terms)));
        terms["milestones"] = new[] { new { title = $"{canary} title", successCriteria = $"{canary} criteria", smallWins = new[] { $"{canary} win" } } };
        await pair.Mentee.DoAsync("pairingDraftContract", string.Empty, pair.With(("terms", terms)));
        await pair.Mentee.DoAsync("pairingProposeContract", string.Empty, pair.With());
        await pair.Mentor.DoAsync("pairingSignContract", string.Empty, pair.With(("version", 2)));
        await pair.Mentee.DoAsync("pairingSignContract", string.Empty, pair.With(("version", 2)));
        await pair.Mentee.DoAsync("pairingNoteSmallWin", string.Empty, pair.With(("title", $"{canary} title"), ("smallWin", 0)));
        await pair.WriteAsync(pair.Mentee, "EVIDENCE", "PAIR", [("text", $"{canary} evidence")], ("topic", $"{canary} title"));
        await pair.Mentee.DoAsync("pairingOpenEscalation", string.Empty, pair.With(("subject", $"{canary} subject")));
        await office.DoAsync("pairingAcknowledgeEscalation", string.Empty, pair.With(("number", 1)));
        await office.DoAsync("pairingResolveEscalation", string.Empty, pair.With(("number", 1), ("resolution", $"{canary} resolution")));
        await pair.Mentee.DoAsync("pairingExcuseCheckIn", string.Empty, pair.With(("reason", $"{canary} excuse")));
        await pair.Mentee.DoAsync("pairingPause", string.Empty, pair.With(("until", server.Now.AddDays(20).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)), ("reason", $"{canary} pause")));
    }

    private static async Task<string> SeenAsync(PairSteps pair, Person viewer) => (await pair.SeeAsync(viewer, """
        contracts { terms { mentorRole milestones { title } } } milestones { title } escalations { subject resolution } pause { reason }
        checkIns { excuse }
        """)).GetRawText();

    private static ActivityListener Listen(ConcurrentQueue<string> traces)
    {
        var listener = new ActivityListener
        {
            ShouldListenTo = _ => true,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = activity => traces.Enqueue(
                $"{activity.DisplayName} {string.Join(' ', activity.TagObjects.Select(tag => $"{tag.Key}={tag.Value}"))} {string.Join(' ', activity.Events.SelectMany(each => each.Tags))}"),
        };
        ActivitySource.AddActivityListener(listener);
        return listener;
    }
}
