using System.Text;

namespace MentorCloud.App.Documents;

/// <summary>
/// Joins Arabic letters: a printer without shaping of its own is given each letter in the form that its neighbours ask for, as
/// Unicode's presentation forms, which the font has. The forms are read from Unicode's own decompositions.
/// </summary>
internal static class ArabicLetters
{
    private const char Lam = '\u0644';
    private const char Tatweel = '\u0640';

    /// <summary>By letter: alone, at the end and, for those that join onwards, at the beginning and in the middle.</summary>
    private static readonly Dictionary<char, char[]> Forms = Read('\uFE80', '\uFEF4').Concat(Read('\uFB50', '\uFBFF'))
        .DistinctBy(each => each.Key).Where(each => each.Value.Length is 2 or 4).ToDictionary(each => each.Key, each => each.Value);

    /// <summary>Lam and the alef after it are one sign: alone and at the end.</summary>
    private static readonly Dictionary<char, char[]> LamAlef = new()
    {
        ['\u0622'] = ['\uFEF5', '\uFEF6'], ['\u0623'] = ['\uFEF7', '\uFEF8'], ['\u0625'] = ['\uFEF9', '\uFEFA'], ['\u0627'] = ['\uFEFB', '\uFEFC'],
    };

    /// <summary>A text with its letters joined, still in the order in which it is read; other scripts stay as they are.</summary>
    public static string Join(string text)
    {
        var joined = new StringBuilder(text.Length);
        for (var index = 0; index < text.Length; index++)
        {
            var before = JoinsOnwards(Neighbour(text, index, -1)) ? 1 : 0;
            if (text[index] == Lam && index + 1 < text.Length && LamAlef.TryGetValue(text[index + 1], out var sign))
            {
                joined.Append(sign[before]);
                index++;
            }
            else if (Forms.TryGetValue(text[index], out var forms))
            {
                var onwards = forms.Length == 4 && JoinsBack(Neighbour(text, index, 1)) ? 2 : 0;
                joined.Append(forms[onwards + before]);
            }
            else
            {
                joined.Append(text[index]);
            }
        }

        return joined.ToString();
    }

    private static IEnumerable<KeyValuePair<char, char[]>> Read(char first, char last) =>
        from code in Enumerable.Range(first, last - first + 1)
        let form = (char)code
        let letter = form.ToString().Normalize(NormalizationForm.FormKC)
        where letter.Length == 1 && letter[0] != form
        group form by letter[0] into forms
        select KeyValuePair.Create(forms.Key, forms.ToArray());

    /// <summary>The next letter in a direction, over the marks that stand above and below letters.</summary>
    private static char Neighbour(string text, int index, int step)
    {
        do
        {
            index += step;
        }
        while (index >= 0 && index < text.Length && char.GetUnicodeCategory(text[index]) == System.Globalization.UnicodeCategory.NonSpacingMark);
        return index >= 0 && index < text.Length ? text[index] : ' ';
    }

    private static bool JoinsOnwards(char letter) => letter == Tatweel || (Forms.TryGetValue(letter, out var forms) && forms.Length == 4);

    private static bool JoinsBack(char letter) => letter == Tatweel || Forms.ContainsKey(letter);
}
