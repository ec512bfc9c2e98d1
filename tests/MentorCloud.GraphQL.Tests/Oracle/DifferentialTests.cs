using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using MentorCloud.GraphQL.Tests.Generators;

namespace MentorCloud.GraphQL.Tests.Oracle;

/// <summary>20,000 generated documents on 200 generated schemas: graphql-js and this engine must say the same of each.</summary>
public sealed class DifferentialTests(ITestOutputHelper output)
{
    private const int Seed = 20260331;
    private const int Schemas = 200;
    private const int DocumentsEach = 100;

    [Fact]
    public async Task Engine_and_graphql_js_agree_on_every_generated_document()
    {
        using var oracle = await OracleProcess.StartAsync();
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        var divergences = new List<string>();
        for (var i = 0; i < Schemas; i++) await CompareAsync(oracle, i, counts, divergences);
        foreach (var (kind, count) in counts.OrderBy(c => c.Key, StringComparer.Ordinal)) output.WriteLine($"{kind}: {count.ToString(CultureInfo.InvariantCulture)}");
        Assert.True(divergences.Count == 0, $"{divergences.Count} divergences, first ones:\n{string.Join("\n\n", divergences.Take(8))}");
        Assert.True(counts["executed"] > 6_000 && counts["invalid"] > 3_000 && counts["syntax"] > 1_500 && counts["printed"] > 10_000);
    }

    private static async Task CompareAsync(OracleProcess oracle, int index, Dictionary<string, int> counts, List<string> divergences)
    {
        var dice = new Dice(Seed + index);
        var sdl = new SchemaGenerator(dice).Generate();
        var schema = JsonResolver.Build(sdl);
        var data = new DataGenerator(schema, dice).Root();
        var questions = new List<string> { new JsonObject { ["sdl"] = sdl, ["data"] = data }.ToJsonString() };
        var documents = new List<(string Text, string Variables)>();
        for (var n = 0; n < DocumentsEach; n++)
        {
            var generator = new DocumentGenerator(schema, dice, dice.Pick(0, 0, 10, 60));
            var text = generator.Generate();
            if (dice.Chance(12)) text = new Spoiler(dice, loneSurrogates: false).Spoil(text);
            documents.Add((text, generator.Variables.ToJsonString()));
            questions.Add(new JsonObject { ["doc"] = text, ["variables"] = JsonNode.Parse(documents[^1].Variables) }.ToJsonString());
        }

        var answers = await oracle.AskAsync(questions);
        Assert.True(answers[0].GetProperty("ok").GetBoolean(), answers[0].GetRawText() + sdl);
        var ours = new OurAnswer(schema, JsonElement.Parse(data.ToJsonString()));
        for (var n = 0; n < DocumentsEach; n++)
        {
            var (kind, lines) = await ours.OfAsync(documents[n].Text, JsonElement.Parse(documents[n].Variables));
            counts[kind] = counts.GetValueOrDefault(kind) + 1;
            Judge(documents[n], kind, lines, answers[n + 1], divergences);
            JudgePrint(documents[n].Text, answers[n + 1], counts, divergences);
        }
    }

    private static void Judge((string Text, string Variables) document, string kind, List<string> ours, JsonElement theirs, List<string> divergences)
    {
        var (theirKind, theirLines) = Lines(theirs);
        if (theirKind == "executed" && kind == "executed" && ours[..^1].SequenceEqual(theirLines[..^1])) return;
        if (theirKind == "executed" && kind == "executed" && KnownDivergence.OfOrder(ours, theirLines)) return;
        if (theirKind != "executed" && theirKind == kind && ours.SequenceEqual(theirLines)) return;
        if (kind == "invalid" && KnownDivergence.Explains(ours, theirKind, theirLines)) return;
        var text = new StringBuilder().AppendLine(document.Text).AppendLine(document.Variables);
        text.Append("ours   ").Append(kind).Append(": ").AppendJoin("\n       ", ours).AppendLine();
        text.Append("theirs ").Append(theirKind).Append(": ").AppendJoin("\n       ", theirLines);
        divergences.Add(text.ToString());
    }

    /// <summary>Documents are printed alike, and what is printed reads as what it was printed from.</summary>
    private static void JudgePrint(string document, JsonElement theirs, Dictionary<string, int> counts, List<string> divergences)
    {
        if (!theirs.TryGetProperty("printed", out var printed) || OurAnswer.Printed(document) is not { } ours) return;
        counts["printed"] = counts.GetValueOrDefault("printed") + 1;
        if (ours != printed.GetString()) divergences.Add($"{document}\nours prints\n{ours}\ntheirs\n{printed.GetString()}");
    }

    private static (string Kind, List<string> Lines) Lines(JsonElement answer)
    {
        if (answer.TryGetProperty("syntax", out var syntax)) return ("syntax", [$"{answer.GetProperty("at").GetString()} {syntax.GetString()}"]);
        if (answer.TryGetProperty("invalid", out var invalid)) return ("invalid", [.. Strings(invalid).Order(StringComparer.Ordinal)]);
        if (answer.TryGetProperty("crash", out var crash)) return ("crash", [crash.GetString()!]);
        var data = answer.GetProperty("data");
        return ("executed", [data.ValueKind == JsonValueKind.Null ? "null" : data.GetString()!, .. Strings(answer.GetProperty("errors")).Order(StringComparer.Ordinal), string.Join(" | ", Strings(answer.GetProperty("messages")))]);
    }

    private static IEnumerable<string> Strings(JsonElement list) => list.EnumerateArray().Select(e => e.GetString()!);
}
