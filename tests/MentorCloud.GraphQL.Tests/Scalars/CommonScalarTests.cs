using System.Text;
using System.Text.Json;
using MentorCloud.GraphQL.Scalars;
using Microsoft.Extensions.DependencyInjection;

namespace MentorCloud.GraphQL.Tests.Scalars;

/// <summary>The ready-made scalars, as literal and as variable, in and out.</summary>
public sealed class CommonScalarTests
{
    private static readonly ServiceProvider Nothing = new ServiceCollection().BuildServiceProvider();

    private static readonly GraphQLEngine Engine = new(new SchemaBuilder("""
        scalar DateTime scalar Date scalar Duration scalar TimeZone scalar URL scalar JSON scalar UUID
        type Query {
          dateTime(v: DateTime!): DateTime!  date(v: Date!): Date!  duration(v: Duration!): Duration!  timeZone(v: TimeZone!): TimeZone!
          uRL(v: URL!): URL!  jSON(v: JSON!): JSON!  uUID(v: UUID!): UUID!
        }
        """)
        .Resolvers("Query", typeof(Echo))
        .Scalar("DateTime", CommonScalars.DateTime).Scalar("Date", CommonScalars.Date).Scalar("Duration", CommonScalars.Duration)
        .Scalar("TimeZone", CommonScalars.TimeZone).Scalar("URL", CommonScalars.Url).Scalar("JSON", CommonScalars.Json).Scalar("UUID", CommonScalars.Uuid)
        .Build());

    [Theory]
    [InlineData("DateTime", "\"2026-03-31T09:00:00+02:00\"", "\"2026-03-31T07:00:00Z\"")]
    [InlineData("DateTime", "\"2026-03-31t09:00:00.1230000z\"", "\"2026-03-31T09:00:00.123Z\"")]
    [InlineData("Date", "\"2028-02-29\"", "\"2028-02-29\"")]
    [InlineData("Duration", "\"PT90M\"", "\"PT1H30M\"")]
    [InlineData("Duration", "\"P2DT1S\"", "\"P2DT1S\"")]
    [InlineData("TimeZone", "\"Europe/Berlin\"", "\"Europe/Berlin\"")]
    [InlineData("URL", "\"https://example.com/a?b=c\"", "\"https://example.com/a?b=c\"")]
    [InlineData("JSON", "[1,\"x\",{\"a\":null},true,2.5]", "[1,\"x\",{\"a\":null},true,2.5]")]
    [InlineData("UUID", "\"0198c0de-0000-7000-8000-0000000000FF\"", "\"0198c0de-0000-7000-8000-0000000000ff\"")]
    public async Task Value_comes_back_in_its_one_form(string type, string json, string expected)
    {
        Assert.Equal($$$"""{"data":{"x":{{{expected}}}}}""", await ByVariableAsync(type, json));
        Assert.Equal($$$"""{"data":{"x":{{{expected}}}}}""", await ByLiteralAsync(type, json.Replace("\"a\":", "a:", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("DateTime", "\"2026-03-31T09:00:00\"")]
    [InlineData("DateTime", "\"2026-02-30T09:00:00Z\"")]
    [InlineData("DateTime", "\"yesterday\"")]
    [InlineData("DateTime", "\"\"")]
    [InlineData("DateTime", "1774947600")]
    [InlineData("Date", "\"2027-02-29\"")]
    [InlineData("Date", "\"2026-03-31T00:00:00Z\"")]
    [InlineData("Duration", "\"P1M\"")]
    [InlineData("Duration", "\"P1Y\"")]
    [InlineData("Duration", "\"90\"")]
    [InlineData("Duration", "\"P99999999999D\"")]
    [InlineData("TimeZone", "\"Middle/Earth\"")]
    [InlineData("TimeZone", "\"../etc/passwd\"")]
    [InlineData("URL", "\"/relative\"")]
    [InlineData("URL", "\"javascript:alert(1)\"")]
    [InlineData("URL", "\"file:///etc/passwd\"")]
    [InlineData("UUID", "\"0198c0de00007000800000000000000f\"")]
    [InlineData("UUID", "17")]
    public async Task Value_that_does_not_fit_is_refused_by_name(string type, string json)
    {
        var byVariable = JsonElement.Parse(await ByVariableAsync(type, json)).GetProperty("errors")[0];
        Assert.Equal(ErrorCodes.BadUserInput, byVariable.GetProperty("extensions").GetProperty("code").GetString());
        Assert.Contains("$v", byVariable.GetProperty("message").GetString(), StringComparison.Ordinal);
        var byLiteral = JsonElement.Parse(await ByLiteralAsync(type, json)).GetProperty("errors")[0];
        Assert.Equal(ErrorCodes.ValidationFailed, byLiteral.GetProperty("extensions").GetProperty("code").GetString());
        Assert.Contains(type, byLiteral.GetProperty("message").GetString(), StringComparison.Ordinal);
    }

    private static string FieldOf(string type) => char.ToLowerInvariant(type[0]) + type[1..];

    private static Task<string> ByVariableAsync(string type, string json) => RunAsync($"query($v: {type}!) {{ x: {FieldOf(type)}(v: $v) }}", $$"""{"v":{{json}}}""");

    private static Task<string> ByLiteralAsync(string type, string literal) => RunAsync($"{{ x: {FieldOf(type)}(v: {literal}) }}", "{}");

    private static async Task<string> RunAsync(string query, string variables)
    {
        using var response = await Engine.ExecuteAsync(new GraphQLRequest(query) { Variables = JsonElement.Parse(variables) }, new GraphQLRequestContext(Nothing));
        return Encoding.UTF8.GetString(response.Json.Span);
    }

    private static class Echo
    {
        public static DateTimeOffset DateTime(DateTimeOffset v) => v;

        public static DateOnly Date(DateOnly v) => v;

        public static TimeSpan Duration(TimeSpan v) => v;

        public static TimeZoneInfo TimeZone(TimeZoneInfo v) => v;

        public static Uri URL(Uri v) => v;

        public static JsonElement JSON(JsonElement v) => v;

        public static Guid UUID(Guid v) => v;
    }
}
