using MentorCloud.GraphQL.Language;
using MentorCloud.GraphQL.Scalars;

namespace MentorCloud.GraphQL.Types;

internal sealed class ScalarType(string name) : NamedType(name)
{
    public override TypeKind Kind => TypeKind.Scalar;

    /// <summary>How its values are read and written; a scalar that nobody binds passes JSON through.</summary>
    public Scalar Codec { get; set; } = JsonScalar.Instance;

    public string? SpecifiedBy { get; set; }
}

/// <summary>Object or interface: what has fields.</summary>
internal abstract class FieldsType(string name) : NamedType(name)
{
    public OrderedMap<FieldDef> Fields { get; } = new();

    public List<InterfaceType> Interfaces { get; } = [];
}

internal sealed class ObjectType(string name) : FieldsType(name)
{
    public override TypeKind Kind => TypeKind.Object;

    /// <summary>Dense number among the schema's object types; plans index by it.</summary>
    public int Index { get; set; }

    /// <summary>The CLR type of its values, when bound or inferred.</summary>
    public Type? Clr { get; set; }
}

internal sealed class InterfaceType(string name) : FieldsType(name)
{
    public override TypeKind Kind => TypeKind.Interface;
}

internal sealed class UnionType(string name) : NamedType(name)
{
    public override TypeKind Kind => TypeKind.Union;

    public List<ObjectType> Members { get; } = [];
}

internal sealed class EnumType(string name) : NamedType(name)
{
    public override TypeKind Kind => TypeKind.Enum;

    public OrderedMap<EnumMember> Values { get; } = new();
}

internal sealed class InputObjectType(string name) : NamedType(name)
{
    public override TypeKind Kind => TypeKind.InputObject;

    public OrderedMap<InputValueDef> Fields { get; } = new();

    public bool IsOneOf { get; set; }
}
