using MentorCloud.GraphQL.Language;
using MentorCloud.GraphQL.Planning;

namespace MentorCloud.GraphQL.Limits;

/// <summary>Depth, aliases and root fields of an operation with its fragments; each fragment is measured once.</summary>
internal sealed class ShapeLimits(PreparedDocument document, GraphQLLimits limits)
{
    private readonly Dictionary<string, Shape> _fragments = new(StringComparer.Ordinal);

    /// <exception cref="GraphQLException">The operation is beyond a limit; the message names it and the value.</exception>
    public void Check(OperationDefinition operation)
    {
        var shape = Measure(operation.SelectionSet);
        if (shape.Depth > limits.MaxDepth) throw Refusal($"The operation is {shape.Depth} levels deep; at most {limits.MaxDepth} are allowed.", ErrorCodes.DepthLimit);
        if (shape.Aliases > limits.MaxAliases) throw Refusal($"The operation uses {shape.Aliases} aliases; at most {limits.MaxAliases} are allowed.", ErrorCodes.AliasLimit);
        if (shape.Fields > limits.MaxRootFields) throw Refusal($"The operation selects {shape.Fields} root fields; at most {limits.MaxRootFields} are allowed.", ErrorCodes.RootFieldLimit);
    }

    /// <summary>True when the operation asks <c>__schema</c> or <c>__type</c>.</summary>
    public bool Introspects(OperationDefinition operation) => Measure(operation.SelectionSet).Introspects;

    private Shape Measure(SelectionSet set)
    {
        var shape = default(Shape);
        foreach (var selection in set.Selections) shape = shape.With(Measure(selection));
        return shape;
    }

    private Shape Measure(Selection selection) => selection switch
    {
        Field field => Measure(field),
        InlineFragment inline => Measure(inline.SelectionSet),
        FragmentSpread spread => MeasureFragment(spread.Name.Value),
        _ => default,
    };

    private Shape Measure(Field field)
    {
        var introspects = field.Name.Value is "__schema" or "__type";
        var aliases = field.Alias is null ? 0 : 1;
        if (field.SelectionSet is null) return new Shape(1, aliases, 1, introspects);
        var below = Measure(field.SelectionSet);
        return introspects
            ? new Shape(1, Shape.Sum(aliases, below.Aliases), 1, true)
            : new Shape(below.Depth + 1, Shape.Sum(aliases, below.Aliases), 1, below.Introspects);
    }

    private Shape MeasureFragment(string name)
    {
        if (_fragments.TryGetValue(name, out var known)) return known;
        if (!document.Fragments.TryGetValue(name, out var fragment)) return default;
        _fragments[name] = default;
        return _fragments[name] = Measure(fragment.SelectionSet);
    }

    private static GraphQLException Refusal(string message, string code) => new(message, code);

    private readonly record struct Shape(int Depth, int Aliases, int Fields, bool Introspects)
    {
        public Shape With(Shape other) => new(Math.Max(Depth, other.Depth), Sum(Aliases, other.Aliases), Sum(Fields, other.Fields), Introspects || other.Introspects);

        public static int Sum(int a, int b) => (int)Math.Min((long)a + b, int.MaxValue);
    }
}
