using System.Globalization;
using MentorCloud.GraphQL.Language;
using MentorCloud.GraphQL.Types;

namespace MentorCloud.GraphQL.Building;

/// <summary>Reads <c>@cost(weight:)</c> and <c>@listSize(assumedSize:, slicingArguments:, sizedFields:)</c>, which the schema declares when it uses them.</summary>
internal static class CostDirectives
{
    public static int? Cost(IReadOnlyList<Directive> directives) =>
        Find(directives, "cost", "weight") switch
        {
            IntValue i => int.Parse(i.Text, CultureInfo.InvariantCulture),
            StringValue s => (int)Math.Ceiling(double.Parse(s.Text, CultureInfo.InvariantCulture)),
            FloatValue f => (int)Math.Ceiling(double.Parse(f.Text, CultureInfo.InvariantCulture)),
            _ => null,
        };

    public static ListSize? Size(IReadOnlyList<Directive> directives)
    {
        if (!directives.Any(d => d.Name.Value == "listSize")) return null;
        var assumed = Find(directives, "listSize", "assumedSize") is IntValue i ? int.Parse(i.Text, CultureInfo.InvariantCulture) : (int?)null;
        return new ListSize(assumed, Strings(Find(directives, "listSize", "slicingArguments")), Strings(Find(directives, "listSize", "sizedFields")));
    }

    private static string[] Strings(ValueNode? value) => value switch
    {
        StringValue s => [s.Text],
        ListValue list => [.. list.Items.OfType<StringValue>().Select(s => s.Text)],
        _ => [],
    };

    private static ValueNode? Find(IReadOnlyList<Directive> directives, string name, string argument) =>
        directives.FirstOrDefault(d => d.Name.Value == name)?.Arguments.FirstOrDefault(a => a.Name.Value == argument)?.Value;
}
