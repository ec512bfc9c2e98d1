using System.Globalization;
using System.Text.Json;
using MentorCloud.GraphQL.Scalars;

namespace MentorCloud.GraphQL.Tests.Generators;

/// <summary>A custom scalar that refuses in all three places, literals, variables and results; oracle.mjs has the same. Numbers of the generated data come as doubles.</summary>
internal sealed class EvenScalar : Scalar<double>
{
    public override double Parse(ScalarInput input) =>
        input.Kind == JsonValueKind.Number && (!input.IsLiteral || input.IsIntegerLiteral)
        && double.TryParse(input.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && IsEven(value)
            ? value
            : throw Refusal();

    public override void Write(double value, JsonOutput output)
    {
        if (!IsEven(value)) throw Refusal();
        output.WriteNumber((int)value);
    }

    private static bool IsEven(double value) => double.IsInteger(value) && value % 2 == 0 && Math.Abs(value) <= int.MaxValue;

    private static FormatException Refusal() => new("Even expects an even number");
}
