using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using MentorCloud.Domain.Facts;
using MentorCloud.Domain.Identifiers;

namespace MentorCloud.Storage.Facts;

/// <summary>JSON of facts: polymorphic by type name, ids in compact form.</summary>
internal static class FactJson
{
    public static JsonSerializerOptions For(params Assembly[] assemblies)
    {
        var kinds = assemblies.SelectMany(assembly => assembly.GetTypes())
            .Where(type => type is { IsAbstract: false } && type.IsSubclassOf(typeof(Fact))).ToList();
        var resolver = new DefaultJsonTypeInfoResolver();
        resolver.Modifiers.Add(info =>
        {
            if (info.Type != typeof(Fact)) return;
            info.PolymorphismOptions = new() { TypeDiscriminatorPropertyName = "$type" };
            kinds.ForEach(kind => info.PolymorphismOptions.DerivedTypes.Add(new(kind, kind.Name)));
        });
        return new(JsonSerializerDefaults.Web)
        {
            TypeInfoResolver = resolver,
            Converters = { new IdConverters(), new JsonStringEnumConverter() },
        };
    }

    private sealed class IdConverters : JsonConverterFactory
    {
        public override bool CanConvert(Type typeToConvert) => typeToConvert.IsValueType && typeToConvert.GetInterfaces()
            .Any(face => face.IsGenericType && face.GetGenericTypeDefinition() == typeof(IEntityId<>));

        public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
            (JsonConverter)Activator.CreateInstance(typeof(IdConverter<>).MakeGenericType(typeToConvert))!;
    }

    private sealed class IdConverter<TId> : JsonConverter<TId>
        where TId : struct, IEntityId<TId>
    {
        public override TId Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            EntityId.TryParse<TId>(reader.GetString(), out var id) ? id : throw new JsonException($"No {typeof(TId).Name}.");

        public override void Write(Utf8JsonWriter writer, TId value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
    }
}
