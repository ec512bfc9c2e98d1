using System.Text.Json;
using MentorCloud.App.Imports;
using MentorCloud.Domain.Cohorts.Matching;

namespace MentorCloud.App.RosterMatch;

/// <summary>
/// Reads weights: one JSON object of factors and numbers 0 to 100, <c>{"skillComplementarity": 40, "sharedHours": 0}</c>, and
/// <c>bestCognitiveDistance</c> if it is not 0.4. Factors that are not named keep their default.
/// </summary>
internal static class WeightsFile
{
    private const string Distance = "bestCognitiveDistance";
    private const long MostBytes = 64 * 1024;
    private static readonly Dictionary<string, MatchFactor> Factors =
        Enum.GetValues<MatchFactor>().ToDictionary(factor => factor.ToString(), StringComparer.OrdinalIgnoreCase);

    /// <summary>The weights, or what is wrong with the file.</summary>
    public static (MatchWeights? Weights, string? Fault) Read(FileInfo file)
    {
        if (file.Length > MostBytes)
        {
            return (null, $"{file.Name}: expected at most {MostBytes} bytes.");
        }

        try
        {
            using var stream = File.OpenRead(file.FullName);
            using var json = JsonDocument.Parse(stream);
            var (weights, fault) = Of(json.RootElement);
            fault ??= weights?.Check()?.Message;
            return fault is null ? (weights, null) : (null, $"{file.Name}: {fault}");
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            // A name of bytes that are no UTF-8, or of half a character, is found out by asking for it.
            return (null, $"{file.Name}: this is no JSON: {exception.Message}");
        }
    }

    private static (MatchWeights? Weights, string? Fault) Of(JsonElement root)
    {
        if (root.ValueKind != JsonValueKind.Object)
        {
            return (null, "expected a JSON object of factors and their weights.");
        }

        var weights = MatchWeights.Default;
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var property in root.EnumerateObject())
        {
            var name = property.Name.Replace("_", string.Empty, StringComparison.Ordinal);
            var isDistance = string.Equals(name, Distance, StringComparison.OrdinalIgnoreCase);
            if (!Factors.TryGetValue(name, out var factor) && !isDistance)
            {
                var known = Enum.GetNames<MatchFactor>().Select(JsonNamingPolicy.CamelCase.ConvertName);
                return (null, $"{ImportLog.Show(property.Name)} is no factor; the factors are {string.Join(", ", known)}, and {Distance}.");
            }

            if (!seen.Add(name) || property.Value.ValueKind != JsonValueKind.Number || !property.Value.TryGetDouble(out var value))
            {
                return (null, $"{property.Name}: expected a number, given once.");
            }

            weights = isDistance ? weights with { BestCognitiveDistance = value } : weights.With([new(factor, value)]);
        }

        return (weights, null);
    }
}
