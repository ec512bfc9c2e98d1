using MentorCloud.GraphQL.Binding;
using MentorCloud.GraphQL.Language;

namespace MentorCloud.GraphQL.Planning;

/// <summary>Finds the variables that <c>@skip</c> and <c>@include</c> ask, anywhere in a document.</summary>
internal static class ConditionVariables
{
    public static HashSet<string> Of(PreparedDocument document)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var definition in document.Document.Definitions)
        {
            if (definition is OperationDefinition operation) Visit(operation.SelectionSet, names);
            else if (definition is FragmentDefinition fragment) Visit(fragment.SelectionSet, names);
        }

        return names;
    }

    private static void Visit(SelectionSet set, HashSet<string> names)
    {
        foreach (var selection in set.Selections)
        {
            foreach (var directive in selection.Directives)
            {
                if (directive.Name.Value is "skip" or "include" && ArgumentCoercion.Find(directive.Arguments, "if")?.Value is VariableNode v) names.Add(v.Name.Value);
            }

            if (selection is Field { SelectionSet: { } below }) Visit(below, names);
            else if (selection is InlineFragment inline) Visit(inline.SelectionSet, names);
        }
    }
}
