using System.Text.Json;
using System.Text.Json.Serialization;
using MentorCloud.Contracts.State;

namespace MentorCloud.Contracts.Json;

/// <summary>Commands as one text in base64; earlier releases wrote an array of objects, which is read too.</summary>
internal sealed class HandledCommandsConverter : JsonConverter<HandledCommands>
{
    public override HandledCommands Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        try
        {
            return reader.TokenType == JsonTokenType.String
                ? HandledCommands.Of(reader.GetBytesFromBase64())
                : (JsonSerializer.Deserialize<HandledCommand[]>(ref reader, options) ?? [])
                    .Aggregate(HandledCommands.None, static (all, command) => all.Add(command, int.MaxValue));
        }
        catch (FormatException unreadable)
        {
            throw new JsonException(unreadable.Message, unreadable);
        }
    }

    public override void Write(Utf8JsonWriter writer, HandledCommands value, JsonSerializerOptions options) =>
        writer.WriteBase64StringValue(value.Bytes);
}
