using MentorCloud.GraphQL.Language;
using MentorCloud.GraphQL.Types;

namespace MentorCloud.GraphQL.Validation;

/// <summary>Section 5.3.1.</summary>
internal sealed class FieldsOnCorrectType(ValidationContext context) : Rule(context)
{
    public override void EnterField(Field field, NamedType? parent, FieldDef? definition)
    {
        if (parent is not null && definition is null) Report($"Cannot query field \"{field.Name}\" on type \"{parent}\".", field);
    }
}

/// <summary>Section 5.3.3.</summary>
internal sealed class ScalarLeafs(ValidationContext context) : Rule(context)
{
    public override void EnterField(Field field, NamedType? parent, FieldDef? definition)
    {
        if (definition is null) return;
        if (definition.Type.Named.IsLeaf)
        {
            if (field.SelectionSet is not null)
            {
                Report($"Field \"{field.Name}\" must not have a selection since type \"{definition.Type}\" has no subfields.", field.SelectionSet);
            }
        }
        else if (field.SelectionSet is null)
        {
            Report($"Field \"{field.Name}\" of type \"{definition.Type}\" must have a selection of subfields. Did you mean \"{field.Name} {{ ... }}\"?", field);
        }
    }
}

/// <summary>Introspection may not be used to nest lists without end.</summary>
internal sealed class MaxIntrospectionDepth(ValidationContext context) : Rule(context)
{
    private const int MaxListsDepth = 3;
    private readonly Dictionary<string, int> _checked = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _exceeded = new(StringComparer.Ordinal);

    public override void EnterField(Field field, NamedType? parent, FieldDef? definition)
    {
        if (field.Name.Value is "__schema" or "__type" && Exceeds(field, new Dictionary<string, int>(StringComparer.Ordinal), 0))
        {
            Report("Maximum introspection depth exceeded", field);
        }
    }

    private bool Exceeds(Selection node, Dictionary<string, int> visited, int depth)
    {
        Context.Spend(1);
        if (node is FragmentSpread spread) return ExceedsSpread(spread.Name.Value, visited, depth);
        if (node is Field { Name.Value: "fields" or "interfaces" or "possibleTypes" or "inputFields" } && ++depth >= MaxListsDepth) return true;
        return Exceeds((node as Field)?.SelectionSet ?? (node as InlineFragment)?.SelectionSet, visited, depth);
    }

    private bool Exceeds(SelectionSet? set, Dictionary<string, int> visited, int depth)
    {
        if (set is null) return false;
        foreach (var selection in set.Selections)
        {
            if (Exceeds(selection, visited, depth)) return true;
        }

        return false;
    }

    private bool ExceedsSpread(string name, Dictionary<string, int> visited, int depth)
    {
        if (_exceeded.TryGetValue(name, out var exceeded) && exceeded <= depth) return true;
        if (visited.TryGetValue(name, out var entered) && entered >= depth) return false;
        if (_checked.TryGetValue(name, out var fine) && fine >= depth) return false;
        if (!Context.Fragments.TryGetValue(name, out var fragment)) return false;
        visited[name] = depth;
        if (Exceeds(fragment.SelectionSet, visited, depth))
        {
            _exceeded[name] = depth;
            return true;
        }

        _checked[name] = depth;
        return false;
    }
}
