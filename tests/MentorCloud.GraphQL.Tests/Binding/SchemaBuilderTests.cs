namespace MentorCloud.GraphQL.Tests.Binding;

public sealed class SchemaBuilderTests
{
    private static IReadOnlyList<string> Problems(SchemaBuilder builder) => Assert.Throws<SchemaException>(() => builder.Build()).Problems;

    [Fact]
    public void Unbound_fields_are_all_listed()
    {
        var problems = Problems(new SchemaBuilder("type Query { a: Int b: String }").Resolvers("Query", typeof(Empty)));
        Assert.Equal(2, problems.Count);
        Assert.StartsWith("Query.a: no resolver. Write A in Empty", problems[0], StringComparison.Ordinal);
    }

    [Fact]
    public void Wrong_types_are_named()
    {
        var problems = Problems(new SchemaBuilder("type Query { number: Int  taken(x: Int): Int  ignored(x: Int): Int  list: [Int]  unknown: Int }")
            .Resolvers("Query", typeof(Wrong)));
        Assert.Contains("Query.number: String cannot carry scalar Int, which is Int32", problems);
        Assert.Contains("Query.taken: Wrong.Taken(x) must be nullable (or Optional): x: Int may be null or missing", problems);
        Assert.Contains("Query.ignored: Wrong.Ignored does not take argument x: Int", problems);
        Assert.Contains("Query.list: Int32 cannot carry list [Int]", problems);
        Assert.Contains("Query.unknown: Wrong.Unknown: parameter Int32 y is no argument of Query.unknown", problems);
    }

    [Theory]
    [InlineData("type Query { a: Nope }", "Unknown type \"Nope\"")]
    [InlineData("type A { a: Int }", "Query root type must be provided")]
    [InlineData("type Query { a: Int a: Int }", "can only be defined once")]
    [InlineData("interface I { b: Int } type Query implements I { a: Int }", "Interface field I.b expected but Query does not provide it")]
    [InlineData("interface I { b: Int } type Query implements I { b: Int @deprecated }", "Interface field I.b is not deprecated, so implementation field Query.b must not be deprecated")]
    [InlineData("input A { a: A! } type Query { f(a: A): Int }", "Cannot reference Input Object \"A\" within itself")]
    [InlineData("type Query { a: Int", "Expected Name, found <EOF>")]
    [InlineData("type Query { f(a: Int = \"x\"): Int }", "has invalid default value")]
    [InlineData("directive @d(a: Int @d) on ARGUMENT_DEFINITION type Query { a: Int }", "Directive \"@d\" must not refer to itself")]
    [InlineData("directive @d(a: E) on ENUM_VALUE enum E { X @d } type Query { a: Int }", "Directive \"@d\" must not refer to itself")]
    [InlineData("scalar S @nope type Query { a: S }", "Unknown directive \"@nope\"")]
    [InlineData("type Query @deprecated { a: Int }", "Directive \"@deprecated\" may not be used on OBJECT")]
    [InlineData("type Query { a: Int @deprecated(why: 1) }", "Unknown argument \"why\" on directive \"@deprecated\"")]
    [InlineData("directive @d on OBJECT type Query @d { a: Int } extend type Query @d { b: Int }", "can only be used once")]
    public void Invalid_schema_is_refused(string sdl, string problem) =>
        Assert.Contains(Problems(new SchemaBuilder(sdl).DefaultResolver((_, _) => null)), p => p.Contains(problem, StringComparison.Ordinal));

    [Fact]
    public void Printed_schema_reads_back_the_same()
    {
        var printed = Sample.SampleSchema.Builder().Build().Print();
        var again = new SchemaBuilder(printed).DefaultResolver((_, _) => null).Build().Print();
        Assert.Equal(printed, again);
        Assert.Contains("input BookBy @oneOf", printed, StringComparison.Ordinal);
    }

    private static class Empty;

    private static class Wrong
    {
        public static string Number() => string.Empty;

        public static int Taken(int x) => x;

        public static int Ignored() => 1;

        public static int List() => 1;

        public static int Unknown(int y) => y;
    }
}
