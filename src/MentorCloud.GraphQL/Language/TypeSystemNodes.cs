namespace MentorCloud.GraphQL.Language;

/// <summary>A definition or extension of the type system; executable documents must not contain one.</summary>
internal abstract class TypeSystemDefinition(int start) : Definition(start)
{
    public bool IsExtension { get; init; }
    public StringValue? Description { get; init; }
    public IReadOnlyList<Directive> Directives { get; init; } = [];
}

internal sealed class SchemaDefinition(int start) : TypeSystemDefinition(start)
{
    public required IReadOnlyList<OperationTypeDefinition> Operations { get; init; }
}

internal sealed class OperationTypeDefinition(int start, OperationKind kind, NamedTypeNode type) : Node(start)
{
    public OperationKind Kind { get; } = kind;
    public NamedTypeNode Type { get; } = type;
}

internal enum TypeKind : byte
{
    Scalar,
    Object,
    Interface,
    Union,
    Enum,
    InputObject,
    List,
    NonNull,
}

/// <summary>Any of the six kinds of named types; the lists that its kind does not have are empty.</summary>
internal sealed class TypeDefinition(int start) : TypeSystemDefinition(start)
{
    public required TypeKind Kind { get; init; }
    public required Name Name { get; init; }
    public IReadOnlyList<NamedTypeNode> Interfaces { get; init; } = [];
    public IReadOnlyList<FieldDefinition> Fields { get; init; } = [];
    public IReadOnlyList<NamedTypeNode> Members { get; init; } = [];
    public IReadOnlyList<EnumValueDefinition> Values { get; init; } = [];
    public IReadOnlyList<InputValueDefinition> InputFields { get; init; } = [];
}

internal sealed class FieldDefinition(int start) : Node(start)
{
    public StringValue? Description { get; init; }
    public required Name Name { get; init; }
    public required IReadOnlyList<InputValueDefinition> Arguments { get; init; }
    public required TypeNode Type { get; init; }
    public required IReadOnlyList<Directive> Directives { get; init; }
}

internal sealed class InputValueDefinition(int start) : Node(start)
{
    public StringValue? Description { get; init; }
    public required Name Name { get; init; }
    public required TypeNode Type { get; init; }
    public ValueNode? Default { get; init; }
    public required IReadOnlyList<Directive> Directives { get; init; }
}

internal sealed class EnumValueDefinition(int start) : Node(start)
{
    public StringValue? Description { get; init; }
    public required Name Name { get; init; }
    public required IReadOnlyList<Directive> Directives { get; init; }
}

internal sealed class DirectiveDefinition(int start) : TypeSystemDefinition(start)
{
    public required Name Name { get; init; }
    public required IReadOnlyList<InputValueDefinition> Arguments { get; init; }
    public required bool Repeatable { get; init; }
    public required IReadOnlyList<Name> Locations { get; init; }
}
