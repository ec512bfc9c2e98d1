using System.Text;
using MentorCloud.GraphQL.Language;

namespace MentorCloud.GraphQL.Validation;

/// <summary>
/// Compares the arguments of two fields: the order of arguments and of object fields does not count. Each argument is written out
/// once, however many fields it is compared with; a comparison then costs as many steps as there are arguments.
/// </summary>
internal sealed class SameArguments(ValidationContext context)
{
    private readonly Dictionary<Argument, int> _numbers = [];
    private readonly Dictionary<string, int> _texts = new(StringComparer.Ordinal);
    private readonly Dictionary<Field, Dictionary<string, int>> _known = [];

    public bool Of(Field first, Field second)
    {
        if (first.Arguments.Count != second.Arguments.Count) return false;
        if (first.Arguments.Count == 0) return true;
        context.Spend(first.Arguments.Count);
        var others = ByName(second);
        foreach (var argument in first.Arguments)
        {
            if (!others.TryGetValue(argument.Name.Value, out var other) || other != Number(argument)) return false;
        }

        return true;
    }

    private Dictionary<string, int> ByName(Field field)
    {
        if (_known.TryGetValue(field, out var known)) return known;
        known = new(StringComparer.Ordinal);
        foreach (var argument in field.Arguments) known[argument.Name.Value] = Number(argument);
        return _known[field] = known;
    }

    /// <summary>Equal values have equal numbers.</summary>
    private int Number(Argument argument)
    {
        if (_numbers.TryGetValue(argument, out var number)) return number;
        var text = Text(argument.Value);
        if (!_texts.TryGetValue(text, out number)) _texts.Add(text, number = _texts.Count);
        return _numbers[argument] = number;
    }

    private static string Text(ValueNode value)
    {
        var text = new StringBuilder();
        Write(value, text);
        return text.ToString();
    }

    private static void Write(ValueNode value, StringBuilder text)
    {
        switch (value)
        {
            case ObjectValue o:
                text.Append('{');
                foreach (var field in o.Fields.OrderBy(f => f.Name.Value, StringComparer.Ordinal))
                {
                    text.Append(field.Name.Value).Append(':');
                    Write(field.Value, text);
                    text.Append(',');
                }

                text.Append('}');
                break;
            case ListValue list:
                text.Append('[');
                foreach (var item in list.Items)
                {
                    Write(item, text);
                    text.Append(',');
                }

                text.Append(']');
                break;
            default:
                Printer.Print(value, text);
                break;
        }
    }
}
