using MentorCloud.GraphQL.Language;
using MentorCloud.GraphQL.Types;

namespace MentorCloud.GraphQL.Introspection;

#pragma warning disable CA1707, IDE1006 // Named after the fields __schema and __type.
internal static class MetaResolvers
{
    public static Schema __schema(FieldContext context) => context.Schema;

    public static GraphQLType? __type(string name, FieldContext context) => name == MetaFields.TypeName ? null : context.Schema.Types.Find(name);
}
#pragma warning restore CA1707, IDE1006

internal static class SchemaResolvers
{
    public static string? Description(Schema parent) => parent.Description;

    public static IEnumerable<GraphQLType> Types(Schema parent) => parent.Types.Where(t => t.Name != MetaFields.TypeName);

    public static GraphQLType QueryType(Schema parent) => parent.Query!;

    public static GraphQLType? MutationType(Schema parent) => parent.Mutation;

    public static GraphQLType? SubscriptionType(Schema parent) => parent.Subscription;

    public static IEnumerable<DirectiveDef> Directives(Schema parent) => parent.Directives;
}

internal static class TypeResolvers
{
    public static TypeKind Kind(GraphQLType parent) => parent.Kind;

    public static string? Name(GraphQLType parent) => (parent as NamedType)?.Name;

    public static string? Description(GraphQLType parent) => (parent as NamedType)?.Description;

    public static string? SpecifiedByURL(GraphQLType parent) => (parent as ScalarType)?.SpecifiedBy;

    public static IEnumerable<FieldDef>? Fields(GraphQLType parent, bool? includeDeprecated) =>
        (parent as FieldsType)?.Fields.Where(f => includeDeprecated == true || f.Deprecation is null);

    public static IEnumerable<GraphQLType>? Interfaces(GraphQLType parent) => (parent as FieldsType)?.Interfaces;

    public static IEnumerable<GraphQLType>? PossibleTypes(GraphQLType parent, FieldContext context) =>
        parent is NamedType { IsAbstract: true } type ? context.Schema.PossibleTypes(type) : null;

    public static IEnumerable<EnumMember>? EnumValues(GraphQLType parent, bool? includeDeprecated) =>
        (parent as EnumType)?.Values.Where(v => includeDeprecated == true || v.Deprecation is null);

    public static IEnumerable<InputValueDef>? InputFields(GraphQLType parent, bool? includeDeprecated) =>
        (parent as InputObjectType)?.Fields.Where(f => includeDeprecated == true || f.Deprecation is null);

    public static GraphQLType? OfType(GraphQLType parent) => parent switch
    {
        ListType list => list.Item,
        NonNullType nonNull => nonNull.Inner,
        _ => null,
    };

    public static bool? IsOneOf(GraphQLType parent) => (parent as InputObjectType)?.IsOneOf;
}

internal static class FieldResolvers
{
    public static IEnumerable<InputValueDef> Args(FieldDef parent, bool? includeDeprecated) =>
        parent.Arguments.Where(a => includeDeprecated == true || a.Deprecation is null);

    public static bool IsDeprecated(FieldDef parent) => parent.Deprecation is not null;

    public static string? DeprecationReason(FieldDef parent) => parent.Deprecation;
}

internal static class InputValueResolvers
{
    public static string? DefaultValue(InputValueDef parent) => parent.Default is null ? null : Printer.Print(parent.Default);

    public static bool IsDeprecated(InputValueDef parent) => parent.Deprecation is not null;

    public static string? DeprecationReason(InputValueDef parent) => parent.Deprecation;
}

internal static class EnumValueResolvers
{
    public static bool IsDeprecated(EnumMember parent) => parent.Deprecation is not null;

    public static string? DeprecationReason(EnumMember parent) => parent.Deprecation;
}

internal static class DirectiveResolvers
{
    public static IEnumerable<InputValueDef> Args(DirectiveDef parent, bool? includeDeprecated) =>
        parent.Arguments.Where(a => includeDeprecated == true || a.Deprecation is null);
}
