using System.Text.Json;
using MentorCloud.Integration.Tests.Clocked;
using MentorCloud.Integration.Tests.Processes;

namespace MentorCloud.Integration.Tests.Pairings;

/// <summary>Both sides are sent invitations to their meetings, once, and word when one is called off.</summary>
[Collection(ClockedCollection.Name)]
public sealed class MeetingTests(ClockedServer server) : IAsyncLifetime
{
    private readonly string prefix = $"m{Guid.NewGuid():N}"[..8];
    private Company company = null!;
    private PairSteps pair = null!;

    public async ValueTask InitializeAsync()
    {
        company = await Company.OpenAsync(server, prefix, mentors: 1, mentees: 1);
        pair = await new PairSteps(server, company, "E-1").SignAsync();
    }

    public ValueTask DisposeAsync()
    {
        company.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task Both_sides_get_the_invitation_once_and_word_when_it_is_called_off()
    {
        var slot = Text((await pair.SeeAsync(pair.Mentee, "proposedSlots(minutes: 45, count: 1) { startsAt }")).GetProperty("proposedSlots")[0], "startsAt");
        var input = pair.With(("startsAt", slot), ("minutes", 45), ("idempotencyKey", "invite"));

        var arranged = await pair.Mentee.DoAsync("pairingInviteToMeeting", "pairing { meetings { number startsAt minutes invitedBy } }", input);
        await pair.Mentee.DoAsync("pairingInviteToMeeting", string.Empty, input);
        var invitations = await LettersAsync("STATUS:CONFIRMED");

        var meeting = Assert.Single(arranged.GetProperty("pairing").GetProperty("meetings").EnumerateArray());
        Assert.Equal((slot, 45, "MENTEE"), (Text(meeting, "startsAt"), meeting.GetProperty("minutes").GetInt32(), Text(meeting, "invitedBy")));
        Assert.All(invitations, letter => Assert.Contains($"\r\nDTSTART:{slot.Replace("-", string.Empty, StringComparison.Ordinal).Replace(":", string.Empty, StringComparison.Ordinal)[..15]}Z\r\n", letter, StringComparison.Ordinal));
        Assert.Equal(2, invitations.Select(letter => letter.Split("\r\n")[0]).Distinct().Count());
        Assert.Single(invitations, letter => letter.Contains("method=REQUEST", StringComparison.Ordinal));
        Assert.Equal(0, (await pair.SeeAsync(company.Admin, "meetings { number }")).GetProperty("meetings").GetArrayLength());

        await pair.Mentor.DoAsync("pairingCallOffMeeting", string.Empty, pair.With(("number", 1)));

        Assert.Single(await LettersAsync("STATUS:CANCELLED"), letter => letter.Contains("method=CANCEL", StringComparison.Ordinal));
        Assert.Equal(2, Letters("STATUS:CONFIRMED").Count);
        Assert.Equal(0, (await pair.SeeAsync(pair.Mentor, "meetings { number }")).GetProperty("meetings").GetArrayLength());
        Assert.Equal(("NOT_FOUND", "number"), await pair.Mentor.RefusedAsync("pairingCallOffMeeting", pair.With(("number", 1))));
    }

    [Fact]
    public async Task Times_that_cannot_be_are_refused_by_their_field()
    {
        var slot = Text((await pair.SeeAsync(pair.Mentee, "proposedSlots(count: 1) { startsAt }")).GetProperty("proposedSlots")[0], "startsAt");
        await pair.Mentor.DoAsync("pairingInviteToMeeting", string.Empty, pair.With(("startsAt", slot)));

        Assert.Equal(("ALREADY_EXISTS", "startsAt"), await pair.Mentee.RefusedAsync("pairingInviteToMeeting", pair.With(("startsAt", slot))));
        Assert.Equal(("INPUT_INVALID", "startsAt"), await pair.Mentee.RefusedAsync("pairingInviteToMeeting", pair.With(("startsAt", "2001-01-01T00:00:00Z"))));
        Assert.Equal(("INPUT_INVALID", "minutes"), await pair.Mentee.RefusedAsync("pairingInviteToMeeting", pair.With(("startsAt", slot), ("minutes", 5))));
    }

    /// <summary>The two letters of a kind that this company's people get.</summary>
    private Task<List<string>> LettersAsync(string kind) => Poll.UntilAsync($"two letters with {kind}", HostProgram.Bound, () =>
        Task.FromResult(Letters(kind) is { Count: >= 2 } letters ? letters : null));

    private List<string> Letters(string kind) =>
    [
        .. from file in Directory.EnumerateFiles(Directory.CreateDirectory(Path.Combine(server.DataPath, "outbox")).FullName, "*.eml")
           let letter = File.ReadAllText(file)
           where letter.StartsWith($"To: {prefix}.", StringComparison.Ordinal) && letter.Contains(kind, StringComparison.Ordinal)
           select letter,
    ];

    private static string Text(JsonElement parent, string field) => parent.GetProperty(field).GetString()!;
}
