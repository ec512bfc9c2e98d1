namespace MentorCloud.Contracts.Accounts;

/// <summary>What calendars take from a mail (iMIP, RFC 6047).</summary>
/// <param name="Method">The method of the iCalendar object: <c>REQUEST</c>, <c>CANCEL</c> or <c>PUBLISH</c>.</param>
/// <param name="Text">The iCalendar object, with CRLF.</param>
public sealed record MailCalendar(string Method, string Text);
