using System.Globalization;
using System.Text.Json;

namespace MentorCloud.GraphQL.Scalars;

/// <summary>The five scalars of the specification (section 3.5).</summary>
internal static class BuiltInScalars
{
    public static Scalar? Find(string name) => name switch
    {
        "Int" => IntScalar.Instance,
        "Float" => FloatScalar.Instance,
        "String" => StringScalar.Instance,
        "Boolean" => BooleanScalar.Instance,
        "ID" => IdScalar.Instance,
        _ => null,
    };
}

internal sealed class IntScalar : Scalar<int>
{
    public static readonly IntScalar Instance = new();

    public override int Parse(ScalarInput input)
    {
        if (input.Kind != JsonValueKind.Number || (input.IsLiteral && !input.IsIntegerLiteral)) throw NotInteger(input);
        if (int.TryParse(input.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value)) return value;
        var number = input.Number;
        if (!double.IsInteger(number)) throw NotInteger(input);
        return number is >= int.MinValue and <= int.MaxValue
            ? (int)number
            : throw new FormatException($"Int cannot represent non 32-bit signed integer value: {input}");
    }

    public override void Write(int value, JsonOutput output) => output.WriteNumber(value);

    private static FormatException NotInteger(ScalarInput input) => new($"Int cannot represent non-integer value: {input}");
}

internal sealed class FloatScalar : Scalar<double>
{
    public static readonly FloatScalar Instance = new();

    public override double Parse(ScalarInput input)
    {
        if (input.Kind != JsonValueKind.Number) throw new FormatException($"Float cannot represent non numeric value: {input}");
        var number = input.Number;
        return double.IsFinite(number) ? number : throw new FormatException($"Float cannot represent non numeric value: {input}");
    }

    public override void Write(double value, JsonOutput output) => output.WriteNumber(value);
}

internal sealed class StringScalar : Scalar<string>
{
    public static readonly StringScalar Instance = new();

    public override string Parse(ScalarInput input) => input.RequireString("String");

    public override void Write(string value, JsonOutput output) => output.WriteString(value);
}

internal sealed class BooleanScalar : Scalar<bool>
{
    public static readonly BooleanScalar Instance = new();

    public override bool Parse(ScalarInput input) => input.Kind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => throw new FormatException($"Boolean cannot represent a non boolean value: {input}"),
    };

    public override void Write(bool value, JsonOutput output) => output.WriteBoolean(value);
}

internal sealed class IdScalar : Scalar<string>
{
    public static readonly IdScalar Instance = new();

    public override string Parse(ScalarInput input)
    {
        if (input.Kind == JsonValueKind.String) return input.Text;
        if (input.Kind == JsonValueKind.Number && (input.IsIntegerLiteral || (!input.IsLiteral && double.IsInteger(input.Number))))
        {
            return input.IsLiteral ? input.Text : IntegerText(input);
        }

        throw new FormatException(input.IsLiteral
            ? $"ID cannot represent a non-string and non-integer value: {input}"
            : $"ID cannot represent value: {input}");
    }

    public override void Write(string value, JsonOutput output) => output.WriteString(value);

    private static string IntegerText(ScalarInput input) =>
        decimal.TryParse(input.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value)
            ? value.ToString("0", CultureInfo.InvariantCulture)
            : input.Text;
}
