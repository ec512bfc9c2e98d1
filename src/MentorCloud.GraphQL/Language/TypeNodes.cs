namespace MentorCloud.GraphQL.Language;

/// <summary>A reference to a type as written.</summary>
internal abstract class TypeNode(int start) : Node(start)
{
    /// <summary>The name inside all brackets and exclamation marks.</summary>
    public abstract NamedTypeNode Innermost { get; }
}

internal sealed class NamedTypeNode(int start, string name) : TypeNode(start)
{
    public string Name { get; } = name;
    public override NamedTypeNode Innermost => this;
    public override string ToString() => Name;
}

internal sealed class ListTypeNode(int start, TypeNode item) : TypeNode(start)
{
    public TypeNode Item { get; } = item;
    public override NamedTypeNode Innermost { get; } = item.Innermost;
    public override string ToString() => $"[{Item}]";
}

internal sealed class NonNullTypeNode(int start, TypeNode inner) : TypeNode(start)
{
    public TypeNode Inner { get; } = inner;
    public override NamedTypeNode Innermost { get; } = inner.Innermost;
    public override string ToString() => $"{Inner}!";
}
