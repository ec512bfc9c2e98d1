using System.Globalization;
using System.Text.Json;
using MentorCloud.GraphQL.Http;
using MentorCloud.GraphQL.Language;
using MentorCloud.GraphQL.Tests.Generators;
using MentorCloud.GraphQL.Validation;
using Microsoft.Extensions.DependencyInjection;

namespace MentorCloud.GraphQL.Tests.Fuzz;

/// <summary>
/// Near misses of the grammar and of every rule. 50,000 documents and 10,000 requests here; by command more:
/// <c>GRAPHQL_FUZZ_DOCUMENTS=1000000 GRAPHQL_FUZZ_REQUESTS=200000 dotnet test tests/MentorCloud.GraphQL.Tests --filter Fuzz</c>.
/// </summary>
public sealed class FuzzTests(ITestOutputHelper output)
{
    private const int Seed = 7;
    private static readonly ServiceProvider Nothing = new ServiceCollection().BuildServiceProvider();

    private static int Count(string variable, int normal) =>
        int.TryParse(Environment.GetEnvironmentVariable(variable), CultureInfo.InvariantCulture, out var count) ? count : normal;

    [Fact]
    public async Task Every_document_is_answered_and_every_rule_is_hit()
    {
        var count = Count("GRAPHQL_FUZZ_DOCUMENTS", 50_000);
        var hits = new SortedDictionary<string, int>(StringComparer.Ordinal);
        int parsed = 0, valid = 0;
        GraphQLEngine? engine = null;
        for (var n = 0; n < count; n++)
        {
            var dice = new Dice(HashCode(n));
            if (n % 1_000 == 0) engine = new GraphQLEngine(JsonResolver.Build(new SchemaGenerator(new Dice(Seed + n)).Generate()));
            var (text, variables) = Document(engine!.Schema, dice);
            var context = new GraphQLRequestContext(Nothing) { State = JsonElement.Parse("{}"), IsAuthenticated = dice.Chance(50) };
            using var response = await engine.ExecuteAsync(new GraphQLRequest(text) { Variables = variables }, context);
            foreach (var error in response.Errors) Hit(error.Code);
            if (!TryParse(text, out var document)) continue;
            parsed++;
            if (DocumentValidator.Validate(engine.Schema, document, 100, Hit).Count == 0) valid++;
        }

        output.WriteLine($"{count} documents, {parsed} parse, {valid} validate");
        foreach (var (name, times) in hits) output.WriteLine($"{name}: {times.ToString(CultureInfo.InvariantCulture)}");
        Assert.True(parsed >= count * 0.4 && valid >= count * 0.2, $"{parsed} parse, {valid} validate of {count}");
        Assert.Equal([], Expected.Except(hits.Keys));
        Assert.DoesNotContain(ErrorCodes.Internal, hits.Keys);

        void Hit(string name) => hits[name] = hits.GetValueOrDefault(name) + 1;
    }

    private static readonly string[] Expected =
    [
        "ExecutableDefinitions", "FieldsOnCorrectType", "FragmentsOnCompositeTypes", "KnownArgumentNames", "KnownDirectives", "KnownFragmentNames",
        "KnownTypeNames", "LoneAnonymousOperation", "MaxIntrospectionDepth", "NoFragmentCycles", "NoUndefinedVariables", "NoUnusedFragments",
        "NoUnusedVariables", "OverlappingFieldsCanBeMerged", "PossibleFragmentSpreads", "ProvidedRequiredArguments", "ScalarLeafs",
        "SingleFieldSubscriptions", "UniqueArgumentNames", "UniqueDirectivesPerLocation", "UniqueFragmentNames", "UniqueInputFieldNames",
        "UniqueOperationNames", "UniqueVariableNames", "ValuesOfCorrectType", "VariablesAreInputTypes", "VariablesInAllowedPosition",
        ErrorCodes.ParseFailed, ErrorCodes.ValidationFailed, ErrorCodes.BadUserInput, ErrorCodes.TokenLimit, ErrorCodes.DepthLimit, ErrorCodes.AliasLimit,
        ErrorCodes.RootFieldLimit, ErrorCodes.CostLimit, ErrorCodes.ComplexityLimit, ErrorCodes.IntrospectionRefused,
    ];

    private static int HashCode(int n) => unchecked((Seed * 486187739) + (n * 16777619));

    private static (string Text, JsonElement Variables) Document(Schema schema, Dice dice)
    {
        if (dice.Chance(2)) return (Hostile.Document(dice), default);
        var generator = new DocumentGenerator(schema, dice, dice.Pick(0, 0, 10, 60));
        var text = generator.Generate();
        if (dice.Chance(25)) text = new Spoiler(dice, loneSurrogates: true).Spoil(text);
        return (text, JsonElement.Parse(generator.Variables.ToJsonString()));
    }

    private static bool TryParse(string text, out Document document)
    {
        try
        {
            document = Parser.Parse(text, 5_000);
            return true;
        }
        catch (SyntaxException)
        {
            document = null!;
            return false;
        }
    }

    [Fact]
    public async Task No_request_makes_the_endpoint_fail()
    {
        var count = Count("GRAPHQL_FUZZ_REQUESTS", 10_000);
        var engine = new GraphQLEngine(JsonResolver.Build(new SchemaGenerator(new Dice(Seed)).Generate()));
        var handler = new GraphQLHandler(engine, new GraphQLHttpOptions { CreateContext = _ => new(new GraphQLRequestContext(Nothing) { State = JsonElement.Parse("{}") }) });
        var statuses = new SortedDictionary<int, int>();
        for (var n = 0; n < count; n++)
        {
            var dice = new Dice(HashCode(n));
            var http = RequestFuzzer.Make(dice, Document(engine.Schema, dice).Text);
            await handler.HandleAsync(http);
            Assert.True(http.Response.StatusCode < 500, $"request {n} gave {http.Response.StatusCode}");
            statuses[http.Response.StatusCode] = statuses.GetValueOrDefault(http.Response.StatusCode) + 1;
        }

        output.WriteLine(string.Join(", ", statuses.Select(s => $"{s.Key}: {s.Value}")));
        Assert.Superset(new HashSet<int> { 200, 400, 405, 406, 413, 415 }, statuses.Keys.ToHashSet());
    }
}
