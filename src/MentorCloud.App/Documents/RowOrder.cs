using System.Globalization;

namespace MentorCloud.App.Documents;

/// <summary>
/// The order in which the words of a row are drawn, from the left: what is written from the right is turned, word by word and
/// within words. It is less than Unicode's bidirectional algorithm: there is no embedding, and a word has one direction.
/// </summary>
internal static class RowOrder
{
    /// <summary>Whether a text is written from the right: its first letter that has a direction says so.</summary>
    public static bool IsFromRight(string text)
    {
        foreach (var rune in text.EnumerateRunes())
        {
            if (System.Text.Rune.IsLetter(rune))
            {
                return rune.Value is >= 0x0590 and <= 0x08FF or >= 0xFB1D and <= 0xFDFF or >= 0xFE70 and <= 0xFEFF;
            }
        }

        return false;
    }

    /// <summary>A word as it is drawn: letters joined and turned, numbers and brackets the right way round.</summary>
    public static string Visual(string word)
    {
        if (!IsFromRight(word))
        {
            return word;
        }

        var letters = new List<string>();
        var elements = StringInfo.GetTextElementEnumerator(ArabicLetters.Join(word));
        var number = 0;
        while (elements.MoveNext())
        {
            var letter = Mirrored(elements.GetTextElement());
            number = char.IsDigit(letter[0]) ? number + 1 : 0;
            letters.Insert(number > 1 ? number - 1 : 0, letter);
        }

        return string.Concat(letters);
    }

    /// <summary>Places of a row's words in the order in which they are drawn.</summary>
    /// <param name="words">The words as they are read; spaces are words too.</param>
    /// <param name="fromRight">Whether the whole line is written from the right.</param>
    public static IReadOnlyList<int> Of(IReadOnlyList<string> words, bool fromRight)
    {
        var runs = new List<(bool FromRight, List<int> Places)>();
        for (var place = 0; place < words.Count; place++)
        {
            var turned = HasLetter(words[place]) ? IsFromRight(words[place]) : runs.Count == 0 ? fromRight : Between(words, place, fromRight);
            if (runs.Count == 0 || runs[^1].FromRight != turned)
            {
                runs.Add((turned, []));
            }

            runs[^1].Places.Add(place);
        }

        var ordered = runs.SelectMany(run => run.FromRight != fromRight ? Enumerable.Reverse(run.Places) : run.Places).ToList();
        if (fromRight)
        {
            ordered.Reverse();
        }

        return ordered;
    }

    /// <summary>What has no direction of its own goes with its neighbours when both agree, else with the line.</summary>
    private static bool Between(IReadOnlyList<string> words, int place, bool fromRight)
    {
        var before = words.Take(place).LastOrDefault(HasLetter);
        var after = words.Skip(place + 1).FirstOrDefault(HasLetter);
        return before is not null && after is not null && IsFromRight(before) == IsFromRight(after) ? IsFromRight(before) : fromRight;
    }

    private static bool HasLetter(string word) => word.EnumerateRunes().Any(System.Text.Rune.IsLetter);

    private static string Mirrored(string element) => element switch
    {
        "(" => ")",
        ")" => "(",
        "[" => "]",
        "]" => "[",
        _ => element,
    };
}
