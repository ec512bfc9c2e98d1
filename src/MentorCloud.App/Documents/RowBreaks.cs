using System.Globalization;

namespace MentorCloud.App.Documents;

/// <summary>
/// Where a row may end within a word: between the letters of Chinese and Japanese, which are written without spaces. It is less
/// than Unicode's line breaking: a closing sign does not begin a row, an opening one does not end it, and that is all.
/// </summary>
internal static class RowBreaks
{
    private const string Closing = "、。，．・：；！？」』）〕】〉》〗…ー々ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮ,.:;!?)]}";
    private const string Opening = "「『（〔【〈《〖([{";

    /// <summary>A word's parts that stay together; their sum is the word.</summary>
    public static IEnumerable<string> Of(string word)
    {
        var begun = 0;
        var letters = StringInfo.ParseCombiningCharacters(word);
        for (var index = 1; index < letters.Length; index++)
        {
            if (MayBreak(word, letters[index - 1], letters[index]))
            {
                yield return word[begun..letters[index]];
                begun = letters[index];
            }
        }

        yield return word[begun..];
    }

    private static bool MayBreak(string word, int before, int after) =>
        (IsWithoutSpaces(word, before) || IsWithoutSpaces(word, after)) && !Closing.Contains(word[after]) && !Opening.Contains(word[before]);

    private static bool IsWithoutSpaces(string word, int at) =>
        System.Text.Rune.TryGetRuneAt(word, at, out var rune)
        && rune.Value is >= 0x2E80 and <= 0x9FFF or >= 0xF900 and <= 0xFAFF or >= 0xFF00 and <= 0xFFEF or >= 0x20000 and <= 0x3FFFF;
}
