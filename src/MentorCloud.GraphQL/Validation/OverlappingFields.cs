using MentorCloud.GraphQL.Language;
using MentorCloud.GraphQL.Types;

namespace MentorCloud.GraphQL.Validation;

/// <summary>
/// Section 5.3.2, field selection merging. Compares by pairs, each pair of fragments once; every comparison is paid from
/// the document's budget, so that a tangle is refused in time proportional to its length.
/// </summary>
internal sealed class OverlappingFieldsCanBeMerged(ValidationContext context) : Rule(context)
{
    private readonly FieldCollector _collector = new(context);
    private readonly SameArguments _arguments = new(context);
    private readonly Dictionary<(string, string), bool> _comparedFragments = [];

    public override void EnterOperation(OperationDefinition operation) =>
        WithinAll(operation.SelectionSet, Schema.Root(operation.Kind));

    public override void EnterFragment(FragmentDefinition fragment, NamedType? type) =>
        WithinAll(fragment.SelectionSet, type is { IsComposite: true } ? type : null);

    /// <summary>Checks a selection set and those of the fields in it; inline fragments belong to the set that holds them.</summary>
    private void WithinAll(SelectionSet set, NamedType? parent)
    {
        if (set.Selections.Count > 1 || set.Selections[0] is InlineFragment) Within(set, parent);
        Descend(set, parent);
    }

    private void Descend(SelectionSet set, NamedType? parent)
    {
        foreach (var selection in set.Selections)
        {
            if (selection is InlineFragment inline)
            {
                Descend(inline.SelectionSet, inline.TypeCondition is null ? parent : Composite(Schema.Types.Find(inline.TypeCondition.Name)));
            }
            else if (selection is Field { SelectionSet: { } below } field)
            {
                var definition = (parent as FieldsType)?.Fields.Find(field.Name.Value) ?? (parent is null ? null : Introspection.MetaFields.Definition(Schema, parent, field.Name.Value));
                WithinAll(below, Composite(definition?.Type.Named));
            }
        }
    }

    private static NamedType? Composite(NamedType? type) => type is { IsComposite: true } ? type : null;

    private void Within(SelectionSet set, NamedType? parent)
    {
        var conflicts = new List<Conflict>();
        var fields = _collector.Of(set, parent);
        foreach (var name in fields.Names)
        {
            var group = fields.Groups[name];
            for (var i = 0; i < group.Count; i++)
            {
                for (var j = i + 1; j < group.Count; j++) Add(conflicts, Find(false, name, group[i], group[j]));
            }
        }

        if (fields.Fragments.Count > 0 && (fields.Names.Count > 0 || fields.Fragments.Count > 1))
        {
            for (var i = 0; i < fields.Fragments.Count; i++)
            {
                BetweenFieldsAndFragment(conflicts, false, fields, fields.Fragments[i]);
                for (var j = i + 1; j < fields.Fragments.Count; j++) BetweenFragments(conflicts, false, fields.Fragments[i], fields.Fragments[j]);
            }
        }

        foreach (var conflict in conflicts)
        {
            Report(
                $"Fields \"{conflict.Name}\" conflict because {conflict.Reason}. Use different aliases on the fields to fetch both if this was intentional.",
                [.. conflict.First, .. conflict.Second]);
        }
    }

    private void BetweenFieldsAndFragment(List<Conflict> conflicts, bool exclusive, CollectedFields fields, string fragmentName)
    {
        Context.Spend(1);
        if (fields.Names.Count == 0) return;
        if (fields.ComparedFragments.TryGetValue(fragmentName, out var compared) && (!compared || exclusive)) return;
        fields.ComparedFragments[fragmentName] = exclusive;
        if (!Context.Fragments.TryGetValue(fragmentName, out var fragment)) return;
        var other = _collector.Of(fragment);
        if (ReferenceEquals(fields, other)) return;
        Between(conflicts, exclusive, fields, other);
        foreach (var referenced in other.Fragments) BetweenFieldsAndFragment(conflicts, exclusive, fields, referenced);
    }

    private void BetweenFragments(List<Conflict> conflicts, bool exclusive, string first, string second)
    {
        Context.Spend(2);
        if (first == second || IsCompared(first, second, exclusive)) return;
        _comparedFragments[(first, second)] = exclusive;
        if (!Context.Fragments.TryGetValue(first, out var fragment1) || !Context.Fragments.TryGetValue(second, out var fragment2)) return;
        System.Runtime.CompilerServices.RuntimeHelpers.EnsureSufficientExecutionStack();
        var fields1 = _collector.Of(fragment1);
        var fields2 = _collector.Of(fragment2);
        Between(conflicts, exclusive, fields1, fields2);
        foreach (var referenced in fields2.Fragments) BetweenFragments(conflicts, exclusive, first, referenced);
        foreach (var referenced in fields1.Fragments) BetweenFragments(conflicts, exclusive, referenced, second);
    }

    private bool IsCompared(string first, string second, bool exclusive) =>
        (_comparedFragments.TryGetValue((first, second), out var a) && (exclusive || !a))
        || (_comparedFragments.TryGetValue((second, first), out var b) && (exclusive || !b));

    private void Between(List<Conflict> conflicts, bool exclusive, CollectedFields fields1, CollectedFields fields2)
    {
        foreach (var name in fields1.Names)
        {
            Context.Spend(1);
            if (!fields2.Groups.TryGetValue(name, out var group2)) continue;
            foreach (var first in fields1.Groups[name])
            {
                foreach (var second in group2) Add(conflicts, Find(exclusive, name, first, second));
            }
        }
    }

    private Conflict? Find(bool exclusive, string name, CollectedField first, CollectedField second)
    {
        exclusive |= !ReferenceEquals(first.Parent, second.Parent) && first.Parent is ObjectType && second.Parent is ObjectType;
        Context.Spend(2);
        if (!exclusive)
        {
            if (first.Node.Name.Value != second.Node.Name.Value) return new Conflict(name, $"\"{first.Node.Name}\" and \"{second.Node.Name}\" are different fields", [first.Node], [second.Node]);
            if (!_arguments.Of(first.Node, second.Node)) return new Conflict(name, "they have differing arguments", [first.Node], [second.Node]);
        }

        var type1 = first.Definition?.Type;
        var type2 = second.Definition?.Type;
        if (type1 is not null && type2 is not null && TypesConflict(type1, type2))
        {
            return new Conflict(name, $"they return conflicting types \"{type1}\" and \"{type2}\"", [first.Node], [second.Node]);
        }

        if (first.Node.SelectionSet is not { } set1 || second.Node.SelectionSet is not { } set2) return null;
        return Below(name, first, second, BetweenSets(exclusive, set1, type1?.Named, set2, type2?.Named));
    }

    private List<Conflict> BetweenSets(bool exclusive, SelectionSet set1, NamedType? type1, SelectionSet set2, NamedType? type2)
    {
        System.Runtime.CompilerServices.RuntimeHelpers.EnsureSufficientExecutionStack();
        var conflicts = new List<Conflict>();
        var fields1 = _collector.Of(set1, type1);
        var fields2 = _collector.Of(set2, type2);
        Between(conflicts, exclusive, fields1, fields2);
        foreach (var fragment in fields2.Fragments) BetweenFieldsAndFragment(conflicts, exclusive, fields1, fragment);
        foreach (var fragment in fields1.Fragments) BetweenFieldsAndFragment(conflicts, exclusive, fields2, fragment);
        foreach (var fragment1 in fields1.Fragments)
        {
            foreach (var fragment2 in fields2.Fragments) BetweenFragments(conflicts, exclusive, fragment1, fragment2);
        }

        return conflicts;
    }

    private static Conflict? Below(string name, CollectedField first, CollectedField second, List<Conflict> conflicts)
    {
        if (conflicts.Count == 0) return null;
        var reason = string.Join(" and ", conflicts.Take(5).Select(c => $"subfields \"{c.Name}\" conflict because {c.Reason}"));
        return new Conflict(name, Shorten(reason), Nodes(first.Node, conflicts, c => c.First), Nodes(second.Node, conflicts, c => c.Second));
    }

    /// <summary>At most 20 places on each side: the enclosing field, then those of the conflicts below.</summary>
    private static List<Node> Nodes(Node node, List<Conflict> conflicts, Func<Conflict, List<Node>> side)
    {
        const int Most = 20;
        var nodes = new List<Node> { node };
        foreach (var conflict in conflicts)
        {
            var below = side(conflict);
            nodes.AddRange(below.Skip(Math.Max(0, below.Count - (Most - nodes.Count))));
            if (nodes.Count == Most) break;
        }

        return nodes;
    }

    private static string Shorten(string text) => text.Length <= 1000 ? text : string.Concat(text.AsSpan(0, 1000), "...");

    private static void Add(List<Conflict> conflicts, Conflict? conflict)
    {
        if (conflict is not null) conflicts.Add(conflict);
    }

    private static bool TypesConflict(GraphQLType a, GraphQLType b)
    {
        if (a is ListType listA) return b is not ListType listB || TypesConflict(listA.Item, listB.Item);
        if (b is ListType) return true;
        if (a is NonNullType nonNullA) return b is not NonNullType nonNullB || TypesConflict(nonNullA.Inner, nonNullB.Inner);
        if (b is NonNullType) return true;
        return (a.Named.IsLeaf || b.Named.IsLeaf) && !ReferenceEquals(a, b);
    }

    private sealed record Conflict(string Name, string Reason, List<Node> First, List<Node> Second);
}
