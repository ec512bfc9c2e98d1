using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using MentorCloud.Domain.Pairings.Cadence.Meetings;
using MentorCloud.Domain.Tests.Support;
using MentorCloud.Domain.Time;
using MentorCloud.Testing;
using NodaTime;
using NodaTime.TimeZones;

namespace MentorCloud.Domain.Tests.Pairings.Cadence.Meetings;

/// <summary>
/// Every kind of calendar file that the program writes, with names and local times of every kind, read by ical.js in strict mode
/// and by node-ical: both must find what went in, at the instants that NodaTime has for the local times.
/// </summary>
public sealed partial class CalendarJudgeTests : IDisposable
{
    private static readonly string[] Names =
    [
        "Ada / Grace", "Lovelace, Ada; Countess: of", "back\\slash\\n", "in two\nlines", "say \"Ada\"", "a^nb ^^ ^'c", "👩🏽‍🚀 Zoë 🏳️‍🌈",
        "\u202bمحمد بن علي\u202c / \u05e2\u05d3\u05d4", string.Concat(Enumerable.Repeat("日本語👩🏽‍🚀", 30)), new('x', 67), new('x', 68), new('é', 140),
    ];

    /// <summary>Local times: in gaps of an hour and of half an hour, repeated ones, a leap day, over the end of a year.</summary>
    private static readonly (string Zone, LocalDateTime At)[] Times =
    [
        ("Europe/Oslo", new(2026, 3, 29, 2, 30)), ("Europe/Oslo", new(2026, 10, 25, 2, 30)), ("America/New_York", new(2026, 3, 8, 2, 30)),
        ("America/New_York", new(2026, 11, 1, 1, 30)), ("Australia/Lord_Howe", new(2026, 10, 4, 2, 15)), ("Australia/Lord_Howe", new(2026, 4, 5, 1, 45)),
        ("America/St_Johns", new(2026, 7, 1, 9, 0)), ("Asia/Kathmandu", new(2026, 12, 31, 23, 45)), ("Pacific/Kiritimati", new(2028, 2, 29, 0, 15)),
    ];

    private static readonly (bool CalledOff, bool ForOrganizer)?[] Kinds = [null, (false, false), (true, false), (false, true), (true, true)];

    private readonly string file = Path.GetTempFileName();

    public void Dispose() => File.Delete(file);

    [Fact]
    public async Task Both_judges_find_in_every_file_what_went_in()
    {
        var written = (from kind in Kinds from name in Names from time in Times select Write(kind, name, time.Zone, time.At)).ToList();
        await File.WriteAllTextAsync(file, JsonSerializer.Serialize(written.Select(each => each.File.Write(Sample.Start))));
        var read = (await NodeTools.RunAsync("calendar.mjs", file)).Select(line => JsonDocument.Parse(line).RootElement).ToList();

        Assert.Equal(written.Count, read.Count);
        foreach (var ((invitation, name, instant), judged) in written.Zip(read))
        {
            CheckText(invitation.Write(Sample.Start));
            var (strict, usual) = (judged.GetProperty("strict"), judged.GetProperty("usual"));
            foreach (var (judge, misread) in new[] { (strict, @"\"), (usual, @"\;^") })
            {
                Assert.Equal(invitation.Method, Text(judge, "method"));
                Assert.Equal($"{Sample.Pairing}-{instant:yyyyMMdd'T'HHmmss}@mentorcloud", Text(judge, "uid"));
                Assert.Equal((instant, instant.AddMinutes(90)), (judge.GetProperty("start").GetDateTimeOffset(), judge.GetProperty("end").GetDateTimeOffset()));
                CheckParties(invitation.Between, name, judge, isRead: name.IndexOfAny(misread.ToCharArray()) < 0);
            }

            // node-ical takes an escaped backslash before an n for a new line, against RFC 5545, section 3.3.11.
            Assert.Equal(name, Text(strict, "summary"));
            Assert.Equal(name.Replace("\\n", "\\\n", StringComparison.Ordinal), Text(usual, "summary"));
            Assert.Equal(("2.0", true, 90), (Text(strict, "version"), strict.GetProperty("utc").GetBoolean(), strict.GetProperty("minutes").GetInt32()));
            Assert.Equal(Sample.Start, strict.GetProperty("stamp").GetDateTimeOffset());
        }
    }

    private static (MeetingInvitation File, string Name, DateTimeOffset Instant) Write((bool CalledOff, bool ForOrganizer)? kind, string name, string zone, LocalDateTime at)
    {
        var instant = DateTimeZoneProviders.Tzdb[zone].ResolveLocal(at, Resolvers.LenientResolver).ToInstant().ToDateTimeOffset();
        var ours = LocalTimes.ToInstant(new DateOnly(at.Year, at.Month, at.Day), new TimeOnly(at.Hour, at.Minute), zone);
        Assert.Equal(instant, ours);
        var parties = kind is { } known
            ? new MeetingParties(new(name, "ada@acme.example"), new("Grace", "grace+mail@acme.example"), 7, known.CalledOff) { ForOrganizer = known.ForOrganizer } : null;
        return (new MeetingInvitation(Sample.Pairing, ours, 90, name) { Between = parties }, name, instant);
    }

    private static void CheckText(string text)
    {
        var lines = text.Split("\r\n");
        Assert.Equal(string.Empty, lines[^1]);
        Assert.All(lines[..^1], line => Assert.InRange(Encoding.UTF8.GetByteCount(line), 2, 75));
        Assert.DoesNotContain(lines, line => line.Contains('\n', StringComparison.Ordinal) || line.Contains('\r', StringComparison.Ordinal));
    }

    /// <summary>
    /// Names in parameters are read by what RFC 5545, section 3.2, and RFC 6868 say, but for what a judge does otherwise: both take
    /// backslashes for escapes, and node-ical ends a quoted name at a semicolon and knows no RFC 6868.
    /// </summary>
    private static void CheckParties(MeetingParties? parties, string name, JsonElement judge, bool isRead)
    {
        var named = Unnamed().Replace(name, string.Empty);
        string? Read(JsonElement person) => isRead || Text(person, "name") == "Grace" ? Text(person, "name") : named;
        var attendees = judge.GetProperty("attendees").EnumerateArray().Select(each => (Read(each), Text(each, "address"), Text(each, "answer"))).ToList();
        if (parties is null)
        {
            Assert.Equal(JsonValueKind.Null, judge.GetProperty("sequence").ValueKind);
            Assert.Equal(JsonValueKind.Null, judge.GetProperty("organizer").ValueKind);
            Assert.Empty(attendees);
            return;
        }

        var organizer = judge.GetProperty("organizer");
        Assert.Equal((14 + (parties.CalledOff ? 1 : 0), parties.CalledOff ? "CANCELLED" : "CONFIRMED"), (judge.GetProperty("sequence").GetInt32(), Text(judge, "status")));
        Assert.Equal((named, "ada@acme.example"), (Read(organizer), Text(organizer, "address")));
        Assert.Equal(
            parties.ForOrganizer ? [] : [(named, "ada@acme.example", "ACCEPTED"), ("Grace", "grace+mail@acme.example", "NEEDS-ACTION")], attendees);
    }

    private static string? Text(JsonElement element, string name) => element.GetProperty(name).GetString();

    [GeneratedRegex("[\"\\n]")]
    private static partial Regex Unnamed();
}
