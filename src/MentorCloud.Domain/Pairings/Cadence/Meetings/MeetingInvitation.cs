using System.Globalization;
using System.Text;
using MentorCloud.Domain.Identifiers;
using MentorCloud.Domain.Refusals;

namespace MentorCloud.Domain.Pairings.Cadence.Meetings;

/// <summary>
/// A meeting as an iCalendar file (RFC 5545) that every calendar takes. Times are in UTC, so that no calendar has to know a zone;
/// the id is made of pairing and time, so that taking it in twice makes one meeting.
/// </summary>
/// <param name="Pairing">The pairing.</param>
/// <param name="StartsAt">When it begins, UTC.</param>
/// <param name="Minutes">How long, 15..480.</param>
/// <param name="Summary">What calendars show.</param>
public sealed record MeetingInvitation(PairingId Pairing, DateTimeOffset StartsAt, int Minutes, string Summary)
{
    private const int LongestLine = 75;

    /// <summary>Between whom, for one that is sent by mail (RFC 5546 in RFC 6047); null (default) for a file that is taken in by hand.</summary>
    public MeetingParties? Between { get; init; }

    /// <summary>What calendars are to do with it (RFC 5546, section 1.4): <c>PUBLISH</c> when it is between nobody.</summary>
    public string Method => Between?.Method ?? "PUBLISH";

    /// <summary>The file's name.</summary>
    public string FileName => string.Create(CultureInfo.InvariantCulture, $"meeting-{StartsAt.UtcDateTime:yyyyMMdd'T'HHmm}.ics");

    /// <summary>Refuses lengths and times out of range.</summary>
    /// <param name="startsAt">When it begins: from now to a year on.</param>
    /// <param name="minutes">Minutes, 15..480.</param>
    /// <param name="now">The instant.</param>
    /// <returns>INPUT_INVALID, or null.</returns>
    public static Refusal? Refuse(DateTimeOffset startsAt, int minutes, DateTimeOffset now) =>
        Inputs.Range(minutes, "minutes", 15, 480)
            ?? (startsAt >= now && startsAt <= now.AddYears(1) ? null : Inputs.Invalid("startsAt", "must lie ahead, within a year"));

    /// <summary>Writes the file.</summary>
    /// <param name="now">The instant, which the file is stamped with.</param>
    /// <returns>Lines of at most 75 bytes of UTF-8, ended by CRLF.</returns>
    public string Write(DateTimeOffset now)
    {
        string[] lines =
        [
            "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//MentorCloud//EN", $"METHOD:{Method}",
            "BEGIN:VEVENT",
            string.Create(CultureInfo.InvariantCulture, $"UID:{Pairing}-{StartsAt.UtcDateTime:yyyyMMdd'T'HHmmss}@mentorcloud"),
            $"DTSTAMP:{Instant(now)}", $"DTSTART:{Instant(StartsAt)}", $"DTEND:{Instant(StartsAt.AddMinutes(Minutes))}",
            $"SUMMARY:{Escape(Summary)}",
            .. Between?.Lines() ?? [],
            "END:VEVENT", "END:VCALENDAR",
        ];
        return string.Concat(lines.Select(Fold));
    }

    private static string Instant(DateTimeOffset at) => at.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);

    private static string Escape(string text) => string.Concat(text.EnumerateRunes().Select(rune => rune.Value switch
    {
        '\\' => @"\\",
        ';' => @"\;",
        ',' => @"\,",
        '\n' => @"\n",
        _ => Rune.IsControl(rune) ? string.Empty : rune.ToString(),
    }));

    /// <summary>A long line goes on in the next, which begins with a space; no character is cut (section 3.1).</summary>
    private static string Fold(string line)
    {
        var folded = new StringBuilder();
        var bytes = 0;
        foreach (var rune in line.EnumerateRunes())
        {
            if (bytes + rune.Utf8SequenceLength > LongestLine)
            {
                folded.Append("\r\n ");
                bytes = 1;
            }

            folded.Append(rune.ToString());
            bytes += rune.Utf8SequenceLength;
        }

        return folded.Append("\r\n").ToString();
    }
}
