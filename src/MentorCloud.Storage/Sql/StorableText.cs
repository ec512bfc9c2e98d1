using System.Buffers;

namespace MentorCloud.Storage.Sql;

/// <summary>
/// Text that both databases can hold. PostgreSQL refuses NUL and halves of surrogate pairs; an entry with one would fail
/// for ever and hold up its grain, so each becomes U+FFFD, as UTF-8 encoders do with what is no character.
/// </summary>
internal static class StorableText
{
    private static readonly SearchValues<char> Suspects = SearchValues.Create(
        [.. Enumerable.Range(0xD800, 0x800).Select(value => (char)value).Prepend('\0')]);

    public static string Of(string text)
    {
        if (!text.AsSpan().ContainsAny(Suspects)) return text;
        return string.Concat(text.EnumerateRunes().Select(rune => rune.Value == 0 ? "\uFFFD" : rune.ToString()));
    }
}
