using System.Text.Json;
using MentorCloud.Integration.Tests.Clocked;
using MentorCloud.Integration.Tests.Pairings;

namespace MentorCloud.Integration.Tests.BadInput.Keys;

/// <summary>A repetition that comes after others have changed the thing: it is known, and changes nothing back.</summary>
[Collection(ClockedCollection.Name)]
public sealed class LateRepetitionTests(ClockedServer server) : IAsyncLifetime
{
    private Company company = null!;

    public async ValueTask InitializeAsync() => company = await Company.OpenAsync(
        server, $"J{Guid.NewGuid():N}"[..8], mentors: 1, mentees: 2, new() { ["type"] = "GROUP" });

    public ValueTask DisposeAsync()
    {
        company.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task Revision_and_clone_are_known_after_a_foreign_revision_of_what_they_left_out()
    {
        var cohort = Text((await company.Admin.DoAsync("cohortCreate", "cohort { id }", new() { ["design"] = new { name = "Late" } })).GetProperty("cohort"), "id");
        Dictionary<string, object?> Revision() => new() { ["cohort"] = cohort, ["design"] = new { name = "Mine" }, ["idempotencyKey"] = $"late-{cohort}" };
        Dictionary<string, object?> Clone() => new() { ["cohort"] = cohort, ["name"] = "Copy", ["idempotencyKey"] = $"copy-{cohort}" };
        await company.Admin.DoAsync("cohortRevise", "cohort { id }", Revision());
        var copy = await company.Admin.DoAsync("cohortClone", "cohort { id design { numbers { pulseWeeks } } }", Clone());
        await company.Admin.DoAsync("cohortRevise", string.Empty, new() { ["cohort"] = cohort, ["design"] = new { name = "Theirs", numbers = new { pulseWeeks = 4 } } });

        var again = await company.Admin.DoAsync("cohortRevise", "cohort { name design { numbers { pulseWeeks } } }", Revision());
        Assert.Equal("Theirs", Text(again.GetProperty("cohort"), "name"));
        Assert.Equal(4, again.GetProperty("cohort").GetProperty("design").GetProperty("numbers").GetProperty("pulseWeeks").GetInt32());
        Assert.Equal(copy.GetRawText(), (await company.Admin.DoAsync("cohortClone", "cohort { id design { numbers { pulseWeeks } } }", Clone())).GetRawText());
    }

    [Fact]
    public async Task Entry_is_found_again_after_many_others_and_on_a_page()
    {
        var pair = await new PairSteps(server, company, "E-1").SignAsync();
        var input = pair.With(("kind", "NOTE"), ("visibility", "PAIR"), ("texts", EntryLine.Texts(["text"], "First")), ("idempotencyKey", "first-note"));
        var first = await pair.Mentee.DoAsync("pairingWriteEntry", "entry { number texts { text } }", new(input));
        for (var number = 0; number < 45; number++)
        {
            await pair.WriteAsync(pair.Mentee, "NOTE", "PAIR", [("text", $"Note {number}")]);
        }

        Assert.Equal(first.GetRawText(), (await pair.Mentee.DoAsync("pairingWriteEntry", "entry { number texts { text } }", new(input))).GetRawText());
        var all = await pair.SeeAsync(pair.Mentee, "entries(first: 1) { totalCount }");
        Assert.Equal(46, all.GetProperty("entries").GetProperty("totalCount").GetInt32());
    }

    [Fact]
    public async Task Session_is_the_same_when_a_pairing_has_ended_since()
    {
        var (first, second) = (await new PairSteps(server, company, "E-1").SignAsync(), await new PairSteps(server, company, "E-2").SignAsync());
        Dictionary<string, object?> Session() => new() { ["cohort"] = company.Cohort, ["heldAt"] = server.NowText, ["minutes"] = 60, ["idempotencyKey"] = $"late-{company.Cohort}" };
        var logged = await first.Mentor.DoAsync("cohortLogSession", "pairings { id checkInsDone }", Session());
        await company.Admin.DoAsync("pairingDecideTerm", string.Empty, second.With(("choice", "CLOSE")));

        var again = await first.Mentor.DoAsync("cohortLogSession", "pairings { id checkInsDone }", Session());
        Assert.Equal(logged.GetRawText(), again.GetRawText());
    }

    [Fact]
    public async Task Account_that_was_opened_again_is_not_closed_by_a_repetition()
    {
        var email = $"late.{Guid.NewGuid():N}@story.example";
        var invited = await company.Admin.DoAsync("accountInvite", "account { id }", new() { ["email"] = email, ["displayName"] = "Late", ["roles"] = new[] { "SPONSOR" } });
        var account = Text(invited.GetProperty("account"), "id");
        Dictionary<string, object?> Close() => new() { ["account"] = account, ["idempotencyKey"] = $"close-{account}" };
        await company.Admin.DoAsync("accountClose", string.Empty, Close());
        await company.Admin.DoAsync("accountReopen", string.Empty, new() { ["account"] = account });

        var again = await company.Admin.DoAsync("accountClose", "account { status }", Close());
        Assert.NotEqual("CLOSED", Text(again.GetProperty("account"), "status"));
    }

    private static string Text(JsonElement element, string name) => element.GetProperty(name).GetString()!;
}
