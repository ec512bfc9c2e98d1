using System.Globalization;
using MentorCloud.GraphQL.Language;
using MentorCloud.GraphQL.Tests.Sample;
using MentorCloud.GraphQL.Validation;

namespace MentorCloud.GraphQL.Tests.Limits;

/// <summary>
/// Documents made to cost more than their length. Work is counted, not timed: steps that the rules pay for, and bytes that reading
/// and judging allocate. Four times the document may cost four times the work, with half as much again for what grows in leaps.
/// </summary>
public sealed class HostileDocumentTests
{
    private const int Size = 1_500;
    private const int Times = 4;
    private const int Most = 6;
    private const int FreeSteps = 20_000;
    private const int FreeBytes = 512 * 1024;

    private static readonly Schema Schema = new SchemaBuilder("""
        type Query { node(a: [Int], o: In, s: String): Query  leaf(a: [Int], o: In): String  other: Query }
        input In { in: In  list: [In]  n: Int }
        """).DefaultResolver((_, _) => null).Build();

    private static readonly Dictionary<string, Func<int, string>> Families = new(StringComparer.Ordinal)
    {
        ["ring of fragments"] = n => "{ ...F0 } " + Each(n, i => $"fragment F{i} on Query {{ ...F{(i + 1) % n} }}"),
        ["web of fragments"] = n => "{ ...F0 } " + Each(n, i => $"fragment F{i} on Query {{ ...F{(i * 7 + 1) % n} ...F{(i * 13 + 5) % n} ...F{i / 2} }}"),
        ["chain that doubles"] = n => "{ ...F0 } " + Each(n, i => $"fragment F{i} on Query {{ a: other {{ ...F{i + 1} }} b: other {{ ...F{i + 1} }} }}") + $" fragment F{n} on Query {{ leaf }}",
        ["operations with one chain"] = n => Each(n / 2, i => $"query Q{i} {{ ...F0 }}") + Each(n / 2, i => $" fragment F{i} on Query {{ ...F{i + 1} }}") + $" fragment F{n / 2} on Query {{ leaf }}",
        ["operations with one fragment's variables"] = n => Each(n / 2, i => $"query Q{i} {{ ...F }}") + " fragment F on Query { " + Each(n / 2, i => $"l{i}: leaf(a: $v)") + " }",
        ["one name many times"] = n => "{ " + Each(n, _ => "node { leaf }") + " }",
        ["one name with other arguments"] = n => "{ " + Each(n, i => $"leaf(a: [{i}])") + " }",
        ["long literals under one name"] = n => "{ " + Each(40, _ => $"leaf(a: [{Each(n / 40, i => $"{i}")}])") + " }",
        ["many arguments under one name"] = n => "{ " + Each(2, _ => $"leaf({Each(n / 2, i => $"a{i}: 1")})") + " }",
        ["two deep trees of one name"] = n => "{ " + Each(2, _ => Nested(n / 2, "node { other { leaf } ", " }")) + " }",
        ["deep lists"] = n => "{ leaf(a: " + Nested(n, "[", "]") + ") }",
        ["deep objects"] = n => "{ leaf(o: " + Nested(n, "{ in: ", "null }", "null") + ") }",
        ["deep inline fragments"] = n => "{ " + Nested(n, "... on Query { ", "leaf }") + " }",
        ["deep introspection"] = n => "{ " + Nested(n, "__schema { ", "types { name } }") + " }",
        ["many spreads in one set"] = n => "{ " + Each(n, i => $"...F{i}") + " } " + Each(n, i => $"fragment F{i} on Query {{ leaf }}"),
        ["directives"] = n => "{ leaf " + Each(n, _ => "@skip(if: true)") + " }",
        ["variables"] = n => "query(" + Each(n, i => $"$v{i % (n / 2)}: Int") + ") { leaf }",
    };

    public static TheoryData<string> Names => [.. Families.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Work_grows_no_faster_than_the_document(string name)
    {
        var family = Families[name];
        Judge(family(Size));
        var small = Judge(family(Size));
        var large = Judge(family(Times * Size));

        Assert.True(large.Steps <= (Most * small.Steps) + FreeSteps, $"{small.Steps} steps grew to {large.Steps}.");
        Assert.True(large.Bytes <= (Most * small.Bytes) + FreeBytes, $"{small.Bytes} bytes grew to {large.Bytes}.");
    }

    [Fact]
    public async Task Fragments_on_a_connection_that_multiply_are_costed_once()
    {
        var schema = new SchemaBuilder("""
            directive @listSize(assumedSize: Int, slicingArguments: [String!], sizedFields: [String!]) on FIELD_DEFINITION
            type Connection { nodes: [Query] }
            type Query { items(first: Int): Connection @listSize(slicingArguments: ["first"], sizedFields: ["nodes"])  leaf: String }
            """).DefaultResolver((_, _) => null).Build();
        var fragments = Each(60, i => $"fragment F{i} on Connection {{ ...F{i + 1} nodes {{ items(first: 2) {{ ...F{i + 1} }} }} }}");

        using var response = await new GraphQLEngine(schema).ExecuteAsync(
            new GraphQLRequest($"{{ items(first: 3) {{ ...F0 }} }} {fragments} fragment F60 on Connection {{ nodes {{ leaf }} }}"),
            new GraphQLRequestContext(new SampleEngine().Services));

        Assert.Contains(response.Errors[0].Code, new[] { ErrorCodes.CostLimit, ErrorCodes.DepthLimit, ErrorCodes.ComplexityLimit });
    }

    private static (long Steps, long Bytes) Judge(string text)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        var steps = 0;
        try
        {
            var document = Parser.Parse(text, int.MaxValue);
            var context = new ValidationContext(Schema, document, 100, null);
            DocumentValidator.Validate(context);
            steps = context.Spent;
        }
        catch (Exception refused) when (refused is GraphQLException or SyntaxException)
        {
            // Refused while it was read.
        }

        return (steps, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    private static string Each(int count, Func<int, string> part) =>
        string.Join(' ', Enumerable.Range(0, count).Select(part));

    private static string Nested(int depth, string open, string close, string core = "") => string.Create(
        CultureInfo.InvariantCulture, $"{string.Concat(Enumerable.Repeat(open, depth))}{core}{string.Concat(Enumerable.Repeat(close, depth))}");
}
