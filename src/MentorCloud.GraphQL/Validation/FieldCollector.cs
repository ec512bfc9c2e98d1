using MentorCloud.GraphQL.Language;
using MentorCloud.GraphQL.Types;

namespace MentorCloud.GraphQL.Validation;

/// <summary>The fields of a selection set by response name, and the fragments that it spreads.</summary>
internal sealed class CollectedFields
{
    public List<string> Names { get; } = [];

    public Dictionary<string, List<CollectedField>> Groups { get; } = new(StringComparer.Ordinal);

    public List<string> Fragments { get; } = [];

    /// <summary>The same fragments, to find one among many.</summary>
    public HashSet<string> Spread { get; } = new(StringComparer.Ordinal);

    /// <summary>Fragments already compared with these fields; true where only as mutually exclusive.</summary>
    public Dictionary<string, bool> ComparedFragments { get; } = new(StringComparer.Ordinal);
}

internal sealed record CollectedField(NamedType? Parent, Field Node, FieldDef? Definition);

/// <summary>Collects each selection set once.</summary>
internal sealed class FieldCollector(ValidationContext context)
{
    private readonly Dictionary<SelectionSet, CollectedFields> _known = [];

    public CollectedFields Of(FragmentDefinition fragment) =>
        Of(fragment.SelectionSet, context.Schema.Types.Find(fragment.TypeCondition.Name));

    public CollectedFields Of(SelectionSet set, NamedType? parent)
    {
        if (_known.TryGetValue(set, out var known)) return known;
        var fields = new CollectedFields();
        Collect(set, parent, fields);
        _known.Add(set, fields);
        return fields;
    }

    private void Collect(SelectionSet set, NamedType? parent, CollectedFields fields)
    {
        foreach (var selection in set.Selections)
        {
            switch (selection)
            {
                case Field field:
                    Add(fields, field, parent);
                    break;
                case FragmentSpread spread:
                    if (fields.Spread.Add(spread.Name.Value)) fields.Fragments.Add(spread.Name.Value);
                    break;
                case InlineFragment inline:
                    Collect(inline.SelectionSet, inline.TypeCondition is null ? parent : context.Schema.Types.Find(inline.TypeCondition.Name), fields);
                    break;
            }
        }
    }

    private static void Add(CollectedFields fields, Field field, NamedType? parent)
    {
        var definition = (parent as FieldsType)?.Fields.Find(field.Name.Value);
        if (!fields.Groups.TryGetValue(field.ResponseName, out var group))
        {
            fields.Groups.Add(field.ResponseName, group = []);
            fields.Names.Add(field.ResponseName);
        }

        group.Add(new CollectedField(parent, field, definition));
    }
}
