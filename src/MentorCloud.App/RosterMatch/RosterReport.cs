using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using MentorCloud.Domain.Cohorts.Matching;

namespace MentorCloud.App.RosterMatch;

/// <summary>An answer as JSON for programs and as text for people.</summary>
internal static class RosterReport
{
    private const int FactorsShown = 3;

    private static readonly JsonSerializerOptions Shape = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    public static string Json(RosterAnswer answer) => JsonSerializer.Serialize(answer, Shape);

    /// <summary>A line for each pair with the factors that add most, then who is without a partner and why, then what was proven.</summary>
    public static string Text(RosterAnswer answer)
    {
        var text = new StringBuilder();
        var width = answer.Pairs.Select(pair => pair.MenteeName.Length).DefaultIfEmpty(0).Max();
        foreach (var stage in answer.Pairs.GroupBy(pair => pair.Stage))
        {
            if (stage.Key is not null)
            {
                text.AppendLine(CultureInfo.InvariantCulture, $"Stage {stage.Key}");
            }

            foreach (var pair in stage)
            {
                text.AppendLine(CultureInfo.InvariantCulture, $"{pair.Score:0.000}  {pair.MenteeName.PadRight(width)}  {pair.MentorName}");
                text.AppendLine(CultureInfo.InvariantCulture, $"       {Why(pair)}");
            }
        }

        foreach (var reason in answer.Reasons)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"Without a partner: {reason.Name}: {reason.Reason}");
        }

        foreach (var missing in answer.Missing)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"Not in the files, so left out of scores: {missing.Column} of {missing.People} people");
        }

        return text.Append(Proof(answer)).ToString();
    }

    private static string Why(RosterPair pair)
    {
        var most = pair.Factors.Where(factor => factor.Share > 0).OrderByDescending(factor => factor.Share).Take(FactorsShown);
        var words = most.Select(factor => string.Create(CultureInfo.InvariantCulture, $"{Word(factor.Factor)} {factor.Value:0.00} (adds {factor.Share:0.000})"));
        var missing = pair.Factors.Where(factor => factor.Value is null).Select(factor => Word(factor.Factor)).ToList();
        return string.Join(", ", words) + (missing.Count > 0 ? $"; no data for {string.Join(", ", missing)}" : string.Empty);
    }

    private static string Word(MatchFactor factor) => JsonNamingPolicy.SnakeCaseLower.ConvertName(factor.ToString()).Replace('_', ' ');

    private static string Proof(RosterAnswer answer)
    {
        var sum = answer.Value is { } value
            ? string.Create(CultureInfo.InvariantCulture, $"total {answer.Total:0.000000}, with new perspectives {value:0.000000}")
            : string.Create(CultureInfo.InvariantCulture, $"total {answer.Total:0.000000}");
        var proof = answer.Gap == 0 ? "proven the greatest possible" : string.Create(CultureInfo.InvariantCulture, $"proven bound {answer.UpperBound:0.000000}, gap {answer.Gap:0.000000}");
        return string.Create(CultureInfo.InvariantCulture, $"{answer.Pairs.Length} pairs, {Word(answer.Objective)}, {sum}; {proof}. {answer.Seconds:0.000} s.");
    }

    private static string Word(MatchObjective objective) => JsonNamingPolicy.CamelCase.ConvertName(objective.ToString());
}
