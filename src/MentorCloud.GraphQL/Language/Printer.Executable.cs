using System.Text;

namespace MentorCloud.GraphQL.Language;

/// <summary>Prints executable documents in the one form that graphql-js prints them in.</summary>
internal static partial class Printer
{
    private const int LongestLine = 80;

    /// <summary>The document, two blanks a level; what it means is what its source meant, comments are left out.</summary>
    /// <exception cref="ArgumentException">It holds definitions of a type system.</exception>
    public static string Print(Document document) =>
        string.Join("\n\n", document.Definitions.Select(definition => definition switch
        {
            OperationDefinition operation => Print(operation),
            FragmentDefinition fragment => Print(fragment),
            _ => throw new ArgumentException("Only executable documents are printed.", nameof(document)),
        }));

    private static string Print(OperationDefinition operation)
    {
        var kind = operation.Kind.ToString().ToLowerInvariant();
        var prefix = Described(operation.Description) + kind;
        var named = operation.Name?.Value + Variables(operation.Variables.Select(Print).ToList());
        if (named.Length > 0) prefix += " " + named;
        prefix += Directives(operation.Directives, string.Empty);
        return (prefix == "query" ? string.Empty : prefix + " ") + Print(operation.SelectionSet, string.Empty);
    }

    private static string Print(FragmentDefinition fragment) =>
        $"{Described(fragment.Description)}fragment {fragment.Name.Value} on {fragment.TypeCondition.Name}{Directives(fragment.Directives, string.Empty)} {Print(fragment.SelectionSet, string.Empty)}";

    private static string Print(VariableDefinition variable) =>
        $"{Described(variable.Description)}${variable.Variable.Name.Value}: {variable.Type}{(variable.Default is null ? string.Empty : " = " + Print(variable.Default))}{Directives(variable.Directives, string.Empty)}";

    private static string Variables(List<string> variables)
    {
        if (variables.Count == 0) return string.Empty;
        return variables.Exists(v => v.Contains('\n', StringComparison.Ordinal)) ? $"(\n{string.Join('\n', variables)}\n)" : $"({string.Join(", ", variables)})";
    }

    private static string Print(SelectionSet set, string indent)
    {
        var text = new StringBuilder("{");
        foreach (var selection in set.Selections) text.Append('\n').Append(indent).Append("  ").Append(Print(selection, indent + "  "));
        return text.Append('\n').Append(indent).Append('}').ToString();
    }

    private static string Print(Selection selection, string indent) => selection switch
    {
        Field field => Print(field, indent),
        FragmentSpread spread => $"...{spread.Name.Value}{Directives(spread.Directives, indent)}",
        InlineFragment { TypeCondition: { } condition } inline => $"... on {condition.Name}{Directives(inline.Directives, indent)} {Print(inline.SelectionSet, indent)}",
        InlineFragment inline => $"...{Directives(inline.Directives, indent)} {Print(inline.SelectionSet, indent)}",
        _ => throw new ArgumentOutOfRangeException(nameof(selection)),
    };

    private static string Print(Field field, string indent)
    {
        var name = field.Alias is null ? field.Name.Value : $"{field.Alias.Value}: {field.Name.Value}";
        var below = field.SelectionSet is null ? string.Empty : " " + Print(field.SelectionSet, indent);
        return name + Arguments(name, field.Arguments, indent) + Directives(field.Directives, indent) + below;
    }

    /// <summary>On one line, or each on its own when the line would be too long.</summary>
    private static string Arguments(string name, IReadOnlyList<Argument> arguments, string indent)
    {
        if (arguments.Count == 0) return string.Empty;
        var flat = string.Join(", ", arguments.Select(a => Print(a, string.Empty)));
        if (name.Length + flat.Length + 2 <= LongestLine) return $"({string.Join(", ", arguments.Select(a => Print(a, indent)))})";
        var deeper = indent + "  ";
        return $"(\n{string.Join('\n', arguments.Select(a => deeper + Print(a, deeper)))}\n{indent})";
    }

    private static string Print(Argument argument, string indent)
    {
        var text = new StringBuilder().Append(argument.Name.Value).Append(": ");
        Print(argument.Value, text, indent);
        return text.ToString();
    }

    /// <summary>Each with a blank before it.</summary>
    private static string Directives(IReadOnlyList<Directive> directives, string indent) =>
        string.Concat(directives.Select(d =>
            $" @{d.Name.Value}" + (d.Arguments.Count == 0 ? string.Empty : $"({string.Join(", ", d.Arguments.Select(a => Print(a, indent)))})")));

    private static string Described(StringValue? description) => description is null ? string.Empty : Print(description) + "\n";
}
