using MentorCloud.Gateway.Hosting;

namespace MentorCloud.Gateway.Tests;

public sealed class GatewaySchemaTests
{
    [Fact]
    public void Schema_and_resolvers_fit() => Assert.NotNull(GatewaySchema.Build());

    [Fact]
    public void Schema_equals_its_snapshot()
    {
        var snapshot = File.ReadAllText(Path.Combine(Sources.Folder(), "schema.snapshot.graphql"));

        // A change that is meant: copy src/MentorCloud.Gateway/schema.graphql over the snapshot, and deprecate rather than break.
        Assert.Equal(Normalised(snapshot), Normalised(GatewaySchema.Sdl));
    }

    [Fact]
    public void Every_definition_is_described()
    {
        var lines = GatewaySchema.Sdl.Split('\n');
        Assert.DoesNotContain(
            Enumerable.Range(0, lines.Length),
            index => Defines(lines[index]) && !IsDescription(Before(lines, index)));
    }

    [Fact]
    public void Every_mutation_takes_an_idempotency_key()
    {
        var sdl = GatewaySchema.Sdl;
        var inputs = System.Text.RegularExpressions.Regex.Matches(sdl, @"\(input: (\w+)!\)").Select(match => match.Groups[1].Value).Distinct();

        foreach (var input in inputs)
        {
            var start = sdl.IndexOf($"input {input} {{", StringComparison.Ordinal);
            var body = sdl[start..sdl.IndexOf("\n}", start, StringComparison.Ordinal)];
            Assert.Contains("idempotencyKey: String!", body, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Every_connection_costs_by_its_length()
    {
        var connections = System.Text.RegularExpressions.Regex.Matches(GatewaySchema.Sdl, @"\): \w+Connection!?.*").Select(match => match.Value).ToList();

        Assert.NotEmpty(connections);
        Assert.DoesNotContain(connections, field => !field.Contains("@listSize(slicingArguments: [\"first\"", StringComparison.Ordinal));
    }

    private static string Normalised(string text) => text.ReplaceLineEndings("\n").Trim();

    private static bool Defines(string line) =>
        line.StartsWith("type ", StringComparison.Ordinal) || line.StartsWith("input ", StringComparison.Ordinal)
        || line.StartsWith("enum ", StringComparison.Ordinal) || line.StartsWith("interface ", StringComparison.Ordinal)
        || line.StartsWith("scalar ", StringComparison.Ordinal)
        || System.Text.RegularExpressions.Regex.IsMatch(line, @"^  \w+(\(|:|$)");

    private static string Before(string[] lines, int index) => index == 0 ? string.Empty : lines[index - 1].Trim();

    private static bool IsDescription(string line) => line.EndsWith('"');
}
