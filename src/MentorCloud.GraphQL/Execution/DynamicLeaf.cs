using System.Globalization;
using System.Text.Json;
using MentorCloud.GraphQL.Scalars;
using MentorCloud.GraphQL.Types;

namespace MentorCloud.GraphQL.Execution;

/// <summary>Result coercion of the built-in scalars for values of unknown CLR type (specification, section 3.5).</summary>
internal static class DynamicLeaf
{
    public static void Write(ScalarType type, object value, JsonOutput output)
    {
        switch (type.Name)
        {
            case "Int": WriteInt(value, output); break;
            case "Float": WriteFloat(value, output); break;
            case "Boolean": output.WriteBoolean(ToBoolean(value)); break;
            case "String": output.WriteString(ToText(value)); break;
            case "ID": output.WriteString(ToId(value)); break;
            default: WriteCustom(type, value, output); break;
        }
    }

    private static void WriteCustom(ScalarType type, object value, JsonOutput output)
    {
        if (type.Codec is JsonScalar && value is not JsonElement) output.WriteJson(JsonSerializer.SerializeToElement(value));
        else type.Codec.WriteBoxed(value, output);
    }

    private static void WriteInt(object value, JsonOutput output)
    {
        var number = ToNumber(value);
        if (number is not { } some || !double.IsInteger(some)) throw new FormatException($"Int cannot represent non-integer value: {Show(value)}");
        if (some is < int.MinValue or > int.MaxValue) throw new FormatException($"Int cannot represent non 32-bit signed integer value: {Show(value)}");
        output.WriteNumber((int)some);
    }

    private static void WriteFloat(object value, JsonOutput output)
    {
        var number = ToNumber(value);
        if (number is not { } some || !double.IsFinite(some)) throw new FormatException($"Float cannot represent non numeric value: {Show(value)}");
        if (some == 0) some = 0;
        output.WriteNumber(some);
    }

    private static double? ToNumber(object value) => value switch
    {
        bool b => b ? 1 : 0,
        string { Length: > 0 } s when double.TryParse(s, NumberStyles.Float, CultureInfo.InvariantCulture, out var parsed) => parsed,
        sbyte or byte or short or ushort or int or uint or long or ulong or float or double or decimal => Convert.ToDouble(value, CultureInfo.InvariantCulture),
        _ => null,
    };

    private static bool ToBoolean(object value) => value switch
    {
        bool b => b,
        int or long or double or float or decimal when double.IsFinite(Convert.ToDouble(value, CultureInfo.InvariantCulture)) => Convert.ToDouble(value, CultureInfo.InvariantCulture) != 0,
        _ => throw new FormatException($"Boolean cannot represent a non boolean value: {Show(value)}"),
    };

    private static string ToText(object value) => value switch
    {
        string s => s,
        bool b => b ? "true" : "false",
        double d when !double.IsFinite(d) => throw new FormatException($"String cannot represent value: {Show(value)}"),
        IFormattable f => f.ToString(null, CultureInfo.InvariantCulture),
        _ => throw new FormatException($"String cannot represent value: {Show(value)}"),
    };

    private static string ToId(object value) => value switch
    {
        string s => s,
        int or long => Convert.ToString(value, CultureInfo.InvariantCulture)!,
        double d when double.IsInteger(d) => d.ToString("0", CultureInfo.InvariantCulture),
        Guid g => g.ToString(),
        _ => throw new FormatException($"ID cannot represent value: {Show(value)}"),
    };

    private static string Show(object value) => value is string s ? $"\"{s}\"" : Convert.ToString(value, CultureInfo.InvariantCulture) ?? value.GetType().Name;
}
