using System.Reflection;
using MentorCloud.GraphQL.Types;

namespace MentorCloud.GraphQL.Binding;

/// <summary>Compares what the schema lets be null with what C# says can be null.</summary>
internal static class Nullability
{
    /// <exception cref="BindingException">The schema can send null or nothing where the parameter cannot take it.</exception>
    public static void CheckInput(InputValueDef definition, bool partOfOneOf, ParameterInfo parameter, string where)
    {
        if (definition.Type.IsNonNull && !partOfOneOf) return;
        var clr = parameter.ParameterType;
        if (clr.IsGenericType && clr.GetGenericTypeDefinition() == typeof(Optional<>)) return;
        var takesNull = clr.IsValueType
            ? Nullable.GetUnderlyingType(clr) is not null || clr == typeof(System.Text.Json.JsonElement)
            : new NullabilityInfoContext().Create(parameter).WriteState != NullabilityState.NotNull;
        if (!takesNull) throw new BindingException($"{where} must be nullable (or Optional): {definition.Name}: {definition.Type} may be null or missing");
    }
}
