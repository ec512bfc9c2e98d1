using MentorCloud.GraphQL.Binding;
using MentorCloud.GraphQL.Types;

namespace MentorCloud.GraphQL.Introspection;

/// <summary>Introspection is answered like any other part of a schema: by resolver classes on the engine's own model.</summary>
internal static class IntrospectionBinding
{
    public static void Register(BindingOptions options)
    {
        if (options.ResolversOf("__Meta").Count > 0) return;
        options.AddResolvers("__Meta", typeof(MetaResolvers));
        Add("__Schema", typeof(SchemaResolvers), typeof(Schema));
        Add("__Type", typeof(TypeResolvers), typeof(GraphQLType));
        Add("__Field", typeof(FieldResolvers), typeof(FieldDef));
        Add("__InputValue", typeof(InputValueResolvers), typeof(InputValueDef));
        Add("__EnumValue", typeof(EnumValueResolvers), typeof(EnumMember));
        Add("__Directive", typeof(DirectiveResolvers), typeof(DirectiveDef));

        void Add(string name, Type resolvers, Type clr)
        {
            options.AddResolvers(name, resolvers);
            options.ClrTypes.Add((name, clr));
        }
    }
}
