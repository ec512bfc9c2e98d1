using MentorCloud.GraphQL.Language;

namespace MentorCloud.GraphQL.Planning;

/// <summary>Answers whether a field is selected below another one.</summary>
internal static class LookAhead
{
    public static bool Selects(FieldPlan plan, string[] path) =>
        plan.Nodes.Any(n => n.SelectionSet is not null && Selects(plan.Variant, n.SelectionSet, path, 0, []));

    private static bool Selects(PlanVariant variant, SelectionSet set, string[] path, int at, HashSet<string> visited)
    {
        foreach (var selection in set.Selections)
        {
            if (!variant.IsIncluded(selection.Directives)) continue;
            switch (selection)
            {
                case Field field when field.Name.Value == path[at]:
                    if (at == path.Length - 1) return true;
                    if (field.SelectionSet is not null && Selects(variant, field.SelectionSet, path, at + 1, [])) return true;
                    break;
                case InlineFragment inline when Selects(variant, inline.SelectionSet, path, at, visited):
                    return true;
                case FragmentSpread spread when visited.Add(spread.Name.Value) && variant.Fragment(spread.Name.Value) is { } fragment
                    && Selects(variant, fragment.SelectionSet, path, at, visited):
                    return true;
            }
        }

        return false;
    }
}
