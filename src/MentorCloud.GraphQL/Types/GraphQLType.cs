using MentorCloud.GraphQL.Language;

namespace MentorCloud.GraphQL.Types;

/// <summary>A type, wrapped or named (specification, section 3.4). Named types are compared by reference.</summary>
internal abstract class GraphQLType
{
    public abstract TypeKind Kind { get; }

    /// <summary>The named type inside all wrappers.</summary>
    public abstract NamedType Named { get; }

    /// <summary>The type without an outer non-null.</summary>
    public virtual GraphQLType Nullable => this;

    public bool IsNonNull => Kind == TypeKind.NonNull;

    public bool IsInput => Named.Kind is TypeKind.Scalar or TypeKind.Enum or TypeKind.InputObject;

    public bool IsOutput => Named.Kind != TypeKind.InputObject;

    public static bool AreEqual(GraphQLType a, GraphQLType b) => (a, b) switch
    {
        (NonNullType x, NonNullType y) => AreEqual(x.Inner, y.Inner),
        (ListType x, ListType y) => AreEqual(x.Item, y.Item),
        _ => ReferenceEquals(a, b),
    };
}

internal sealed class ListType(GraphQLType item) : GraphQLType
{
    public GraphQLType Item { get; } = item;
    public override TypeKind Kind => TypeKind.List;
    public override NamedType Named => Item.Named;
    public override string ToString() => $"[{Item}]";
}

internal sealed class NonNullType(GraphQLType inner) : GraphQLType
{
    public GraphQLType Inner { get; } = inner;
    public override TypeKind Kind => TypeKind.NonNull;
    public override NamedType Named => Inner.Named;
    public override GraphQLType Nullable => Inner;
    public override string ToString() => $"{Inner}!";
}

internal abstract class NamedType(string name) : GraphQLType
{
    public string Name { get; } = name;
    public string? Description { get; set; }
    public override NamedType Named => this;
    public bool IsLeaf => Kind is TypeKind.Scalar or TypeKind.Enum;
    public bool IsComposite => Kind is TypeKind.Object or TypeKind.Interface or TypeKind.Union;
    public bool IsAbstract => Kind is TypeKind.Interface or TypeKind.Union;

    /// <summary>Part of the specification: not printed and not unbound when nobody binds it.</summary>
    public bool IsBuiltIn { get; init; }

    public override string ToString() => Name;
}
