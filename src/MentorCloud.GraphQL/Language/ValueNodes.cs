namespace MentorCloud.GraphQL.Language;

/// <summary>A literal in a document.</summary>
internal abstract class ValueNode(int start) : Node(start);

internal sealed class VariableNode(int start, Name name) : ValueNode(start)
{
    public Name Name { get; } = name;
}

internal sealed class IntValue(int start, string text) : ValueNode(start)
{
    public string Text { get; } = text;
}

internal sealed class FloatValue(int start, string text) : ValueNode(start)
{
    public string Text { get; } = text;
}

internal sealed class StringValue(int start, string text, bool block) : ValueNode(start)
{
    public string Text { get; } = text;
    public bool Block { get; } = block;
}

internal sealed class BooleanValue(int start, bool value) : ValueNode(start)
{
    public bool Value { get; } = value;
}

internal sealed class NullValue(int start) : ValueNode(start);

internal sealed class EnumValue(int start, string name) : ValueNode(start)
{
    public string Name { get; } = name;
}

internal sealed class ListValue(int start, IReadOnlyList<ValueNode> items) : ValueNode(start)
{
    public IReadOnlyList<ValueNode> Items { get; } = items;
}

internal sealed class ObjectValue(int start, IReadOnlyList<ObjectField> fields) : ValueNode(start)
{
    public IReadOnlyList<ObjectField> Fields { get; } = fields;
}

internal sealed class ObjectField(int start, Name name, ValueNode value) : Node(start)
{
    public Name Name { get; } = name;
    public ValueNode Value { get; } = value;
}
