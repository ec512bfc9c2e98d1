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
