using System.Text.Json;
using MentorCloud.Identity.Scim.Http;

namespace MentorCloud.Identity.Scim.Filters;

/// <summary>A filter's text, taken word by word: a bracket, a JSON string, or a run of other characters.</summary>
internal sealed class FilterText
{
    /// <summary>Characters that a filter has at most.</summary>
    public const int MostLength = 4096;

    private static readonly System.Buffers.SearchValues<char> WordEnds = System.Buffers.SearchValues.Create(" \t()[]\"");
    private readonly string _text;
    private int _at;

    public FilterText(string text)
    {
        if (text.Length > MostLength)
        {
            throw Fault($"A filter has at most {MostLength} characters.");
        }

        _text = text;
        Next();
    }

    /// <summary>The word that comes next; empty at the end.</summary>
    public string Word { get; private set; } = string.Empty;

    public bool IsAtEnd => Word.Length == 0;

    /// <summary>Where the word begins, from 1.</summary>
    public int Place { get; private set; }

    public bool Is(string keyword) => Word.Equals(keyword, StringComparison.OrdinalIgnoreCase);

    public string Take()
    {
        var word = Word;
        Next();
        return word;
    }

    public void Expect(string word, string why)
    {
        if (Word != word)
        {
            throw Fault($"'{word}' is missing {why}, at character {Place}.");
        }

        Next();
    }

    public static ScimRefusedException Fault(string detail) => new(ScimRefusal.Filter(detail));

    private void Next()
    {
        while (_at < _text.Length && _text[_at] is ' ' or '\t')
        {
            _at++;
        }

        var start = _at;
        Place = start + 1;
        if (_at < _text.Length)
        {
            _at = _text[_at] switch
            {
                '(' or ')' or '[' or ']' => _at + 1,
                '"' => EndOfString(_at),
                _ => EndOfWord(_at),
            };
        }

        Word = _text[start.._at];
    }

    private int EndOfWord(int from)
    {
        var end = _text.AsSpan(from).IndexOfAny(WordEnds);
        return end < 0 ? _text.Length : from + Math.Max(end, 1);
    }

    private int EndOfString(int from)
    {
        for (var index = from + 1; index < _text.Length; index++)
        {
            if (_text[index] == '\\')
            {
                index++;
            }
            else if (_text[index] == '"')
            {
                return index + 1;
            }
        }

        throw Fault($"The text that begins at character {from + 1} has no end.");
    }

    /// <summary>The word as a JSON value; a refusal when it is none.</summary>
    public JsonElement TakeValue()
    {
        try
        {
            var value = JsonDocument.Parse(Word.Length == 0 ? "-" : Word).RootElement;
            if (value.ValueKind is not (JsonValueKind.Object or JsonValueKind.Array) && (value.ValueKind != JsonValueKind.String || value.GetString() is not null))
            {
                Next();
                return value;
            }
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            // Told below: JSON, or a text of half a character.
        }

        throw Fault($"A value is missing at character {Place}: a text in double quotes, a number, true, false or null.");
    }
}
