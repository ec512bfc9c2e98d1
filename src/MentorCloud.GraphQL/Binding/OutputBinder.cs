using MentorCloud.GraphQL.Execution;
using MentorCloud.GraphQL.Types;

namespace MentorCloud.GraphQL.Binding;

/// <summary>Makes the writer for a position of the schema and the CLR type that its resolver gives.</summary>
internal sealed class OutputBinder(Schema schema)
{
    /// <summary>A <c>ValueWriter&lt;clr&gt;</c>.</summary>
    /// <exception cref="BindingException">The CLR type cannot carry the GraphQL type.</exception>
    public object Writer(GraphQLType type, Type clr)
    {
        var nullable = !type.IsNonNull;
        if (clr == typeof(object)) return new DynamicWriter(schema, type);
        if (Nullable.GetUnderlyingType(clr) is { } underlying)
        {
            return Make(typeof(NullableWriter<>), [underlying], nullable, Writer(new NonNullType(type.Nullable), underlying));
        }

        return type.Nullable switch
        {
            ListType list => List(list, clr, nullable),
            ScalarType scalar => LeafWriters.Scalar(scalar, clr, nullable),
            EnumType @enum => LeafWriters.Enum(@enum, clr, nullable),
            ObjectType o => Composite(o, clr, () => Make(typeof(ObjectWriter<>), [clr], nullable, o)),
            NamedType abstractType => Composite(abstractType, clr, () => Make(typeof(AbstractWriter<>), [clr], nullable, schema, abstractType)),
            _ => throw new BindingException($"{type} is not an output type"),
        };
    }

    /// <summary>The CLR type of the objects inside, for fields of object types.</summary>
    public static Type? ElementOf(GraphQLType type, Type clr)
    {
        clr = Nullable.GetUnderlyingType(clr) ?? clr;
        if (type.Nullable is not ListType list) return clr;
        return ItemOf(clr) is { } item ? ElementOf(list.Item, item) : null;
    }

    private static object Composite(NamedType type, Type clr, Func<object> make)
    {
        if (clr == typeof(string) || clr.IsPrimitive || clr.IsEnum) throw new BindingException($"{ClrNames.Of(clr)} cannot carry {type.Kind.ToString().ToLowerInvariant()} type {type.Name}");
        return make();
    }

    private object List(ListType type, Type clr, bool nullable)
    {
        var item = ItemOf(clr) ?? throw new BindingException($"{ClrNames.Of(clr)} cannot carry list {type}");
        return Make(typeof(ListWriter<,>), [clr, item], nullable, !type.Item.IsNonNull, Writer(type.Item, item));
    }

    private static Type? ItemOf(Type clr)
    {
        if (clr == typeof(string)) return null;
        if (clr.IsArray) return clr.GetElementType();
        var sequence = new[] { clr }.Concat(clr.GetInterfaces())
            .FirstOrDefault(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IEnumerable<>));
        return sequence?.GetGenericArguments()[0];
    }

    private static object Make(Type open, Type[] arguments, params object[] parameters) =>
        Activator.CreateInstance(open.MakeGenericType(arguments), parameters)!;
}
