using System.Buffers;
using System.Text.Json;
using MentorCloud.GraphQL.Binding;
using MentorCloud.GraphQL.Types;

namespace MentorCloud.GraphQL.Scalars;

/// <summary>Turns coerced input values back into JSON, for a variable inside a JSON literal.</summary>
internal static class CoercedValues
{
    /// <summary>As deep as the parser lets literals nest, and a variable in them.</summary>
    public static readonly JsonDocumentOptions Deep = new() { MaxDepth = 1_000 };

    public static JsonDocument ToJson(object value)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            Write(value, writer);
        }

        return JsonDocument.Parse(buffer.WrittenMemory, CoercedValues.Deep);
    }

    private static void Write(object? value, Utf8JsonWriter writer)
    {
        switch (value)
        {
            case null: writer.WriteNullValue(); break;
            case EnumMember member: writer.WriteStringValue(member.Name); break;
            case object?[] list:
                writer.WriteStartArray();
                foreach (var item in list) Write(item, writer);
                writer.WriteEndArray();
                break;
            case InputObject input:
                writer.WriteStartObject();
                foreach (var field in input.Type.Fields)
                {
                    if (!input.Has(field.Index)) continue;
                    writer.WritePropertyName(field.Name);
                    Write(input[field.Index], writer);
                }

                writer.WriteEndObject();
                break;
            default: JsonSerializer.Serialize(writer, value, value.GetType()); break;
        }
    }
}
