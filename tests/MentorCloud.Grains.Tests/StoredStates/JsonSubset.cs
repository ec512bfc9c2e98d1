using System.Text.Json;

namespace MentorCloud.Grains.Tests.StoredStates;

/// <summary>Whether everything in one JSON value is in another; the other may hold more properties.</summary>
internal static class JsonSubset
{
    /// <returns>The path of the first thing that is missing or different; null when nothing is.</returns>
    public static string? FirstMissing(JsonElement stored, JsonElement read, string path = "$")
    {
        if (stored.ValueKind != read.ValueKind)
            return path;
        return stored.ValueKind switch
        {
            JsonValueKind.Object => stored.EnumerateObject()
                .Select(property => read.TryGetProperty(property.Name, out var value)
                    ? FirstMissing(property.Value, value, $"{path}.{property.Name}")
                    : $"{path}.{property.Name}")
                .FirstOrDefault(missing => missing is not null),
            JsonValueKind.Array => stored.GetArrayLength() != read.GetArrayLength()
                ? path
                : stored.EnumerateArray().Zip(read.EnumerateArray())
                    .Select((pair, index) => FirstMissing(pair.First, pair.Second, $"{path}[{index}]"))
                    .FirstOrDefault(missing => missing is not null),
            _ => JsonElement.DeepEquals(stored, read) ? null : path,
        };
    }
}
