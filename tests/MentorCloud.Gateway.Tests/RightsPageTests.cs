using System.Text;
using MentorCloud.Domain.Access;
using MentorCloud.Gateway.Access;
using MentorCloud.Gateway.Hosting;

namespace MentorCloud.Gateway.Tests;

/// <summary>docs/rights.md says what the policy table says, and every field of the schema is an operation of it.</summary>
public sealed class RightsPageTests
{
    private const string Intro = """
        # Who may do what

        Made from the policy table (`Domain/Access/Policy.cs`) and from the fields that ask it (`Gateway/Access/FieldRights.cs`) by
        `RightsPageTests`; a test compares. To make it anew, run that test with `MENTORCLOUD_WRITE_DOCS=1`. Each field's part stands
        at the end of its description in the schema too, from the same table (`SchemaRightsTests`).

        An operation that is not here is refused to everybody. The table is what a role or scope allows at most; what is relative
        ("the mentor of this pairing", "somebody invited") the domain decides afterwards, and things of other tenants do not exist.
        `programs:write` includes `programs:read`. A suspended tenant reads everything and writes nothing.
        A program manager who is limited to cohorts finds nothing of the others; in a pairing of their own they have the rights of
        a mentor or mentee alone. Break-glass access reads what a tenant admin reads, and no texts of a pairing.
        MentorCloud itself is the program's own work: reminders, facts, commands of the operator.


        """;

    [Fact]
    public void Page_says_what_the_table_says()
    {
        var path = Path.Combine(Sources.Folder(), "..", "..", "docs", "rights.md");
        var page = Page();
        if (Environment.GetEnvironmentVariable("MENTORCLOUD_WRITE_DOCS") == "1")
        {
            File.WriteAllText(path, page);
        }

        Assert.Equal(page, File.ReadAllText(path).ReplaceLineEndings("\n"));
    }

    [Fact]
    public void Every_root_field_is_an_operation() => Assert.Empty(Fields()
        .Where(field => field.Type is "Query" or "Mutation" or "Subscription" && FieldRights.OperationOf(field.Type, field.Name) is null)
        .Select(field => $"{field.Type}.{field.Name}: name it in FieldRights, or give the policy table an operation of its name."));

    [Fact]
    public void Every_named_operation_is_in_the_table() => Assert.DoesNotContain(
        FieldRights.Exceptions, named => named.Value is not (FieldRights.Open or FieldRights.LoggedIn) && Policy.Find(named.Value) is null);

    private static string Page()
    {
        var fields = Fields().Select(field => (field.Type, field.Name, Operation: FieldRights.OperationOf(field.Type, field.Name)))
            .Where(field => field.Operation is not null).ToLookup(field => field.Operation!, field => $"`{field.Type}.{field.Name}`");
        var text = new StringBuilder(Intro.ReplaceLineEndings("\n"))
            .Append("| operation | | roles | scopes | MentorCloud itself | fields |\n|---|---|---|---|---|---|\n");
        foreach (var rule in Policy.All)
        {
            text.Append('|').AppendJoin('|', new[]
            {
                $" {rule.Operation} ", rule.Mode == AccessMode.Read ? " reads " : " writes ", Cell(RightsText.Of(rule.Roles) + (rule.WholeTenant ? "; no manager who is limited to cohorts" : string.Empty)), Cell(ScopeNames.Write(rule.Scopes)),
                rule.System ? " yes " : " ", Cell(string.Join(", ", fields[rule.Operation])),
            }).Append("|\n");
        }

        text.Append("\nEverybody who is logged in may ask ").AppendJoin(", ", fields[FieldRights.LoggedIn]).Append("; anybody ")
            .AppendJoin(", ", fields[FieldRights.Open]).Append(".\n");
        return text.ToString();
    }

    private static string Cell(string text) => text.Length == 0 ? " " : $" {text} ";

    private static List<(string Type, string Name, int Line)> Fields() => SdlFields.Of(GatewaySchema.Bound.Print().Split('\n'));
}
