using System.Text.Json;
using MentorCloud.Contracts.Json;
using MentorCloud.Domain.Facts;

namespace MentorCloud.Storage.Facts;

/// <summary>Facts as the feed stores them: the type's name beside polymorphic JSON.</summary>
internal static class FactCodec
{
    public static string NameOf(Fact fact) => fact.GetType().Name;

    public static string Write(Fact fact) => JsonSerializer.Serialize(fact, ContractsJson.Options);

    public static Fact Read(string type, string json) => JsonSerializer.Deserialize<Fact>(json, ContractsJson.Options)
        ?? throw new JsonException($"The feed holds an empty fact of type {type}.");
}
