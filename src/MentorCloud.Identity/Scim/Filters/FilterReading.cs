using System.Collections.Frozen;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace MentorCloud.Identity.Scim.Filters;

/// <summary>Reads filters (RFC 7644, figure 1): <c>not</c> binds before <c>and</c>, <c>and</c> before <c>or</c>; keywords in any case.</summary>
internal sealed class FilterReading
{
    /// <summary>How deep parentheses, brackets and negations are nested at most.</summary>
    public const int MostDepth = 16;

    /// <summary>Comparisons that a filter has at most.</summary>
    public const int MostComparisons = 100;

    private static readonly FrozenDictionary<string, FilterOperator> Operators =
        Enum.GetValues<FilterOperator>().ToFrozenDictionary(each => each.ToString(), StringComparer.OrdinalIgnoreCase);

    private readonly FilterText _text;
    private int _depth;
    private int _comparisons;

    private FilterReading(FilterText text) => _text = text;

    /// <exception cref="Http.ScimRefusedException">invalidFilter.</exception>
    public static FilterNode Read(string filter)
    {
        var text = new FilterText(filter);
        var node = new FilterReading(text).Or(inElement: false);
        return text.IsAtEnd ? node : throw FilterText.Fault($"'{text.Word}' at character {text.Place} does not belong there; join comparisons by and, or.");
    }

    /// <summary>Reads what stands in the brackets of a patch's path; the opening one is taken already.</summary>
    /// <exception cref="Http.ScimRefusedException">invalidFilter.</exception>
    public static FilterNode ReadElement(FilterText text)
    {
        var node = new FilterReading(text).Or(inElement: true);
        text.Expect("]", "after the filter in brackets");
        return node;
    }

    private FilterNode Or(bool inElement)
    {
        var terms = Joined("or", () => And(inElement));
        return terms.Count == 1 ? terms[0] : new FilterNode.Any(terms);
    }

    private FilterNode And(bool inElement)
    {
        var terms = Joined("and", () => Term(inElement));
        return terms.Count == 1 ? terms[0] : new FilterNode.All(terms);
    }

    private List<FilterNode> Joined(string keyword, Func<FilterNode> read)
    {
        var terms = new List<FilterNode> { read() };
        while (_text.Is(keyword))
        {
            _text.Take();
            terms.Add(read());
        }

        return terms;
    }

    private FilterNode Term(bool inElement)
    {
        if (_text.Word == "(")
        {
            return Nested("(", ")", inElement);
        }

        if (_text.Is("not"))
        {
            _text.Take();
            return _text.Word == "(" ? new FilterNode.Not(Nested("(", ")", inElement)) : throw FilterText.Fault($"not is followed by an expression in parentheses, at character {_text.Place}.");
        }

        return Comparison(inElement);
    }

    private FilterNode Nested(string open, string close, bool inElement)
    {
        _text.Expect(open, "here");
        if (++_depth > MostDepth)
        {
            throw FilterText.Fault($"A filter is nested at most {MostDepth} deep.");
        }

        var inner = Or(inElement);
        _text.Expect(close, "to close what was opened");
        _depth--;
        return inner;
    }

    private FilterNode Comparison(bool inElement)
    {
        if (++_comparisons > MostComparisons)
        {
            throw FilterText.Fault($"A filter has at most {MostComparisons} comparisons.");
        }

        var place = _text.Place;
        if (!AttributePath.TryRead(_text.Take(), out var path) || (inElement && path.Part is not null))
        {
            throw FilterText.Fault($"The name of an attribute is missing at character {place}.");
        }

        if (_text.Word == "[")
        {
            return inElement ? throw FilterText.Fault("Brackets stand in no other brackets.") : new FilterNode.Element(path, Nested("[", "]", inElement: true));
        }

        if (_text.Is("pr"))
        {
            _text.Take();
            return new FilterNode.Present(path);
        }

        place = _text.Place;
        return Operators.TryGetValue(_text.Take(), out var known)
            ? new FilterNode.Compare(path, known, Value())
            : throw FilterText.Fault($"A comparison is missing at character {place}: eq, ne, co, sw, ew, gt, ge, lt, le or pr.");
    }

    private JsonValue? Value()
    {
        var value = _text.TakeValue();
        return value.ValueKind == JsonValueKind.Null ? null : JsonValue.Create(value);
    }
}
