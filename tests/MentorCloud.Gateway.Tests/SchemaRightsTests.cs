using System.Text.RegularExpressions;
using MentorCloud.Gateway.Access;
using MentorCloud.Gateway.Hosting;

namespace MentorCloud.Gateway.Tests;

/// <summary>
/// Who may ask a field stands at the end of its description in schema.graphql, as the policy table has it. To write it anew, run
/// this test with <c>MENTORCLOUD_WRITE_DOCS=1</c>.
/// </summary>
public sealed partial class SchemaRightsTests
{
    [Fact]
    public void Descriptions_say_what_the_table_says()
    {
        var written = WithRights(GatewaySchema.Sdl.ReplaceLineEndings("\n"));
        if (Environment.GetEnvironmentVariable("MENTORCLOUD_WRITE_DOCS") == "1")
        {
            File.WriteAllText(Path.Combine(Sources.Folder(), "..", "..", "src", "MentorCloud.Gateway", "schema.graphql"), written);
            File.WriteAllText(Path.Combine(Sources.Folder(), "schema.snapshot.graphql"), written);
        }

        Assert.Equal(written, GatewaySchema.Sdl.ReplaceLineEndings("\n"));
    }

    [Fact]
    public void Every_root_field_tells_its_rights_to_introspection()
    {
        var lines = GatewaySchema.Bound.Print().Split('\n');
        var silent = SdlFields.Of(lines).Where(field => field.Type is "Query" or "Mutation" or "Subscription")
            .Where(field => !DescriptionBefore(lines, field.Line).Contains(RightsText.Begin, StringComparison.Ordinal));

        Assert.Empty(silent.Select(field => $"{field.Type}.{field.Name}"));
    }

    [Theory]
    [InlineData("  \"Looks. Rights: mentor; no machine client.\"")]
    [InlineData("  \"Looks.\"")]
    public void Description_that_parts_from_the_table_is_put_right(string description)
    {
        var sdl = $"type Mutation {{\n{description}\n  cohortOpen(input: Any!): Any!\n}}\n";

        Assert.Contains("\"Looks. Rights: tenant admin, program manager; scope programs:write.\"", WithRights(sdl), StringComparison.Ordinal);
    }

    private static string WithRights(string sdl)
    {
        var lines = sdl.Split('\n');
        foreach (var (type, name, line) in SdlFields.Of(lines))
        {
            var text = Sentence().Replace(lines[line - 1], string.Empty).TrimEnd('"');
            var rights = FieldRights.OperationOf(type, name) is { } operation ? $" {RightsText.Of(operation)}" : string.Empty;
            lines[line - 1] = $"{text}{rights}\"";
        }

        return string.Join('\n', lines);
    }

    /// <summary>The description that ends before a line, which may be of several lines when printed.</summary>
    private static string DescriptionBefore(string[] lines, int line) =>
        lines[line - 1].Trim() == "\"\"\"" ? lines[line - 2] : lines[line - 1];

    [GeneratedRegex(@" Rights: [^""]*(?=""$)")]
    private static partial Regex Sentence();
}
