using MentorCloud.GraphQL.Language;
using MentorCloud.GraphQL.Types;

namespace MentorCloud.GraphQL.Validation;

/// <summary>Section 5.1.1.</summary>
internal sealed class ExecutableDefinitions(ValidationContext context) : Rule(context)
{
    public override void EnterDocument(Document document)
    {
        foreach (var definition in document.Definitions)
        {
            if (definition is not TypeSystemDefinition) continue;
            var name = definition switch
            {
                TypeDefinition t => $"\"{t.Name}\"",
                DirectiveDefinition d => $"\"{d.Name}\"",
                _ => "schema",
            };
            Report($"The {name} definition is not executable.", definition);
        }
    }
}

/// <summary>Section 5.2.2.1.</summary>
internal sealed class UniqueOperationNames(ValidationContext context) : Rule(context)
{
    private readonly Dictionary<string, Name> _known = new(StringComparer.Ordinal);

    public override void EnterOperation(OperationDefinition operation)
    {
        if (operation.Name is not { } name || _known.TryAdd(name.Value, name)) return;
        Context.Report(nameof(UniqueOperationNames), $"There can be only one operation named \"{name}\".", [Context.Document.Locate(_known[name.Value].Start), Context.Document.Locate(name.Start)]);
    }
}

/// <summary>Section 5.2.3.1.</summary>
internal sealed class LoneAnonymousOperation(ValidationContext context) : Rule(context)
{
    private int _operations;

    public override void EnterDocument(Document document) => _operations = document.Definitions.Count(d => d is OperationDefinition);

    public override void EnterOperation(OperationDefinition operation)
    {
        if (operation.Name is null && _operations > 1) Report("This anonymous operation must be the only defined operation.", operation);
    }
}

/// <summary>Section 5.2.4.1.</summary>
internal sealed class SingleFieldSubscriptions(ValidationContext context) : Rule(context)
{
    public override void EnterOperation(OperationDefinition operation)
    {
        if (operation.Kind != OperationKind.Subscription || Schema.Subscription is not { } root) return;
        var groups = new OrderedMap<List<Field>>();
        _conditional.Clear();
        Collect(root, operation.SelectionSet, groups, new HashSet<string>(StringComparer.Ordinal));
        var who = operation.Name is { } name ? $"Subscription \"{name}\"" : "Anonymous Subscription";
        if (_conditional.Count > 0) Report($"{who} must not use `@skip` or `@include` directives in the top level selection.", _conditional.ToArray<Node>());
        if (groups.Count > 1)
        {
            Report($"{who} must select only one top level field.", groups.Skip(1).SelectMany(g => g).ToArray<Node>());
        }

        foreach (var group in groups)
        {
            if (group[0].Name.Value.StartsWith("__", StringComparison.Ordinal)) Report($"{who} must not select an introspection top level field.", group.ToArray<Node>());
        }
    }

    private readonly List<Directive> _conditional = [];

    private void Collect(ObjectType root, SelectionSet set, OrderedMap<List<Field>> groups, HashSet<string> visited)
    {
        foreach (var selection in set.Selections)
        {
            _conditional.AddRange(selection.Directives.Where(d => d.Name.Value is "skip" or "include"));
            switch (selection)
            {
                case Field field when IsIncluded(field):
                    if (groups.TryGet(field.ResponseName, out var group)) group.Add(field);
                    else groups.TryAdd(field.ResponseName, [field]);
                    break;
                case InlineFragment inline when IsIncluded(inline) && Applies(root, inline.TypeCondition):
                    Collect(root, inline.SelectionSet, groups, visited);
                    break;
                case FragmentSpread spread when IsIncluded(spread) && visited.Add(spread.Name.Value)
                    && Context.Fragments.TryGetValue(spread.Name.Value, out var fragment) && Applies(root, fragment.TypeCondition):
                    Collect(root, fragment.SelectionSet, groups, visited);
                    break;
            }
        }
    }

    /// <summary>Conditions on variables are not known here; only literal ones count.</summary>
    private static bool IsIncluded(Selection selection) =>
        selection.Directives.All(d => d.Arguments.FirstOrDefault(a => a.Name.Value == "if")?.Value is not BooleanValue condition
            || (d.Name.Value == "skip" ? !condition.Value : d.Name.Value != "include" || condition.Value));

    private bool Applies(ObjectType root, NamedTypeNode? condition) =>
        condition is null || (Schema.Types.Find(condition.Name) is { } type && Schema.IsPossible(type, root));
}
