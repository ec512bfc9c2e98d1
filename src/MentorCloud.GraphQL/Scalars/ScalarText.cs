using System.Text.Json;

namespace MentorCloud.GraphQL.Scalars;

/// <summary>A scalar's value as its canonical text, for parameters and properties that carry it as a string.</summary>
internal static class ScalarText
{
    public static string Of(Scalar codec, object value)
    {
        var output = new JsonOutput();
        codec.WriteBoxed(value, output);
        var reader = new Utf8JsonReader(output.Written);
        reader.Read();
        return reader.TokenType == JsonTokenType.String ? reader.GetString()! : System.Text.Encoding.UTF8.GetString(output.Written);
    }
}
