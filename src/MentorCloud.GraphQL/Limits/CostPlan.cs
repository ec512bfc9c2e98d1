using System.Globalization;
using System.Text.Json;
using MentorCloud.GraphQL.Binding;
using MentorCloud.GraphQL.Language;
using MentorCloud.GraphQL.Planning;
using MentorCloud.GraphQL.Types;

namespace MentorCloud.GraphQL.Limits;

/// <summary>
/// What an operation costs: a field of objects 1, a leaf 0, unless <c>@cost</c> says otherwise; what stands below a list
/// counts as often as the list is long by its slicing argument, its assumed size, or the default. Fragments are
/// computed once, so the work is linear in the document.
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
        var cost = probe.Of(operation.SelectionSet, root, false);
        if (!probe.AskedVariables) _constant = cost;
    }

    /// <summary>The cost with these variables; saturates instead of overflowing.</summary>
    public int For(VariableValues variables) =>
        (int)Math.Min(_constant ?? new Run(this, variables).Of(_operation.SelectionSet, _root, false), int.MaxValue);

    private sealed class Run(CostPlan plan, VariableValues? variables)
    {
        private readonly Dictionary<string, long> _fragments = new(StringComparer.Ordinal);

        public bool AskedVariables { get; private set; }

        public long Of(SelectionSet set, NamedType? type, bool sized)
        {
            var sum = 0L;
            foreach (var selection in set.Selections)
            {
                sum = Add(sum, selection switch
                {
                    Field field => Of(field, type, null),
                    InlineFragment inline => Of(inline.SelectionSet, inline.TypeCondition is null ? type : plan._document.Schema.Types.Find(inline.TypeCondition.Name), sized),
                    FragmentSpread spread => OfFragment(spread.Name.Value),
                    _ => 0,
                });
            }

            return sum;
        }

        private long OfFragment(string name)
        {
            if (_fragments.TryGetValue(name, out var known)) return known;
            if (!plan._document.Fragments.TryGetValue(name, out var fragment)) return 0;
            _fragments[name] = 0;
            return _fragments[name] = Of(fragment.SelectionSet, plan._document.Schema.Types.Find(fragment.TypeCondition.Name), false);
        }

        private long Of(Field field, NamedType? type, long? sizeFromAbove)
        {
            if (field.Name.Value.StartsWith("__", StringComparison.Ordinal) || type is not FieldsType fields || !fields.Fields.TryGet(field.Name.Value, out var definition)) return 0;
            var own = definition.Cost ?? (definition.Type.Named.IsComposite ? 1 : 0);
            if (field.SelectionSet is null) return own;
            var size = SizeOf(field, definition);
            var sized = definition.Size?.SizedFields ?? [];
            if (sized.Count == 0)
            {
                var each = Add(own, Of(field.SelectionSet, definition.Type.Named, false));
                return IsList(definition.Type) ? Multiply(each, sizeFromAbove ?? size) : each;
            }

            return Add(own, OfSized(field.SelectionSet, definition.Type.Named, sized, size));
        }

        /// <summary>A connection: the size counts for the lists below that it names.</summary>
        private long OfSized(SelectionSet set, NamedType type, IReadOnlyList<string> sized, long size)
        {
            var sum = 0L;
            foreach (var selection in set.Selections)
            {
                sum = Add(sum, selection switch
                {
                    Field field => Of(field, type, sized.Contains(field.Name.Value) ? size : null),
                    InlineFragment inline => OfSized(inline.SelectionSet, type, sized, size),
                    FragmentSpread spread when plan._document.Fragments.TryGetValue(spread.Name.Value, out var fragment) => OfSized(fragment.SelectionSet, type, sized, size),
                    _ => 0,
                });
            }

            return sum;
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

        private static long Add(long a, long b) => Math.Min(a + b, int.MaxValue);

        private static long Multiply(long a, long b) => Math.Min(a * Math.Min(b, int.MaxValue), int.MaxValue);
    }
}
