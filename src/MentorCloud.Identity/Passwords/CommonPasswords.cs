using System.Collections.Frozen;
using System.Text;

namespace MentorCloud.Identity.Passwords;

/// <summary>
/// Passwords that everybody tries first: one or two of the 10,000 most used passwords or of the product's own words, dressed up
/// with digits, signs or look-alike letters; one of the 5,000 most used of 12 characters and more; a keyboard row or a
/// count; one short piece over and over. Takes microseconds, whatever the password's length.
/// </summary>
internal sealed class CommonPasswords
{
    private const int ShortestWord = 4;
    private const int ShortestPhrase = 8;
    private static readonly string[] Runs =
        ["abcdefghijklmnopqrstuvwxyz", "qwertyuiop", "qwertzuiop", "azertyuiop", "asdfghjkl", "zxcvbnm", "yxcvbnm", "1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik", "1q2w3e4r5t6y7u8i9o0p", "01234567890123456789"];

    /// <summary>Read at the first password, not at the start of the server.</summary>
    private readonly Lazy<FrozenSet<string>> _used = new(() => Read("most-used-passwords.txt").ToFrozenSet(StringComparer.Ordinal));
    private readonly Lazy<FrozenSet<string>> _words = new(() =>
        Read("common-passwords.txt").Concat(Read("most-used-passwords.txt").Select(Bare).Where(word => word.Length >= ShortestWord)).ToFrozenSet(StringComparer.Ordinal));
    private readonly Lazy<FrozenSet<string>> _long = new(() =>
        Read("long-passwords.txt").SelectMany(phrase => new[] { phrase, Bare(phrase) }).Where(phrase => phrase.Length >= ShortestPhrase).ToFrozenSet(StringComparer.Ordinal));

    public bool Contains(string password)
    {
        var plain = password.Normalize(NormalizationForm.FormKC).ToLowerInvariant();
        var bare = Bare(password);
        return IsOnePieceRepeated(plain) || IsRun(plain) || bare.Length == 0 || IsRun(bare)
            || IsOnePieceRepeated(bare) || IsMadeOf(_words.Value, bare) || IsMadeOf(_used.Value, plain)
            || _long.Value.Contains(plain) || _long.Value.Contains(bare);
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

    /// <summary>Whether it is one listed word or two: a phrase of three is no first guess any more.</summary>
    private static bool IsMadeOf(FrozenSet<string> words, string text)
    {
        if (words.Contains(text))
        {
            return true;
        }

        var pieces = words.GetAlternateLookup<ReadOnlySpan<char>>();
        for (var split = 3; split <= text.Length - 3; split++)
        {
            if (pieces.Contains(text.AsSpan(0, split)) && pieces.Contains(text.AsSpan(split)))
            {
                return true;
            }
        }

        return false;
    }

    private static string[] Read(string list)
    {
        using var stream = typeof(CommonPasswords).Assembly.GetManifestResourceStream(list)
            ?? throw new InvalidOperationException($"The list {list} is missing from the program.");
        using var reader = new StreamReader(stream);
        return [.. reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Where(line => !line.StartsWith("# ", StringComparison.Ordinal) && line != "#").Select(line => line.ToLowerInvariant())];
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
