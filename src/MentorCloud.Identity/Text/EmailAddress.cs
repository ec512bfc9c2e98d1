using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;

namespace MentorCloud.Identity.Text;

/// <summary>
/// An e-mail address in the form that accounts use: ASCII, so that no look-alike letter can stand for another
/// (internationalised domains are written in punycode).
/// </summary>
/// <param name="Text">As it was written.</param>
/// <param name="Key">What makes it unique: lower case.</param>
/// <param name="Domain">The part after the @, lower case.</param>
internal sealed partial record EmailAddress(string Text, string Key, string Domain)
{
    private const int MostLength = 254;

    public static bool TryRead(string? text, [NotNullWhen(true)] out EmailAddress? address)
    {
        var trimmed = text is { Length: <= MostLength } ? text.Trim(' ') : string.Empty;
        address = Shape().IsMatch(trimmed) ? Of(trimmed) : null;
        return address is not null;
    }

    private static EmailAddress Of(string text)
    {
        var key = text.ToLowerInvariant();
        return new EmailAddress(text, key, key[(key.IndexOf('@', StringComparison.Ordinal) + 1)..]);
    }

    [GeneratedRegex(@"\A(?=.{1,64}@)[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*@([A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?)(\.[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?)+\z", RegexOptions.CultureInvariant)]
    private static partial Regex Shape();
}
