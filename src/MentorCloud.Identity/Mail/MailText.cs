using System.Text;
using MentorCloud.Contracts.Accounts;
using MentorCloud.Identity.Text;

namespace MentorCloud.Identity.Mail;

/// <summary>A mail as text (RFC 5322): plain, or with a part for calendars beside the plain one (RFC 6047, section 2.4).</summary>
internal static class MailText
{
    /// <summary>Whom else the mail names; read when somebody is forgotten.</summary>
    private const string AboutHeader = "X-MentorCloud-About";

    /// <summary>Bytes that an encoded word of 75 characters holds (RFC 2047, section 2).</summary>
    private const int BytesOfWord = 45;

    private const string Line = "\r\n";
    private const string Bits = $"Content-Transfer-Encoding: 8bit{Line}";
    private const string Plain = $"Content-Type: text/plain; charset=utf-8{Line}{Bits}";

    /// <summary>Writes the mail.</summary>
    public static string Of(AccountMail mail, DateTimeOffset now)
    {
        var head = $"To: {OneLine(mail.To)}{Line}Subject: {Header(OneLine(mail.Subject))}{Line}Date: {now:R}{Line}"
            + string.Concat(mail.About.Select(address => $"{AboutHeader}: {OneLine(address)}{Line}")) + $"MIME-Version: 1.0{Line}";
        var text = mail.Text.ReplaceLineEndings(Line);
        return mail.Calendar is { } calendar
            ? $"{head}{Parts(text, calendar)}"
            : $"{head}{Plain}{Line}{text}{Line}";
    }

    /// <summary>Whether a mail goes to an address, or names who has it; its header tells, and no more of it is read.</summary>
    public static async Task<bool> IsAboutAsync(TextReader mail, string address, CancellationToken cancellationToken)
    {
        while (await mail.ReadLineAsync(cancellationToken) is { Length: > 0 } line)
        {
            if (line == $"To: {address}" || line == $"{AboutHeader}: {address}")
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The boundary holds what no line of either part begins with: a text's own lines cannot end it.</summary>
    private static string Parts(string text, MailCalendar calendar)
    {
        var boundary = $"=_{Secrets.New()}";
        return $"Content-Type: multipart/alternative; boundary=\"{boundary}\"{Line}{Bits}{Line}"
            + $"--{boundary}{Line}{Plain}{Line}{text}{Line}"
            + $"--{boundary}{Line}Content-Type: text/calendar; charset=utf-8; method={OneLine(calendar.Method)}{Line}{Bits}{Line}{calendar.Text}"
            + $"--{boundary}--{Line}";
    }

    /// <summary>No line break of a value may begin a header of its own.</summary>
    private static string OneLine(string text) => new([.. text.Where(sign => !char.IsControl(sign))]);

    /// <summary>RFC 2047, section 4.1, where the text is not ASCII: encoded words of whole characters, one a line.</summary>
    private static string Header(string text)
    {
        if (text.All(char.IsAscii))
        {
            return text;
        }

        var words = new List<List<byte>> { new() };
        foreach (var rune in text.EnumerateRunes())
        {
            var bytes = Encoding.UTF8.GetBytes(rune.ToString());
            if (words[^1].Count + bytes.Length > BytesOfWord)
            {
                words.Add([]);
            }

            words[^1].AddRange(bytes);
        }

        return string.Join($"{Line} ", words.Select(word => $"=?utf-8?B?{Convert.ToBase64String([.. word])}?="));
    }
}
