using System.Collections.Frozen;
using System.Text;

namespace MentorCloud.Identity.Passwords;

/// <summary>
/// Passwords that everybody tries first: a word of the embedded list alone, twice or several in a row, dressed up with digits,
/// signs or look-alike letters; a keyboard row or a count; one short piece over and over.
/// </summary>
internal sealed class CommonPasswords
{
    private static readonly string[] Runs =
        ["abcdefghijklmnopqrstuvwxyz", "qwertyuiop", "qwertzuiop", "azertyuiop", "asdfghjkl", "zxcvbnm", "yxcvbnm", "1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik", "1q2w3e4r5t6y7u8i9o0p", "01234567890123456789"];

    private readonly FrozenSet<string> _words;

    public CommonPasswords()
    {
        using var stream = typeof(CommonPasswords).Assembly.GetManifestResourceStream("common-passwords.txt")
            ?? throw new InvalidOperationException("The list of common passwords is missing from the program.");
        using var reader = new StreamReader(stream);
        _words = reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Where(line => !line.StartsWith('#')).ToFrozenSet(StringComparer.Ordinal);
    }

    public bool Contains(string password)
    {
        var plain = password.Normalize(NormalizationForm.FormKC).ToLowerInvariant();
        var bare = Bare(password);
        return IsOnePieceRepeated(plain) || IsRun(plain) || bare.Length == 0 || IsRun(bare)
            || IsOnePieceRepeated(bare) || IsMadeOfWords(bare);
    }

    /// <summary>The letters that remain when look-alikes are read as letters and digits and signs around them are left away.</summary>
    public static string Bare(string password)
    {
        var text = password.Normalize(NormalizationForm.FormKC).ToLowerInvariant();
        var core = text.AsSpan().TrimEnd("0123456789!?.,;:*#+-_=$%&/()@ ").TrimStart("0123456789!?.,;:*#+-_=%&/() ");
        var letters = new StringBuilder(core.Length);
        foreach (var sign in core)
        {
            var letter = sign switch { '0' => 'o', '1' or '!' => 'i', '3' => 'e', '4' or '@' => 'a', '5' or '$' => 's', '7' => 't', _ => sign };
            if (char.IsLetter(letter))
            {
                letters.Append(letter);
            }
        }

        return letters.ToString();
    }

    private bool IsMadeOfWords(string text)
    {
        // At most two listed words: a phrase of three is no first guess any more.
        if (_words.Contains(text))
        {
            return true;
        }

        for (var split = 3; split <= text.Length - 3; split++)
        {
            if (_words.Contains(text[..split]) && _words.Contains(text[split..]))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsRun(string text) =>
        text.Length >= 4 && Runs.Any(run => Follows(run, text) || Follows(new string([.. run.Reverse()]), text));

    /// <summary>Whether the text only walks along the run, starting anew at will in pieces of four or more.</summary>
    private static bool Follows(string run, string text)
    {
        var rest = text.AsSpan();
        while (rest.Length > 0)
        {
            var most = Math.Min(run.Length, rest.Length);
            while (most > 0 && !run.AsSpan().Contains(rest[..most], StringComparison.Ordinal))
            {
                most--;
            }

            if (most < Math.Min(4, text.Length) && most != rest.Length)
            {
                return false;
            }

            if (most == 0)
            {
                return false;
            }

            rest = rest[most..];
        }

        return true;
    }

    private static bool IsOnePieceRepeated(string text)
    {
        for (var piece = 1; piece <= Math.Min(6, text.Length / 2); piece++)
        {
            var same = true;
            for (var at = piece; at < text.Length && same; at++)
            {
                same = text[at] == text[at - piece];
            }

            if (same)
            {
                return true;
            }
        }

        return false;
    }
}
