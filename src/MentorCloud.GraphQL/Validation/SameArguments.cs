using System.Text;
using MentorCloud.GraphQL.Language;

namespace MentorCloud.GraphQL.Validation;

/// <summary>Compares the arguments of two fields: the order of arguments and of object fields does not count.</summary>
internal static class SameArguments
{
    public static bool Of(Field first, Field second)
    {
        if (first.Arguments.Count != second.Arguments.Count) return false;
        foreach (var argument in first.Arguments)
        {
            var other = second.Arguments.LastOrDefault(a => a.Name.Value == argument.Name.Value);
            if (other is null || !(ReferenceEquals(other, argument) || Text(argument.Value) == Text(other.Value))) return false;
        }

        return true;
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
