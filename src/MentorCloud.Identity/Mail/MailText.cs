using System.Text;
using MentorCloud.Contracts.Accounts;
using MentorCloud.Identity.Text;

namespace MentorCloud.Identity.Mail;

/// <summary>A mail as text (RFC 5322): plain, or with a part for calendars beside the plain one (RFC 6047, section 2.4).</summary>
internal static class MailText
{
    private const string Line = "\r\n";
    private const string Plain = $"Content-Type: text/plain; charset=utf-8{Line}";

    /// <summary>Writes the mail.</summary>
    public static string Of(AccountMail mail, DateTimeOffset now)
    {
        var head = $"To: {OneLine(mail.To)}{Line}Subject: {Header(OneLine(mail.Subject))}{Line}Date: {now:R}{Line}";
        return mail.Calendar is { } calendar
            ? $"{head}MIME-Version: 1.0{Line}{Parts(mail.Text, calendar)}"
            : $"{head}{Plain}{Line}{mail.Text}{Line}";
    }

    /// <summary>Whether a mail goes to an address, or names it to calendars.</summary>
    public static bool IsAbout(string mail, string address)
    {
        var lines = mail.Replace($"{Line} ", string.Empty, StringComparison.Ordinal).Split(Line);
        return lines[0] == $"To: {address}" || lines.Any(line => line.EndsWith($":mailto:{address}", StringComparison.Ordinal));
    }

    /// <summary>The boundary holds what no line of either part begins with: a text's own lines cannot end it.</summary>
    private static string Parts(string text, MailCalendar calendar)
    {
        var boundary = $"=_{Secrets.New()}";
        const string Bits = $"Content-Transfer-Encoding: 8bit{Line}{Line}";
        return $"Content-Type: multipart/alternative; boundary=\"{boundary}\"{Line}{Line}"
            + $"--{boundary}{Line}{Plain}{Bits}{text}{Line}"
            + $"--{boundary}{Line}Content-Type: text/calendar; charset=utf-8; method={OneLine(calendar.Method)}{Line}{Bits}{calendar.Text}"
            + $"--{boundary}--{Line}";
    }

    /// <summary>No line break of a value may begin a header of its own.</summary>
    private static string OneLine(string text) => new([.. text.Where(sign => !char.IsControl(sign))]);

    /// <summary>RFC 2047, section 4.1, where the text is not ASCII.</summary>
    private static string Header(string text) => text.All(char.IsAscii)
        ? text
        : $"=?utf-8?B?{Convert.ToBase64String(Encoding.UTF8.GetBytes(text))}?=";
}
