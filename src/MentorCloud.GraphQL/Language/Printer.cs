using System.Text;

namespace MentorCloud.GraphQL.Language;

/// <summary>Prints values as a document writes them.</summary>
internal static partial class Printer
{
    public static string Print(ValueNode value)
    {
        var text = new StringBuilder();
        Print(value, text);
        return text.ToString();
    }

    public static void Print(ValueNode value, StringBuilder text) => Print(value, text, string.Empty);

    private static void Print(ValueNode value, StringBuilder text, string indent)
    {
        switch (value)
        {
            case VariableNode v: text.Append('$').Append(v.Name.Value); break;
            case IntValue v: text.Append(v.Text); break;
            case FloatValue v: text.Append(v.Text); break;
            case StringValue { Block: true } v: text.Append(BlockStrings.PrintShort(v.Text, indent)); break;
            case StringValue v: Quote(v.Text, text); break;
            case BooleanValue v: text.Append(v.Value ? "true" : "false"); break;
            case NullValue: text.Append("null"); break;
            case EnumValue v: text.Append(v.Name); break;
            case ListValue v: PrintList(v, text, indent); break;
            case ObjectValue v: PrintObject(v, text, indent); break;
        }
    }

    /// <summary>A string literal, with only the escapes that the grammar needs.</summary>
    public static void Quote(string value, StringBuilder text)
    {
        text.Append('"');
        foreach (var c in value)
        {
            switch (c)
            {
                case '"': text.Append("\\\""); break;
                case '\\': text.Append("\\\\"); break;
                case '\b': text.Append("\\b"); break;
                case '\f': text.Append("\\f"); break;
                case '\n': text.Append("\\n"); break;
                case '\r': text.Append("\\r"); break;
                case '\t': text.Append("\\t"); break;
                case < ' ' or (>= '\u007F' and <= '\u009F'):
                    text.Append("\\u").Append(((int)c).ToString("X4", System.Globalization.CultureInfo.InvariantCulture));
                    break;
                default: text.Append(c); break;
            }
        }

        text.Append('"');
    }

    private static void PrintList(ListValue list, StringBuilder text, string indent)
    {
        text.Append('[');
        for (var i = 0; i < list.Items.Count; i++)
        {
            if (i > 0) text.Append(", ");
            Print(list.Items[i], text, indent);
        }

        text.Append(']');
    }

    private static void PrintObject(ObjectValue value, StringBuilder text, string indent)
    {
        text.Append('{');
        for (var i = 0; i < value.Fields.Count; i++)
        {
            text.Append(i > 0 ? ", " : string.Empty).Append(value.Fields[i].Name.Value).Append(": ");
            Print(value.Fields[i].Value, text, indent);
        }

        text.Append('}');
    }
}
