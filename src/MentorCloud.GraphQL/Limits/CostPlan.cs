using System.Globalization;
using System.Text.Json;
using MentorCloud.GraphQL.Binding;
using MentorCloud.GraphQL.Language;
using MentorCloud.GraphQL.Planning;
using MentorCloud.GraphQL.Types;

namespace MentorCloud.GraphQL.Limits;

/// <summary>
/// What an operation costs: a field of objects 1, a leaf 0, unless <c>@cost</c> says otherwise; what stands below a list
/// counts as often as the list is long by its slicing argument, its assumed size, or the default. A fragment is
/// computed once for each way in which a field above it names its list, so the work is linear in the document.
/// </summary>
internal sealed class CostPlan
{
    private readonly PreparedDocument _document;
    private readonly OperationDefinition _operation;
    private readonly ObjectType _root;
    private readonly GraphQLLimits _limits;
    private readonly long? _constant;

    public CostPlan(PreparedDocument document, OperationDefinition operation, ObjectType root, GraphQLLimits limits)
    {
        _document = document;
        _operation = operation;
        _root = root;
        _limits = limits;
        var probe = new Run(this, null);
        var cost = probe.Of(operation.SelectionSet, root);
        if (!probe.AskedVariables) _constant = cost;
    }

    /// <summary>The cost with these variables; saturates instead of overflowing.</summary>
    public int For(VariableValues variables) =>
        (int)Math.Min(_constant ?? new Run(this, variables).Of(_operation.SelectionSet, _root), int.MaxValue);

    private static long Add(long a, long b) => Math.Min(a + b, int.MaxValue);

    private static long Multiply(long a, long b) => Math.Min(a * Math.Min(b, int.MaxValue), int.MaxValue);

    /// <summary>What a selection costs: once, and for each entry of the list that the field above it names as its own.</summary>
    private readonly record struct Parts(long Once, long Each)
    {
        public Parts And(Parts other) => new(Add(Once, other.Once), Add(Each, other.Each));
    }

    private sealed class Run(CostPlan plan, VariableValues? variables)
    {
        private readonly Dictionary<(string Fragment, IReadOnlyList<string> Sized), Parts> _fragments = [];

        public bool AskedVariables { get; private set; }

        public long Of(SelectionSet set, NamedType? type) => Of(set, type, []).Once;

        private Parts Of(SelectionSet set, NamedType? type, IReadOnlyList<string> sized)
        {
            var sum = default(Parts);
            foreach (var selection in set.Selections)
            {
                sum = sum.And(selection switch
                {
                    Field field => Of(field, type, sized),
                    InlineFragment inline => Of(inline.SelectionSet, inline.TypeCondition is null ? type : plan._document.Schema.Types.Find(inline.TypeCondition.Name), sized),
                    FragmentSpread spread => OfFragment(spread.Name.Value, sized),
                    _ => default,
                });
            }

            return sum;
        }

        private Parts OfFragment(string name, IReadOnlyList<string> sized)
        {
            if (_fragments.TryGetValue((name, sized), out var known)) return known;
            if (!plan._document.Fragments.TryGetValue(name, out var fragment)) return default;
            _fragments[(name, sized)] = default;
            return _fragments[(name, sized)] = Of(fragment.SelectionSet, plan._document.Schema.Types.Find(fragment.TypeCondition.Name), sized);
        }

        private Parts Of(Field field, NamedType? type, IReadOnlyList<string> sized)
        {
            if (field.Name.Value == "__schema") return new Parts(plan._document.Schema.Types.Count, 0);
            if (field.Name.Value == "__type") return new Parts(1, 0);
            if (field.Name.Value.StartsWith("__", StringComparison.Ordinal) || type is not FieldsType fields || !fields.Fields.TryGet(field.Name.Value, out var definition)) return default;
            var own = definition.Cost ?? (definition.Type.Named.IsComposite ? 1 : 0);
            if (field.SelectionSet is null) return new Parts(own, 0);
            var below = Of(field.SelectionSet, definition.Type.Named, definition.Size?.SizedFields ?? []);
            if (definition.Size is { SizedFields.Count: > 0 }) return new Parts(Add(own, Add(below.Once, Multiply(below.Each, SizeOf(field, definition)))), 0);
            var each = Add(own, below.Once);
            if (!IsList(definition.Type)) return new Parts(each, 0);
            return sized.Contains(definition.Name) ? new Parts(0, each) : new Parts(Multiply(each, SizeOf(field, definition)), 0);
        }

        private long SizeOf(Field field, FieldDef definition)
        {
            long? size = null;
            var names = definition.Size?.SlicingArguments ?? (IsList(definition.Type) ? ["first", "last", "limit"] : (IReadOnlyList<string>)[]);
            foreach (var name in names)
            {
                if (definition.Arguments.TryGet(name, out var argument) && Number(field, argument) is { } given) size = Math.Max(size ?? 0, given);
            }

            return size ?? definition.Size?.Assumed ?? plan._limits.DefaultListSize;
        }

        private long? Number(Field field, InputValueDef definition)
        {
            var value = ArgumentCoercion.Find(field.Arguments, definition.Name)?.Value ?? definition.Default;
            if (value is VariableNode variable)
            {
                AskedVariables = true;
                return variables is not null && variables.TryGet(variable.Name.Value, out var given)
                    ? given switch { int i => Math.Max(i, 0), long l => Math.Max(l, 0), JsonElement { ValueKind: JsonValueKind.Number } j => (long)Math.Max(j.GetDouble(), 0), _ => null }
                    : definition.Default is IntValue d ? long.Parse(d.Text, CultureInfo.InvariantCulture) : null;
            }

            return value is IntValue literal && long.TryParse(literal.Text, CultureInfo.InvariantCulture, out var number) ? Math.Max(number, 0) : null;
        }

        private static bool IsList(GraphQLType type) => type.Nullable is ListType;
    }
}
