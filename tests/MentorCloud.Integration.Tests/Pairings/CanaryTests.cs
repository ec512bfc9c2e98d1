using System.Collections.Concurrent;
using System.Diagnostics;
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
