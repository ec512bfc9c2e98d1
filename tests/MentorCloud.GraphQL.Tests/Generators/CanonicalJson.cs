using System.Globalization;
using System.Text;
using System.Text.Json;

namespace MentorCloud.GraphQL.Tests.Generators;

/// <summary>JSON with sorted names and numbers as JavaScript writes them.</summary>
internal static class CanonicalJson
{
    public static string Of(JsonElement value)
    {
        var text = new StringBuilder();
        Write(value, text);
        return text.ToString();
    }

    public static void Write(JsonElement value, StringBuilder text)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                text.Append('{');
                var first = true;
                foreach (var property in value.EnumerateObject().OrderBy(p => p.Name, StringComparer.Ordinal))
                {
                    if (!first) text.Append(',');
                    first = false;
                    Quote(property.Name, text);
                    text.Append(':');
                    Write(property.Value, text);
                }

                text.Append('}');
                break;
            case JsonValueKind.Array:
                text.Append('[');
                for (var i = 0; i < value.GetArrayLength(); i++)
                {
                    if (i > 0) text.Append(',');
                    Write(value[i], text);
                }

                text.Append(']');
                break;
            case JsonValueKind.Number:
                text.Append(Number(value.GetDouble()));
                break;
            case JsonValueKind.String:
                Quote(value.GetString()!, text);
                break;
            default:
                text.Append(value.GetRawText());
                break;
        }
    }

    private static string Number(double value) =>
        double.IsInteger(value) && Math.Abs(value) < 1e21
            ? value.ToString("0", CultureInfo.InvariantCulture)
            : value.ToString("R", CultureInfo.InvariantCulture).Replace("E", "e", StringComparison.Ordinal);

    private static void Quote(string value, StringBuilder text)
    {
        var output = new JsonOutput();
        output.WriteString(value);
        text.Append(Encoding.UTF8.GetString(output.Written));
        output.Release();
    }
}
