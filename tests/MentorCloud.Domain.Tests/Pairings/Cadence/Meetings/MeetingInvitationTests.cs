using System.Text;
using MentorCloud.Domain.Pairings.Cadence.Meetings;
using MentorCloud.Domain.Tests.Support;

namespace MentorCloud.Domain.Tests.Pairings.Cadence.Meetings;

public sealed class MeetingInvitationTests
{
    private static readonly DateTimeOffset At = new(2026, 3, 29, 3, 30, 0, TimeSpan.FromHours(2));

    [Fact]
    public void File_says_when_in_utc_and_has_the_same_id_each_time()
    {
        var file = new MeetingInvitation(Sample.Pairing, At, 45, "Ada / Grace").Write(Sample.Start);

        Assert.Contains("\r\nDTSTART:20260329T013000Z\r\nDTEND:20260329T021500Z\r\nSUMMARY:Ada / Grace\r\n", file, StringComparison.Ordinal);
        Assert.Contains($"\r\nUID:{Sample.Pairing}-20260329T013000@mentorcloud\r\n", file, StringComparison.Ordinal);
        Assert.StartsWith("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n", file, StringComparison.Ordinal);
        Assert.EndsWith("END:VEVENT\r\nEND:VCALENDAR\r\n", file, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a;b,c\\d\nEND:VEVENT", @"SUMMARY:a\;b\,c\\d\nEND:VEVENT")]
    [InlineData("bell\u0007\rend", "SUMMARY:bellend")]
    public void Names_cannot_break_out_of_their_line(string name, string line) =>
        Assert.Contains($"\r\n{line}\r\n", new MeetingInvitation(Sample.Pairing, At, 45, name).Write(Sample.Start), StringComparison.Ordinal);

    [Fact]
    public void Long_lines_are_folded_between_characters()
    {
        var name = string.Concat(Enumerable.Repeat("日本👩🏽‍🚀", 40));

        var file = new MeetingInvitation(Sample.Pairing, At, 45, name).Write(Sample.Start);

        Assert.All(file.Split("\r\n"), line => Assert.InRange(Encoding.UTF8.GetByteCount(line), 0, 75));
        Assert.Contains($"SUMMARY:{name}\r\n", file.Replace("\r\n ", string.Empty, StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false, "METHOD:REQUEST", "SEQUENCE:6", "STATUS:CONFIRMED")]
    [InlineData(true, "METHOD:CANCEL", "SEQUENCE:7", "STATUS:CANCELLED")]
    public void Invitation_by_mail_says_who_invites_whom_and_which_word_is_the_newest(bool calledOff, string method, string sequence, string status)
    {
        var parties = new MeetingParties(new("Ada \"the\"\r\nX-Evil: 1", "ada@acme.example"), new("Grace", "grace@acme.example"), 3, calledOff);

        var lines = (new MeetingInvitation(Sample.Pairing, At, 45, "Ada / Grace") { Between = parties })
            .Write(Sample.Start).Replace("\r\n ", string.Empty, StringComparison.Ordinal).Split("\r\n");

        Assert.Equal([method], lines.Where(line => line.StartsWith("METHOD", StringComparison.Ordinal)));
        Assert.Contains(sequence, lines);
        Assert.Contains(status, lines);
        Assert.Contains("ORGANIZER;CN=\"Ada theX-Evil: 1\":mailto:ada@acme.example", lines);
        Assert.Contains("ATTENDEE;ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=TRUE;CN=\"Grace\":mailto:grace@acme.example", lines);
        Assert.DoesNotContain(lines, line => line.StartsWith("X-Evil", StringComparison.Ordinal));
    }

    [Fact]
    public void Organizers_own_copy_asks_nobody_to_answer()
    {
        var parties = new MeetingParties(new("Ada", "ada@acme.example"), new("Grace", "grace@acme.example"), 1, CalledOff: true) { ForOrganizer = true };

        var file = (new MeetingInvitation(Sample.Pairing, At, 45, "Ada / Grace") { Between = parties }).Write(Sample.Start);

        Assert.Contains("\r\nMETHOD:PUBLISH\r\n", file, StringComparison.Ordinal);
        Assert.Contains("\r\nSTATUS:CANCELLED\r\nORGANIZER;", file, StringComparison.Ordinal);
        Assert.DoesNotContain("ATTENDEE", file, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(-1, 60, "startsAt")]
    [InlineData(60 * 24 * 367, 60, "startsAt")]
    [InlineData(10, 14, "minutes")]
    [InlineData(10, 481, "minutes")]
    public void Times_and_lengths_out_of_range_are_refused(int ahead, int minutes, string field) =>
        Assert.Equal(field, MeetingInvitation.Refuse(Sample.Start.AddMinutes(ahead), minutes, Sample.Start)!.Field);
}
