using System.Text.Json;
using MentorCloud.GraphQL.Language;
using MentorCloud.GraphQL.Validation;
using Microsoft.Extensions.DependencyInjection;

namespace MentorCloud.GraphQL.Tests.Oracle;

/// <summary>What this engine says, in the words of oracle.mjs.</summary>
internal sealed class OurAnswer(Schema schema, JsonElement data)
{
    private static readonly IServiceProvider Nothing = new ServiceCollection().BuildServiceProvider();

    private readonly GraphQLEngine _engine = new(schema, new GraphQLEngineOptions
    {
        Limits = new GraphQLLimits { MaxDepth = 1000, MaxCost = int.MaxValue, MaxAliases = 1000, MaxRootFields = 1000, MaxTokens = 100_000 },
    });

    public async Task<(string Kind, List<string> Lines)> OfAsync(string document, JsonElement variables)
    {
        Document parsed;
        try
        {
            parsed = Parser.Parse(document);
        }
        catch (SyntaxException e)
        {
            return ("syntax", [$"{Where(e.ToError())} {e.Message}"]);
        }

        var invalid = DocumentValidator.Validate(schema, parsed);
        if (invalid.Count > 0) return ("invalid", [.. invalid.Select(e => $"{Where(e)} {e.Message}").Order(StringComparer.Ordinal)]);
        var context = new GraphQLRequestContext(Nothing) { State = data, IsAuthenticated = true };
        using var response = parsed.Definitions.OfType<OperationDefinition>().First().Kind == OperationKind.Subscription
            ? await FirstEventAsync(document, variables, context)
            : await _engine.ExecuteAsync(new GraphQLRequest(document) { Variables = variables }, context);
        using var json = JsonDocument.Parse(response.Json);
        var root = json.RootElement;
        var lines = response.Errors.Select(e => $"{Where(e)} {string.Join('.', e.Path ?? [])}").Order(StringComparer.Ordinal).ToList();
        lines.Insert(0, root.TryGetProperty("data", out var written) ? written.GetRawText() : "$none");
        lines.Add(string.Join(" | ", response.Errors.Select(e => e.Message)));
        return ("executed", lines);
    }

    /// <summary>The document printed, or null when it is none or defines types; printing it once more must change nothing.</summary>
    public static string? Printed(string document)
    {
        try
        {
            var parsed = Parser.Parse(document);
            if (parsed.Definitions.OfType<TypeSystemDefinition>().Any()) return null;
            var printed = Printer.Print(parsed);
            return Printer.Print(Parser.Parse(printed)) == printed ? printed : "not stable: " + printed;
        }
        catch (SyntaxException)
        {
            return null;
        }
    }

    private async Task<GraphQLResponse> FirstEventAsync(string document, JsonElement variables, GraphQLRequestContext context)
    {
        await foreach (var response in _engine.SubscribeAsync(new GraphQLRequest(document) { Variables = variables }, context)) return response;
        throw new InvalidOperationException("The stream ended without an event.");
    }

    private static string Where(GraphQLError error) => string.Join(' ', error.Locations.Select(l => $"{l.Line}:{l.Column}"));
}
