using System.Text.Json;
using System.Text.Json.Nodes;
using MentorCloud.GraphQL.Tests.Generators;
using Microsoft.Extensions.DependencyInjection;

namespace MentorCloud.GraphQL.Tests.Oracle;

/// <summary>Generated schemas, whole and spoilt: graphql-js and this engine accept the same ones and say the same of them.</summary>
public sealed class SchemaDifferentialTests(ITestOutputHelper output)
{
    private const int Seed = 20260928;
    private static readonly HashSet<string> BuiltIn = new(["Int", "Float", "String", "Boolean", "ID", "skip", "include", "deprecated", "specifiedBy", "oneOf"], StringComparer.Ordinal);

    [Fact]
    public async Task Introspection_and_printed_schema_say_what_graphql_js_says()
    {
        using var oracle = await OracleProcess.StartAsync();
        for (var n = 0; n < 200; n++)
        {
            var sdl = new SchemaGenerator(new Dice(Seed + n)).Generate();
            var schema = JsonResolver.Build(sdl);
            var answers = await oracle.AskAsync([Question(sdl), Question(schema.Print())]);
            var theirs = Sorted(answers[0].GetProperty("introspection"));

            Assert.Equal(theirs, Sorted(await IntrospectAsync(schema, answers[0].GetProperty("query").GetString()!)));
            Assert.True(answers[1].GetProperty("ok").GetBoolean(), answers[1].GetRawText());
            Assert.Equal(theirs, Sorted(answers[1].GetProperty("introspection")));
        }
    }

    [Fact]
    public async Task Spoilt_schemas_are_refused_when_graphql_js_refuses_them()
    {
        using var oracle = await OracleProcess.StartAsync();
        var spoilt = Enumerable.Range(0, 3_000).Select(n => SchemaSpoiler.Spoil(new SchemaGenerator(new Dice(Seed + (n / 10))).Generate(), new Dice(Seed - n))).ToList();
        var theirs = (await oracle.AskAsync([.. spoilt.Select(sdl => new JsonObject { ["sdl"] = sdl }.ToJsonString())])).ConvertAll(Refusal);
        var ours = spoilt.ConvertAll(Refusal);

        var differing = Enumerable.Range(0, spoilt.Count).Where(n => (ours[n] is null) != (theirs[n] is null) && !KnownDivergence.OfSchemas(ours[n])).ToList();
        output.WriteLine($"{ours.Count(refusal => refusal is null)} of {spoilt.Count} accepted");
        Assert.True(differing.Count == 0, $"{differing.Count} differ, first ones:\n" + string.Join("\n\n", differing.Take(8).Select(n => $"{spoilt[n]}\nours: {ours[n]}\ntheirs: {theirs[n]}")));
        Assert.True(ours.Count(refusal => refusal is null) is > 300 and < 2_700);
    }

    private static string? Refusal(JsonElement answer) => answer.GetProperty("ok").GetBoolean() ? null : answer.GetProperty("problems").GetRawText();

    private static string? Refusal(string sdl)
    {
        try
        {
            _ = JsonResolver.Build(sdl);
            return null;
        }
        catch (SchemaException e)
        {
            return e.Message;
        }
    }

    private static string Question(string sdl) => new JsonObject { ["sdl"] = sdl, ["introspect"] = true }.ToJsonString();

    private static async Task<JsonElement> IntrospectAsync(Schema schema, string query)
    {
        await using var services = new ServiceCollection().BuildServiceProvider();
        var engine = new GraphQLEngine(schema, new GraphQLEngineOptions { Limits = new GraphQLLimits { MaxCost = int.MaxValue, MaxDepth = 50 } });
        using var response = await engine.ExecuteAsync(new GraphQLRequest(query), new GraphQLRequestContext(services) { IsAuthenticated = true });
        Assert.Empty(response.Errors);
        using var json = JsonDocument.Parse(response.Json);
        return json.RootElement.GetProperty("data").Clone();
    }

    /// <summary>
    /// Types and directives stand in no order that the specification names; everything else is compared in order. What every
    /// schema has without being asked is left out: its descriptions are each implementation's own words.
    /// </summary>
    private static string Sorted(JsonElement introspection)
    {
        var node = JsonNode.Parse(introspection.GetRawText())!;
        var schema = node["__schema"]!.AsObject();
        foreach (var list in (string[])["types", "directives"]) schema[list] = ByName(schema[list]!.AsArray());
        foreach (var type in schema["types"]!.AsArray())
        {
            if (type!["possibleTypes"] is JsonArray possible) type["possibleTypes"] = ByName(possible);
        }

        foreach (var directive in schema["directives"]!.AsArray())
        {
            directive!["locations"] = new JsonArray([.. directive["locations"]!.AsArray().Select(l => l!.GetValue<string>()).Order(StringComparer.Ordinal).Select(l => JsonValue.Create(l))]);
        }

        return KnownDivergence.WithoutObjectDefaults(CanonicalJson.Of(JsonElement.Parse(node.ToJsonString())));
    }

    private static JsonArray ByName(JsonArray list) =>
        new([.. list.Where(item => !BuiltIn.Contains(item!["name"]!.GetValue<string>()) && !item["name"]!.GetValue<string>().StartsWith("__", StringComparison.Ordinal)).OrderBy(item => item!["name"]!.GetValue<string>(), StringComparer.Ordinal).Select(item => item!.DeepClone())]);
}
