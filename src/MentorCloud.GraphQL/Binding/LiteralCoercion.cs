using MentorCloud.GraphQL.Language;
using MentorCloud.GraphQL.Scalars;
using MentorCloud.GraphQL.Types;

namespace MentorCloud.GraphQL.Binding;

/// <summary>Coerces literals (specification, section 3, input coercion of each type).</summary>
internal static class LiteralCoercion
{
    /// <summary>The coerced value, or <see cref="Undefined"/> when the literal does not fit the type.</summary>
    public static object? Coerce(ValueNode literal, GraphQLType type, VariableValues? variables)
    {
        if (literal is VariableNode variable)
        {
            if (variables is null || !variables.TryGet(variable.Name.Value, out var value)) return Undefined.Value;
            return value is null && type.IsNonNull ? Undefined.Value : value;
        }

        if (type is NonNullType nonNull) return literal is NullValue ? Undefined.Value : Coerce(literal, nonNull.Inner, variables);
        if (literal is NullValue) return null;
        return type switch
        {
            ListType list => CoerceList(literal, list, variables),
            InputObjectType input => literal is ObjectValue value ? CoerceObject(value, input, variables) : Undefined.Value,
            EnumType @enum => literal is EnumValue member && @enum.Values.TryGet(member.Name, out var found) ? found : Undefined.Value,
            ScalarType scalar => CoerceScalar(literal, scalar, variables),
            _ => Undefined.Value,
        };
    }

    public static bool IsMissing(ValueNode literal, VariableValues? variables) =>
        literal is VariableNode v && (variables is null || !variables.TryGet(v.Name.Value, out _));

    private static object? CoerceScalar(ValueNode literal, ScalarType scalar, VariableValues? variables)
    {
        try
        {
            return scalar.Codec.ParseBoxed(new ScalarInput(literal, variables));
        }
        catch (Exception e) when (e is FormatException or OverflowException)
        {
            return Undefined.Value;
        }
    }

    private static object CoerceList(ValueNode literal, ListType type, VariableValues? variables)
    {
        if (literal is not ListValue list)
        {
            var single = Coerce(literal, type.Item, variables);
            return ReferenceEquals(single, Undefined.Value) ? single : new[] { single };
        }

        var items = new object?[list.Items.Count];
        for (var i = 0; i < items.Length; i++)
        {
            if (IsMissing(list.Items[i], variables))
            {
                if (type.Item.IsNonNull) return Undefined.Value;
                continue;
            }

            items[i] = Coerce(list.Items[i], type.Item, variables);
            if (ReferenceEquals(items[i], Undefined.Value)) return Undefined.Value;
        }

        return items;
    }

    private static object CoerceObject(ObjectValue literal, InputObjectType type, VariableValues? variables)
    {
        var result = new InputObject(type);
        foreach (var field in literal.Fields)
        {
            if (!type.Fields.TryGet(field.Name.Value, out var definition)) return Undefined.Value;
            if (IsMissing(field.Value, variables)) continue;
            var value = Coerce(field.Value, definition.Type, variables);
            if (ReferenceEquals(value, Undefined.Value)) return value;
            result[definition.Index] = value;
        }

        foreach (var definition in type.Fields)
        {
            if (result.Has(definition.Index)) continue;
            if (definition.Default is not null) result[definition.Index] = definition.DefaultValue;
            else if (definition.Type.IsNonNull) return Undefined.Value;
        }

        return type.IsOneOf && !IsOneOf(result) ? Undefined.Value : result;
    }

    private static bool IsOneOf(InputObject value)
    {
        var given = 0;
        foreach (var item in value.Values)
        {
            if (item is null) return false;
            if (!ReferenceEquals(item, Undefined.Value)) given++;
        }

        return given == 1;
    }
}
