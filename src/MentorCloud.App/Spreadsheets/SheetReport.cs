using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using MentorCloud.Matching.Assignment;
using MentorCloud.Matching.Decimals;

namespace MentorCloud.App.Spreadsheets;

/// <summary>An answer as JSON for programs and as text for people.</summary>
internal static class SheetReport
{
    private static readonly JsonWriterOptions Format = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The fields that docs/matching.md names; numbers with all their digits.</summary>
    public static byte[] Json(SheetAnswer answer, double seconds)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, Format))
        {
            json.WriteStartObject();
            json.WriteString("objective", Word(answer.Objective));
            Number(json, "total", answer.Total);
            Number(json, "upperBound", answer.UpperBound);
            Number(json, "gap", answer.Gap);
            json.WriteStartArray("pairs");
            foreach (var pair in answer.Pairs)
            {
                json.WriteStartObject();
                json.WriteString("mentor", pair.Mentor);
                json.WriteString("mentee", pair.Mentee);
                Number(json, "score", pair.Score);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            Names(json, "unmatchedMentors", answer.UnmatchedMentors);
            Names(json, "unmatchedMentees", answer.UnmatchedMentees);
            json.WriteNumber("seconds", Math.Round(seconds, 3));
            json.WriteEndObject();
        }

        return stream.ToArray();
    }

    /// <summary>A line for each pair, then who stays without a partner, then what was proven.</summary>
    public static string Text(SheetAnswer answer, double seconds)
    {
        var text = new StringBuilder();
        var width = answer.Pairs.Select(pair => pair.Mentee.Length).DefaultIfEmpty(0).Max();
        foreach (var pair in answer.Pairs)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"{pair.Mentee.PadRight(width)}  {pair.Mentor}  {pair.Score.ToPlainString()}");
        }

        foreach (var (who, names) in new[] { ("mentees", answer.UnmatchedMentees), ("mentors", answer.UnmatchedMentors) })
        {
            if (names.Length > 0)
            {
                text.AppendLine(CultureInfo.InvariantCulture, $"Without a partner, {names.Length} {(names.Length == 1 ? who.TrimEnd('s') : who)}: {string.Join(", ", names)}");
            }
        }

        text.Append(CultureInfo.InvariantCulture, $"{answer.Pairs.Length} pairs, {Word(answer.Objective)}, total {answer.Total.ToPlainString()}. {Proof(answer)} {seconds:0.000} s.");
        return text.ToString();
    }

    private static string Proof(SheetAnswer answer)
    {
        var bound = answer.UpperBound.ToPlainString();
        return (answer.Objective, answer.Gap.Mantissa.IsZero) switch
        {
            (AssignmentObjective.Fair, _) => $"Proven fairest; no assignment of as many pairs has a greater total than {bound}.",
            (AssignmentObjective.Stable, _) => $"Proven stable; no assignment has a greater total than {bound}.",
            (_, true) => "Proven: none has a greater total.",
            _ => $"Proven: none has a total greater by more than {answer.Gap.ToPlainString()}, to which scores of so many digits are rounded.",
        };
    }

    private static string Word(AssignmentObjective objective) => JsonNamingPolicy.CamelCase.ConvertName(objective.ToString());

    private static void Number(Utf8JsonWriter json, string name, ExactDecimal value)
    {
        json.WritePropertyName(name);
        json.WriteRawValue(value.ToPlainString());
    }

    private static void Names(Utf8JsonWriter json, string name, IEnumerable<string> names)
    {
        json.WriteStartArray(name);
        foreach (var each in names)
        {
            json.WriteStringValue(each);
        }

        json.WriteEndArray();
    }
}
