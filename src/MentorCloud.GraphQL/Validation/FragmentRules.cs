using MentorCloud.GraphQL.Language;
using MentorCloud.GraphQL.Types;

namespace MentorCloud.GraphQL.Validation;

/// <summary>Section 5.5.1.2 for conditions, 5.8.2 for variables: names of types exist.</summary>
internal sealed class KnownTypeNames(ValidationContext context) : Rule(context)
{
    private readonly HashSet<string> _defined = new(StringComparer.Ordinal);

    public override void EnterDocument(Document document)
    {
        foreach (var type in document.Definitions.OfType<TypeDefinition>()) _defined.Add(type.Name.Value);
    }

    public override void EnterNamedType(NamedTypeNode type)
    {
        if (!Schema.Types.Contains(type.Name) && !_defined.Contains(type.Name)) Report($"Unknown type \"{type.Name}\".", type);
    }
}

/// <summary>Section 5.5.1.3.</summary>
internal sealed class FragmentsOnCompositeTypes(ValidationContext context) : Rule(context)
{
    public override void EnterInlineFragment(InlineFragment fragment, NamedType? parent, NamedType? type)
    {
        if (fragment.TypeCondition is { } condition && Schema.Types.Find(condition.Name) is { IsComposite: false })
        {
            Report($"Fragment cannot condition on non composite type \"{condition.Name}\".", condition);
        }
    }

    public override void EnterFragment(FragmentDefinition fragment, NamedType? type)
    {
        if (type is { IsComposite: false })
        {
            Report($"Fragment \"{fragment.Name}\" cannot condition on non composite type \"{fragment.TypeCondition.Name}\".", fragment.TypeCondition);
        }
    }
}

/// <summary>Section 5.5.1.1.</summary>
internal sealed class UniqueFragmentNames(ValidationContext context) : Rule(context)
{
    private readonly Dictionary<string, Name> _known = new(StringComparer.Ordinal);

    public override void EnterFragment(FragmentDefinition fragment, NamedType? type)
    {
        if (_known.TryAdd(fragment.Name.Value, fragment.Name)) return;
        Context.Report(
            nameof(UniqueFragmentNames),
            $"There can be only one fragment named \"{fragment.Name}\".",
            [Context.Document.Locate(_known[fragment.Name.Value].Start), Context.Document.Locate(fragment.Name.Start)]);
    }
}

/// <summary>Section 5.5.2.1.</summary>
internal sealed class KnownFragmentNames(ValidationContext context) : Rule(context)
{
    public override void EnterFragmentSpread(FragmentSpread spread, NamedType? parent)
    {
        if (Context.Fragments.ContainsKey(spread.Name.Value)) return;
        Context.Report(nameof(KnownFragmentNames), $"Unknown fragment \"{spread.Name}\".", [Context.Document.Locate(spread.Name.Start)]);
    }
}

/// <summary>Section 5.5.1.4.</summary>
internal sealed class NoUnusedFragments(ValidationContext context) : Rule(context)
{
    public override void LeaveDocument(Document document)
    {
        var used = new HashSet<string>(StringComparer.Ordinal);
        foreach (var operation in document.Definitions.OfType<OperationDefinition>())
        {
            foreach (var fragment in Context.ReachedFragments(operation)) used.Add(fragment.Name.Value);
        }

        foreach (var fragment in document.Definitions.OfType<FragmentDefinition>())
        {
            if (!used.Contains(fragment.Name.Value)) Report($"Fragment \"{fragment.Name}\" is never used.", fragment);
        }
    }
}

/// <summary>Section 5.5.2.3.</summary>
internal sealed class PossibleFragmentSpreads(ValidationContext context) : Rule(context)
{
    public override void EnterInlineFragment(InlineFragment fragment, NamedType? parent, NamedType? type)
    {
        if (type is { IsComposite: true } && parent is not null && !Schema.Overlap(type, parent))
        {
            Report($"Fragment cannot be spread here as objects of type \"{parent}\" can never be of type \"{type}\".", fragment);
        }
    }

    public override void EnterFragmentSpread(FragmentSpread spread, NamedType? parent)
    {
        if (parent is null || !Context.Fragments.TryGetValue(spread.Name.Value, out var fragment)) return;
        if (Schema.Types.Find(fragment.TypeCondition.Name) is { IsComposite: true } type && !Schema.Overlap(type, parent))
        {
            Report($"Fragment \"{spread.Name}\" cannot be spread here as objects of type \"{parent}\" can never be of type \"{type}\".", spread);
        }
    }
}

/// <summary>Section 5.5.2.2. Each fragment is entered once, so that tangles cost no more than their length.</summary>
internal sealed class NoFragmentCycles(ValidationContext context) : Rule(context)
{
    private readonly HashSet<string> _visited = new(StringComparer.Ordinal);
    private readonly List<FragmentSpread> _path = [];
    private readonly Dictionary<string, int> _onPath = new(StringComparer.Ordinal);

    public override void LeaveDocument(Document document)
    {
        foreach (var fragment in document.Definitions.OfType<FragmentDefinition>()) Visit(fragment);
    }

    private void Visit(FragmentDefinition fragment)
    {
        if (!_visited.Add(fragment.Name.Value)) return;
        System.Runtime.CompilerServices.RuntimeHelpers.EnsureSufficientExecutionStack();
        _onPath[fragment.Name.Value] = _path.Count;
        foreach (var spread in Context.SpreadsOf(fragment))
        {
            _path.Add(spread);
            if (_onPath.TryGetValue(spread.Name.Value, out var from)) Cycle(spread, from);
            else if (Context.Fragments.TryGetValue(spread.Name.Value, out var next)) Visit(next);
            _path.RemoveAt(_path.Count - 1);
        }

        _onPath.Remove(fragment.Name.Value);
    }

    private void Cycle(FragmentSpread spread, int from)
    {
        var cycle = _path.Skip(from).ToArray();
        Context.Spend(cycle.Length);
        var via = string.Join(", ", cycle.SkipLast(1).Select(s => $"\"{s.Name}\""));
        Report($"Cannot spread fragment \"{spread.Name}\" within itself" + (via.Length > 0 ? $" via {via}." : "."), cycle.ToArray<Node>());
    }
}
