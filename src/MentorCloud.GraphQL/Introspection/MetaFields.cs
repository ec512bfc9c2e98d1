using System.Text;
using MentorCloud.GraphQL.Binding;
using MentorCloud.GraphQL.Execution;
using MentorCloud.GraphQL.Types;

namespace MentorCloud.GraphQL.Introspection;

/// <summary>The fields that exist without being defined: <c>__typename</c> everywhere, <c>__schema</c> and <c>__type</c> on the query type.</summary>
internal static class MetaFields
{
    /// <summary>Name of the type that holds the definitions of <c>__schema</c> and <c>__type</c>; never shown.</summary>
    public const string TypeName = "__Meta";

    /// <summary>A meta field for execution; null when the type has none of that name.</summary>
    public static FieldDef? Find(Schema schema, ObjectType type, string name)
    {
        if (name == "__typename")
        {
            return new FieldDef(name, type, new NonNullType(schema.Types.Find("String")!))
            {
                Binding = new FieldBinding(() => new ConstantInvoker(Encoding.UTF8.GetBytes($"\"{type.Name}\"")), []),
            };
        }

        return ReferenceEquals(type, schema.Query) ? schema.MetaFields.Find(name) : null;
    }

    /// <summary>A meta field's definition for validation, where the type may be abstract.</summary>
    public static FieldDef? Definition(Schema schema, NamedType type, string name)
    {
        if (name == "__typename") return type.IsComposite ? TypeNameOf(schema) : null;
        return ReferenceEquals(type, schema.Query) ? schema.MetaFields.Find(name) : null;
    }

    private static FieldDef TypeNameOf(Schema schema) =>
        new("__typename", schema.Query!, new NonNullType(schema.Types.Find("String")!));
}
