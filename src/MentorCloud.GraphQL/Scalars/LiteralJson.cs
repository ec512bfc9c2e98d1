using System.Buffers;
using System.Text.Json;
using MentorCloud.GraphQL.Binding;
using MentorCloud.GraphQL.Language;

namespace MentorCloud.GraphQL.Scalars;

/// <summary>Turns a literal into JSON, for scalars that take any value.</summary>
internal static class LiteralJson
{
    public static JsonElement Convert(ValueNode literal, VariableValues? variables)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            Write(literal, variables, writer);
        }

        using var document = JsonDocument.Parse(buffer.WrittenMemory, CoercedValues.Deep);
        return document.RootElement.Clone();
    }

    private static void Write(ValueNode literal, VariableValues? variables, Utf8JsonWriter writer)
    {
        switch (literal)
        {
            case VariableNode v: WriteVariable(v, variables, writer); break;
            case IntValue i: writer.WriteRawValue(i.Text); break;
            case FloatValue f: writer.WriteRawValue(f.Text); break;
            case StringValue s: writer.WriteStringValue(s.Text); break;
            case BooleanValue b: writer.WriteBooleanValue(b.Value); break;
            case EnumValue e: writer.WriteStringValue(e.Name); break;
            case ListValue l:
                writer.WriteStartArray();
                foreach (var item in l.Items) Write(item, variables, writer);
                writer.WriteEndArray();
                break;
            case ObjectValue o:
                writer.WriteStartObject();
                foreach (var field in o.Fields)
                {
                    writer.WritePropertyName(field.Name.Value);
                    Write(field.Value, variables, writer);
                }

                writer.WriteEndObject();
                break;
            default: writer.WriteNullValue(); break;
        }
    }

    private static void WriteVariable(VariableNode variable, VariableValues? variables, Utf8JsonWriter writer)
    {
        if (variables is null || !variables.TryGet(variable.Name.Value, out var value) || value is null)
        {
            writer.WriteNullValue();
            return;
        }

        using var json = CoercedValues.ToJson(value);
        json.RootElement.WriteTo(writer);
    }
}
