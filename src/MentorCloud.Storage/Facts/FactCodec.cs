using System.Text.Json;
using MentorCloud.Domain.Facts;

namespace MentorCloud.Storage.Facts;

/// <summary>Facts as the feed stores them: the type's name beside polymorphic JSON.</summary>
internal sealed class FactCodec(JsonSerializerOptions options)
{
    public static string NameOf(Fact fact) => fact.GetType().Name;

    public string Write(Fact fact) => JsonSerializer.Serialize(fact, options);

    public Fact Read(string type, string json) => JsonSerializer.Deserialize<Fact>(json, options)
        ?? throw new JsonException($"The feed holds an empty fact of type {type}.");
}
