using System.Text;

namespace MentorCloud.Domain.Pairings.Cadence.Meetings;

/// <summary>Somebody in an invitation.</summary>
/// <param name="Name">The name that calendars show.</param>
/// <param name="Address">The e-mail address.</param>
public sealed record MeetingPerson(string Name, string Address)
{
    /// <summary>The name as a quoted parameter (RFC 5545, section 3.2: no quotes and no controls; a caret is doubled, RFC 6868) and the address.</summary>
    internal string Line => $"CN=\"{Quotable.Replace("^", "^^", StringComparison.Ordinal)}\":mailto:{Address}";

    private string Quotable => string.Concat(Name.EnumerateRunes().Where(rune => rune.Value != '"' && !Rune.IsControl(rune)));
}
