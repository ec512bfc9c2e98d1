using System.Globalization;

namespace MentorCloud.Domain.Pairings.Cadence.Meetings;

/// <summary>Who invites whom to a meeting, or calls it off.</summary>
/// <param name="Organizer">Who invites; answers go to their address.</param>
/// <param name="Attendee">Who is invited.</param>
/// <param name="Number">The meeting's number.</param>
/// <param name="CalledOff">Whether the meeting is called off.</param>
public sealed record MeetingParties(MeetingPerson Organizer, MeetingPerson Attendee, int Number, bool CalledOff = false)
{
    /// <summary>Whether this is the organizer's own copy: nobody is asked to answer their own invitation (RFC 5546, section 3.2.1).</summary>
    public bool ForOrganizer { get; init; }

    /// <summary>The method of RFC 5546, section 3.2: <c>REQUEST</c> or <c>CANCEL</c>, <c>PUBLISH</c> for the organizer.</summary>
    public string Method => ForOrganizer ? "PUBLISH" : CalledOff ? "CANCEL" : "REQUEST";

    /// <summary>Grows with each word on meetings of the same time, which share an id, so that calendars know the newest.</summary>
    private int Sequence => (2 * Number) + (CalledOff ? 1 : 0);

    internal IEnumerable<string> Lines() =>
    [
        string.Create(CultureInfo.InvariantCulture, $"SEQUENCE:{Sequence}"),
        $"STATUS:{(CalledOff ? "CANCELLED" : "CONFIRMED")}",
        $"ORGANIZER;{Organizer.Line}",
        .. ForOrganizer ? [] : Attendees(),
    ];

    private string[] Attendees() =>
    [
        $"ATTENDEE;ROLE=REQ-PARTICIPANT;PARTSTAT=ACCEPTED;{Organizer.Line}",
        $"ATTENDEE;ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=TRUE;{Attendee.Line}",
    ];
}
