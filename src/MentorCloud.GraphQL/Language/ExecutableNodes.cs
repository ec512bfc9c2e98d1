namespace MentorCloud.GraphQL.Language;

/// <summary>A piece of syntax; <see cref="Start"/> is the UTF-16 offset of its first token.</summary>
internal abstract class Node(int start)
{
    public int Start { get; } = start;
}

internal abstract class Definition(int start) : Node(start);

internal enum OperationKind : byte
{
    Query,
    Mutation,
    Subscription,
}

internal sealed class OperationDefinition(int start) : Definition(start)
{
    public required OperationKind Kind { get; init; }
    public StringValue? Description { get; init; }
    public Name? Name { get; init; }
    public required IReadOnlyList<VariableDefinition> Variables { get; init; }
    public required IReadOnlyList<Directive> Directives { get; init; }
    public required SelectionSet SelectionSet { get; init; }

    /// <summary>True for the form <c>{ field }</c>.</summary>
    public bool IsShorthand { get; init; }
}

internal sealed class FragmentDefinition(int start) : Definition(start)
{
    public StringValue? Description { get; init; }
    public required Name Name { get; init; }
    public required NamedTypeNode TypeCondition { get; init; }
    public required IReadOnlyList<Directive> Directives { get; init; }
    public required SelectionSet SelectionSet { get; init; }
}

internal sealed class VariableDefinition(int start) : Node(start)
{
    public StringValue? Description { get; init; }
    public required VariableNode Variable { get; init; }
    public required TypeNode Type { get; init; }
    public ValueNode? Default { get; init; }
    public required IReadOnlyList<Directive> Directives { get; init; }
}

internal sealed class SelectionSet(int start, IReadOnlyList<Selection> selections) : Node(start)
{
    public IReadOnlyList<Selection> Selections { get; } = selections;
}

internal abstract class Selection(int start) : Node(start)
{
    public required IReadOnlyList<Directive> Directives { get; init; }
}

internal sealed class Field(int start) : Selection(start)
{
    public Name? Alias { get; init; }
    public required Name Name { get; init; }
    public required IReadOnlyList<Argument> Arguments { get; init; }
    public SelectionSet? SelectionSet { get; init; }
    public string ResponseName => Alias?.Value ?? Name.Value;
}

internal sealed class FragmentSpread(int start) : Selection(start)
{
    public required Name Name { get; init; }
}

internal sealed class InlineFragment(int start) : Selection(start)
{
    public NamedTypeNode? TypeCondition { get; init; }
    public required SelectionSet SelectionSet { get; init; }
}

internal sealed class Argument(int start, Name name, ValueNode value) : Node(start)
{
    public Name Name { get; } = name;
    public ValueNode Value { get; } = value;
}

internal sealed class Directive(int start, Name name, IReadOnlyList<Argument> arguments) : Node(start)
{
    public Name Name { get; } = name;
    public IReadOnlyList<Argument> Arguments { get; } = arguments;
}
