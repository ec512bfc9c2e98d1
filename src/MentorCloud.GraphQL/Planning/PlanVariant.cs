using MentorCloud.GraphQL.Binding;
using MentorCloud.GraphQL.Introspection;
using MentorCloud.GraphQL.Language;
using MentorCloud.GraphQL.Types;

namespace MentorCloud.GraphQL.Planning;

/// <summary>
/// An operation's plan for one assignment of the variables that <c>@skip</c> and <c>@include</c> ask. Conditions are
/// decided here once, so that nothing is asked while values are written.
/// </summary>
internal sealed class PlanVariant
{
    private readonly PreparedDocument _document;
    private readonly IReadOnlyDictionary<string, object?> _conditions;
    private int _argumentSlots;
    private SelectionPlan? _root;

    public PlanVariant(PreparedDocument document, OperationDefinition operation, ObjectType rootType, IReadOnlyDictionary<string, object?> conditions)
    {
        _document = document;
        _conditions = conditions;
        Operation = operation;
        RootType = rootType;
    }

    public OperationDefinition Operation { get; }

    public ObjectType RootType { get; }

    public Schema Schema => _document.Schema;

    public Document Document => _document.Document;

    public int ArgumentSlots => _argumentSlots;

    /// <summary>The root selection; throws <see cref="ArgumentCoercionException"/> when a condition has no value.</summary>
    public SelectionPlan Root => _root ??= Collect(RootType, [Operation.SelectionSet]);

    public int NextArgumentSlot() => Interlocked.Increment(ref _argumentSlots) - 1;

    public SelectionPlan Collect(ObjectType type, List<Field> parents) =>
        Collect(type, parents.Where(p => p.SelectionSet is not null).Select(p => p.SelectionSet!));

    /// <summary>True when neither <c>@skip</c> nor <c>@include</c> takes the selection out.</summary>
    public bool IsIncluded(IReadOnlyList<Directive> directives)
    {
        if (directives.Count == 0) return true;
        var skip = directives.FirstOrDefault(d => d.Name.Value == "skip");
        if (skip is not null && Condition(skip)) return false;
        var include = directives.FirstOrDefault(d => d.Name.Value == "include");
        return include is null || Condition(include);
    }

    public FragmentDefinition? Fragment(string name) => _document.Fragments.GetValueOrDefault(name);

    private SelectionPlan Collect(ObjectType type, IEnumerable<SelectionSet> sets)
    {
        var groups = new OrderedMap<List<Field>>();
        var names = new List<string>();
        var visited = new HashSet<string>(StringComparer.Ordinal);
        foreach (var set in sets) Collect(type, set, groups, names, visited);
        var fields = new FieldPlan[groups.Count];
        var count = 0;
        for (var i = 0; i < groups.Count; i++)
        {
            if (FieldOf(type, groups[i][0].Name.Value) is { } def) fields[count] = new FieldPlan(this, def, names[i], groups[i], count++ == 0);
        }

        return new SelectionPlan(type, fields[..count]);
    }

    private FieldDef? FieldOf(ObjectType type, string name) =>
        type.Fields.Find(name) ?? MetaFields.Find(Schema, type, name);

    private void Collect(ObjectType type, SelectionSet set, OrderedMap<List<Field>> groups, List<string> names, HashSet<string> visited)
    {
        foreach (var selection in set.Selections)
        {
            if (!IsIncluded(selection.Directives)) continue;
            switch (selection)
            {
                case Field field:
                    Add(field, groups, names);
                    break;
                case InlineFragment inline when inline.TypeCondition is null || Applies(inline.TypeCondition.Name, type):
                    Collect(type, inline.SelectionSet, groups, names, visited);
                    break;
                case FragmentSpread spread when visited.Add(spread.Name.Value) && Fragment(spread.Name.Value) is { } fragment && Applies(fragment.TypeCondition.Name, type):
                    Collect(type, fragment.SelectionSet, groups, names, visited);
                    break;
            }
        }
    }

    private static void Add(Field field, OrderedMap<List<Field>> groups, List<string> names)
    {
        if (groups.TryGet(field.ResponseName, out var group))
        {
            group.Add(field);
            return;
        }

        groups.TryAdd(field.ResponseName, [field]);
        names.Add(field.ResponseName);
    }

    private bool Applies(string typeCondition, ObjectType type) =>
        typeCondition == type.Name || (Schema.Types.Find(typeCondition) is { IsAbstract: true } condition && Schema.IsPossible(condition, type));

    private bool Condition(Directive directive)
    {
        var value = ArgumentCoercion.Find(directive.Arguments, "if")!.Value;
        if (value is BooleanValue literal) return literal.Value;
        var name = ((VariableNode)value).Name.Value;
        return _conditions.GetValueOrDefault(name) as bool?
            ?? throw new ArgumentCoercionException(
                _conditions.ContainsKey(name)
                    ? "Argument \"if\" of non-null type \"Boolean!\" must not be null."
                    : $"Argument \"if\" of required type \"Boolean!\" was provided the variable \"${name}\" which was not provided a runtime value.",
                value);
    }
}
