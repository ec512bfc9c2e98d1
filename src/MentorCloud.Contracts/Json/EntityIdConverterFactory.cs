using System.Text.Json;
using System.Text.Json.Serialization;
using MentorCloud.Domain.Identifiers;

namespace MentorCloud.Contracts.Json;

/// <summary>Writes ids in compact form, also as names of properties.</summary>
internal sealed class EntityIdConverterFactory : JsonConverterFactory
{
    public override bool CanConvert(Type typeToConvert) =>
        typeToConvert.IsValueType && typeToConvert.GetInterfaces().Any(face =>
            face.IsGenericType && face.GetGenericTypeDefinition() == typeof(IEntityId<>));

    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
        (JsonConverter)Activator.CreateInstance(typeof(Converter<>).MakeGenericType(typeToConvert))!;

    private sealed class Converter<TId> : JsonConverter<TId>
        where TId : struct, IEntityId<TId>
    {
        /// <summary>No id, such as the command id of the system's own steps: it crosses to another silo like any other.</summary>
        private static readonly string None = default(TId).ToString()!;

        public override TId Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.GetString() is { } text && (EntityId.TryParse<TId>(text, out var id) || text == None) ? id : throw new JsonException($"Not a {typeof(TId).Name}.");

        public override void Write(Utf8JsonWriter writer, TId value, JsonSerializerOptions options)
        {
            Span<char> text = stackalloc char[EntityId.TextLength];
            value.Value.TryFormat(text, out _, "N");
            writer.WriteStringValue(text);
        }

        public override TId ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            Read(ref reader, typeToConvert, options);

        public override void WriteAsPropertyName(Utf8JsonWriter writer, TId value, JsonSerializerOptions options) =>
            writer.WritePropertyName(value.ToString()!);
    }
}
