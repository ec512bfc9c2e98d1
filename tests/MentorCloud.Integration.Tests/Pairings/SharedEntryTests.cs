using System.Text.Json;
using MentorCloud.Integration.Tests.Clocked;
using MentorCloud.Integration.Tests.Processes;

namespace MentorCloud.Integration.Tests.Pairings;

/// <summary>The widest visibility: what a pairing shares with the tenant is read by any of its people, and nothing else of the pairing.</summary>
[Collection(ClockedCollection.Name)]
public sealed class SharedEntryTests(ClockedServer server)
{
    [Fact]
    public async Task Another_mentee_reads_a_reading_list_for_the_tenant_and_nothing_else_of_its_pairing()
    {
        using var company = await Company.OpenAsync(server, $"T{Guid.NewGuid():N}"[..8], mentors: 1, mentees: 2);
        var pair = await new PairSteps(server, company, "E-1").SignAsync();
        var (list, note, later) = ($"list-{Guid.NewGuid():N}", $"note-{Guid.NewGuid():N}", $"later-{Guid.NewGuid():N}");
        await pair.WriteAsync(pair.Mentor, "NOTE", "PROGRAM", [("text", note)]);
        await pair.WriteAsync(pair.Mentor, "READING_LIST", "TENANT", [("text", list)]);
        var kept = await pair.WriteAsync(pair.Mentee, "READING_LIST", "PAIR", [("text", later)]);
        var reader = company.Of("E-2");

        var found = await UntilSharedAsync(reader, list);

        Assert.Equal("READING_LIST", found.GetProperty("kind").GetString());
        Assert.NotEqual(string.Empty, found.GetProperty("author").GetString());
        var all = (await AskAsync(reader)).GetRawText();
        Assert.DoesNotContain(note, all, StringComparison.Ordinal);
        Assert.DoesNotContain(later, all, StringComparison.Ordinal);
        Assert.Equal(JsonValueKind.Null, (await pair.SeeAsync(reader, "stage")).ValueKind);
        Assert.Contains("Read SharedEntries", await AuditTrail.ActionsOnAsync(server, pair.Mentor));

        await pair.Mentee.DoAsync("pairingShareEntry", string.Empty, pair.With(("number", kept), ("visibility", "TENANT")));
        await UntilSharedAsync(reader, later);
    }

    private static async Task<JsonElement> UntilSharedAsync(Person reader, string text)
    {
        var found = await Poll.UntilAsync("the entry in the tenant's list", HostProgram.Bound, async () =>
            (await AskAsync(reader)).EnumerateArray().Where(entry => entry.GetRawText().Contains(text, StringComparison.Ordinal)).ToArray() is { Length: 1 } one ? one : null);
        return found[0];
    }

    private static async Task<JsonElement> AskAsync(Person reader) => (await reader.AskAsync(
        "query { sharedEntries(first: 100, kind: READING_LIST) { nodes { kind author writtenAt topic texts { field text } } } }", new { })).GetProperty("sharedEntries").GetProperty("nodes");
}
