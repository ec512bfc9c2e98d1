using System.Globalization;
using System.Text.Json;
using MentorCloud.Integration.Tests.Clocked;

namespace MentorCloud.Integration.Tests.Pairings;

/// <summary>Every kind of entry over HTTP: what it asks for, how it is finished and shared, and who sees it meanwhile.</summary>
[Collection(ClockedCollection.Name)]
public sealed class EntryKindTests(ClockedServer server) : IAsyncLifetime
{
    private Company company = null!;
    private PairSteps pair = null!;

    private IReadOnlyList<EntryLine> Kinds => EntryLine.All(server.NowText, server.Now.AddDays(30).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));

    public async ValueTask InitializeAsync()
    {
        company = await Company.OpenAsync(server, $"N{Guid.NewGuid():N}"[..8], mentors: 1, mentees: 2);
        pair = await new PairSteps(server, company, "E-1").SignAsync();
        await pair.CheckInAsync();
    }

    public ValueTask DisposeAsync()
    {
        company.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task Forms_say_of_every_kind_what_the_requirements_say()
    {
        var forms = (await pair.Mentee.AskAsync("{ entryForms { kind asked askedAtEnd least most fields topics } }")).GetProperty("entryForms").EnumerateArray().ToList();

        Assert.Equal(Kinds.Select(Line), forms.Select(Line));
        Assert.Equal(
            ["jointProject", "shadowing", "introduction", "crossFunctionalTask"],
            forms.Single(form => Text(form, "kind") == "STRETCH").GetProperty("topics").EnumerateArray().Select(topic => topic.GetString()));
    }

    [Fact]
    public async Task Every_kind_asks_for_its_parts_is_finished_once_and_seen_by_those_it_is_for()
    {
        foreach (var kind in Kinds)
        {
            await IncompleteAsync(kind);
            var written = await pair.Mentee.DoAsync("pairingWriteEntry", "entry { number status }", Whole(kind, kind.Least));
            var number = written.GetProperty("entry").GetProperty("number").GetInt32();
            await FinishAsync(kind, number, Text(written.GetProperty("entry"), "status"));
            await ShareAsync(kind, number);
        }
    }

    /// <summary>Without any one of its parts it is not written, and the refusal names the part.</summary>
    private async Task IncompleteAsync(EntryLine kind)
    {
        foreach (var part in kind.Asked)
        {
            var input = Whole(kind, kind.Least);
            input["texts"] = EntryLine.Texts(kind.Asked.Where(field => field != part), kind.Name);
            Assert.Equal((kind.Name, "ENTRY_INCOMPLETE", part), Told(kind, await pair.Mentee.RefusedAsync("pairingWriteEntry", input)));
        }

        foreach (var (name, _) in kind.Fields)
        {
            var input = Whole(kind, kind.Least);
            input.Remove(name);
            Assert.Equal((kind.Name, "ENTRY_INCOMPLETE", name), Told(kind, await pair.Mentee.RefusedAsync("pairingWriteEntry", input)));
        }

        foreach (var circle in EntryLine.Circles.Except(kind.Possible))
        {
            Assert.Equal((kind.Name, "INPUT_INVALID", "visibility"), Told(kind, await pair.Mentee.RefusedAsync("pairingWriteEntry", Whole(kind, circle))));
        }
    }

    private async Task FinishAsync(EntryLine kind, int number, string status)
    {
        Assert.Equal((kind.Name, kind.AtEnd.Length > 0 ? "OPEN" : "DONE"), (kind.Name, status));
        if (kind.AtEnd.Length > 0)
        {
            await pair.Mentee.DoAsync("pairingMoveEntry", string.Empty, pair.With(("number", number), ("status", "UNDERWAY")));
            Assert.Equal(
                (kind.Name, "ENTRY_INCOMPLETE", kind.AtEnd[^1]),
                Told(kind, await pair.Mentee.RefusedAsync("pairingMoveEntry", Move(number, kind.AtEnd[..^1]))));
            await pair.Mentee.DoAsync("pairingMoveEntry", string.Empty, Move(number, kind.AtEnd));
        }

        Assert.Equal((kind.Name, "ENTRY_CLOSED", "number"), Told(kind, await pair.Mentee.RefusedAsync("pairingMoveEntry", Move(number, kind.AtEnd))));
        var seen = await SeenAsync(pair.Mentee, number);
        Assert.Equal((kind.Name, "DONE"), (kind.Name, Text(seen!.Value, "status")));
        Assert.Equal(
            kind.Asked.Concat(kind.AtEnd).Select(field => $"{kind.Name} {field}"), seen.Value.GetProperty("texts").EnumerateArray().Select(text => Text(text, "text")));
    }

    /// <summary>One circle after the other; each wider one sees it as soon as it is shared, and no sooner.</summary>
    private async Task ShareAsync(EntryLine kind, int number)
    {
        foreach (var circle in kind.Possible)
        {
            Assert.Equal("NOT_FOUND", (await pair.Mentor.RefusedAsync("pairingShareEntry", Share(number, circle))).Code);
            await pair.Mentee.DoAsync("pairingShareEntry", string.Empty, Share(number, circle));
            var wide = EntryLine.Circles.ToList().IndexOf(circle);
            Assert.Equal((kind.Name, circle, wide >= 1), (kind.Name, circle, await SeenAsync(pair.Mentor, number) is not null));
            Assert.Equal((kind.Name, circle, wide >= 2), (kind.Name, circle, await SeenAsync(company.Admin, number) is not null));
            Assert.Null(await SeenAsync(company.Of("E-2"), number));
        }

        foreach (var circle in EntryLine.Circles.Except(kind.Possible))
        {
            var narrower = EntryLine.Circles.ToList().IndexOf(circle) < EntryLine.Circles.ToList().IndexOf(kind.Least);
            Assert.Equal((kind.Name, narrower ? "ENTRY_ALREADY_SHARED" : "INPUT_INVALID", "visibility"), Told(kind, await pair.Mentee.RefusedAsync("pairingShareEntry", Share(number, circle))));
        }
    }

    private async Task<JsonElement?> SeenAsync(Person viewer, int number)
    {
        var seen = await pair.SeeAsync(viewer, "entries(first: 50) { nodes { number status texts { text } } }");
        if (seen.ValueKind == JsonValueKind.Null)
        {
            return null;
        }

        var found = seen.GetProperty("entries").GetProperty("nodes").EnumerateArray().Where(entry => entry.GetProperty("number").GetInt32() == number).ToList();
        return found.Count == 0 ? null : found[0];
    }

    private static (string, string, string?) Told(EntryLine kind, (string Code, string? Field) refused) => (kind.Name, refused.Code, refused.Field);

    private Dictionary<string, object?> Whole(EntryLine kind, string visibility) => pair.With(
        [("kind", kind.Name), ("visibility", visibility), ("texts", EntryLine.Texts(kind.Asked, kind.Name)), .. kind.Fields]);

    private Dictionary<string, object?> Move(int number, string[] fields) =>
        pair.With(("number", number), ("status", "DONE"), ("texts", fields.Length == 0 ? Array.Empty<object>() : EntryLine.Texts(fields, KindOf(number))));

    private string KindOf(int number) => Kinds[number - 1].Name;

    private Dictionary<string, object?> Share(int number, string visibility) => pair.With(("number", number), ("visibility", visibility));

    private static string Line(EntryLine kind) =>
        $"{kind.Name} {string.Join(',', kind.Asked)} {string.Join(',', kind.AtEnd)} {kind.Least} {kind.Most} {string.Join(',', kind.Fields.Select(field => field.Name))}";

    private static string Line(JsonElement form) =>
        $"{Text(form, "kind")} {List(form, "asked")} {List(form, "askedAtEnd")} {Text(form, "least")} {Text(form, "most")} {List(form, "fields")}";

    private static string List(JsonElement form, string name) => string.Join(',', form.GetProperty(name).EnumerateArray().Select(each => each.GetString()));

    private static string Text(JsonElement element, string name) => element.GetProperty(name).GetString()!;
}
