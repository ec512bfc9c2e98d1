using System.Text.Json;
using System.Text.Json.Serialization;

namespace MentorCloud.App.Commands;

/// <summary>What commands print with <c>--json</c>.</summary>
internal static class CommandJson
{
    private static readonly JsonSerializerOptions Shape = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    /// <summary>The answer as indented JSON; what is null is left out.</summary>
    public static string Write<T>(T answer) => JsonSerializer.Serialize(answer, Shape);
}
