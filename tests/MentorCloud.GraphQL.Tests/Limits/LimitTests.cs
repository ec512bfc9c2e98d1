using System.Text.Json;
using MentorCloud.GraphQL.Tests.Sample;

namespace MentorCloud.GraphQL.Tests.Limits;

public sealed class LimitTests
{
    private static string Repeat(string text, int times) => string.Concat(Enumerable.Repeat(text, times));

    public static TheoryData<string, string> Beyond => new()
    {
        { "{ " + Repeat("hello ", 6_000) + "}", ErrorCodes.TokenLimit },
        { "{ books { " + Repeat("related { ", 20) + "id" + Repeat(" }", 21) + " }", ErrorCodes.DepthLimit },
        { "{ books { " + string.Join(' ', Enumerable.Range(0, 101).Select(i => $"a{i}: id")) + " } }", ErrorCodes.AliasLimit },
        { "{ " + string.Join(' ', Enumerable.Range(0, 21).Select(i => $"a{i}: hello")) + " }", ErrorCodes.RootFieldLimit },
        { "{ books { related(first: 1000) { related(first: 1000) { id } } } }", ErrorCodes.CostLimit },
        { "{ sum(values: " + Repeat("[", 600) + Repeat("]", 600) + ") }", ErrorCodes.DepthLimit },
        { "{ " + Repeat("hello ", 3_000) + "}", ErrorCodes.ComplexityLimit },
        { "{ books { ...F0 } } " + string.Join(' ', Enumerable.Range(0, 200).Select(i => $"fragment F{i} on Book {{ author {{ books {{ ...F{i + 1} ...F{(i + 7) % 200} }} }} }}")) + " fragment F200 on Book { id }", ErrorCodes.ComplexityLimit },
    };

    [Theory]
    [MemberData(nameof(Beyond))]
    public async Task Document_beyond_a_limit_is_refused_with_its_code(string document, string code)
    {
        var root = await new SampleEngine().DataAsync(document);
        Assert.Equal(code, root.GetProperty("errors")[0].GetProperty("extensions").GetProperty("code").GetString());
        Assert.False(root.TryGetProperty("data", out _));
    }

    [Fact]
    public async Task Fragments_that_multiply_are_measured_without_being_expanded()
    {
        var fragments = string.Join(' ', Enumerable.Range(0, 60).Select(i => $"fragment F{i} on Query {{ ...F{i + 1} x{i}: hello }}"));
        var root = await new SampleEngine().DataAsync("{ ...F0 } " + fragments + " fragment F60 on Query { hello }");
        Assert.Equal(ErrorCodes.RootFieldLimit, root.GetProperty("errors")[0].GetProperty("extensions").GetProperty("code").GetString());
    }

    [Theory]
    [InlineData("query($n: Int!) { books { related(first: $n) { id author { name } } } }", """{"n": 10}""", 1 * 20 * (1 + (10 * 2)))]
    [InlineData("{ hello }", "{}", 0)]
    [InlineData("{ books { id } }", "{}", 20)]
    [InlineData("{ __typename a: __type(name: \"Book\") { name } b: __type(name: \"Book\") { name } }", "{}", 2)]
    public async Task Cost_multiplies_by_list_sizes(string document, string variables, int cost)
    {
        var sample = new SampleEngine();
        var charged = -1;
        using var parsed = JsonDocument.Parse(variables);
        using var response = await sample.Engine.ExecuteAsync(
            new GraphQLRequest(document) { Variables = parsed.RootElement },
            new GraphQLRequestContext(sample.Services) { IsAuthenticated = true, OnCost = c => charged = c });
        Assert.Equal(cost, charged);
    }

    [Fact]
    public async Task Introspection_costs_as_many_as_the_schema_has_types()
    {
        var sample = new SampleEngine();
        var charged = -1;
        using var response = await sample.Engine.ExecuteAsync(
            new GraphQLRequest("{ __schema { types { name } } again: __schema { types { fields { name } } } }"),
            new GraphQLRequestContext(sample.Services) { IsAuthenticated = true, OnCost = c => charged = c });

        Assert.InRange(charged, 2 * 20, 2 * 60);
    }

    [Fact]
    public async Task Cost_directives_weigh_fields_and_connections()
    {
        var schema = new SchemaBuilder("""
            directive @cost(weight: Int!) on FIELD_DEFINITION
            directive @listSize(assumedSize: Int, slicingArguments: [String!], sizedFields: [String!]) on FIELD_DEFINITION
            type Item { id: ID!  heavy: Int @cost(weight: 5) }
            type Edge { node: Item }
            type Connection { edges: [Edge] }
            type Query { items(first: Int = 10): Connection @listSize(slicingArguments: ["first"], sizedFields: ["edges"]) }
            """).DefaultResolver((_, _) => null).Build();
        var charged = 0;
        using var response = await new GraphQLEngine(schema).ExecuteAsync(
            new GraphQLRequest("{ items(first: 3) { edges { node { id heavy } } } }"),
            new GraphQLRequestContext(new SampleEngine().Services) { OnCost = c => charged = c });
        Assert.Equal(1 + (3 * (1 + 1 + 5)), charged);
    }

    [Fact]
    public async Task Callers_own_budget_counts()
    {
        var sample = new SampleEngine();
        using var response = await sample.Engine.ExecuteAsync(new GraphQLRequest("{ books { id } }"), new GraphQLRequestContext(sample.Services) { MaxCost = 19 });
        Assert.Equal(ErrorCodes.CostLimit, response.Errors[0].Code);
    }
}
