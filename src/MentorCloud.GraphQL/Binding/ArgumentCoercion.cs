using MentorCloud.GraphQL.Language;
using MentorCloud.GraphQL.Types;

namespace MentorCloud.GraphQL.Binding;

/// <summary>Coerces the arguments of a field or directive (specification, section 6.4.1).</summary>
internal static class ArgumentCoercion
{
    /// <summary>Coerced values by the index of their definition; <see cref="Undefined"/> where none was given.</summary>
    /// <exception cref="ArgumentCoercionException">An argument does not fit; the message names it.</exception>
    public static object?[] Coerce(OrderedMap<InputValueDef> definitions, IReadOnlyList<Argument> arguments, VariableValues? variables)
    {
        var result = new object?[definitions.Count];
        foreach (var definition in definitions)
        {
            result[definition.Index] = Coerce(definition, Find(arguments, definition.Name), variables);
        }

        return result;
    }

    public static Argument? Find(IReadOnlyList<Argument> arguments, string name)
    {
        for (var i = 0; i < arguments.Count; i++)
        {
            if (arguments[i].Name.Value == name) return arguments[i];
        }

        return null;
    }

    private static object? Coerce(InputValueDef definition, Argument? argument, VariableValues? variables)
    {
        if (argument is null)
        {
            return Missing(definition, null, $"Argument \"{definition.Name}\" of required type \"{definition.Type}\" was not provided.");
        }

        if (argument.Value is VariableNode variable && LiteralCoercion.IsMissing(variable, variables))
        {
            return Missing(
                definition,
                argument.Value,
                $"Argument \"{definition.Name}\" of required type \"{definition.Type}\" was provided the variable \"${variable.Name.Value}\" which was not provided a runtime value.");
        }

        var value = LiteralCoercion.Coerce(argument.Value, definition.Type, variables);
        if (!ReferenceEquals(value, Undefined.Value)) return value;
        var isNull = argument.Value is NullValue || (argument.Value is VariableNode v && variables!.TryGet(v.Name.Value, out var given) && given is null);
        throw new ArgumentCoercionException(
            isNull && definition.Type.IsNonNull
                ? $"Argument \"{definition.Name}\" of non-null type \"{definition.Type}\" must not be null."
                : $"Argument \"{definition.Name}\" has invalid value {Printer.Print(argument.Value)}.",
            argument.Value);
    }

    private static object? Missing(InputValueDef definition, Node? at, string message)
    {
        if (definition.Default is not null) return definition.DefaultValue;
        return definition.Type.IsNonNull ? throw new ArgumentCoercionException(message, at) : Undefined.Value;
    }
}

/// <summary>An argument does not fit its type; <see cref="At"/> is the literal, or null for the field itself.</summary>
internal sealed class ArgumentCoercionException(string message, Node? at) : Exception(message)
{
    public Node? At { get; } = at;
}
