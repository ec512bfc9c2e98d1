using MentorCloud.GraphQL.Types;

namespace MentorCloud.GraphQL.Binding;

/// <summary>Pairs a schema enum's SCREAMING_CASE values with a C# enum's members.</summary>
internal static class EnumMap
{
    /// <summary>Boxed C# values by the index of the schema's value.</summary>
    /// <exception cref="BindingException">A value of the schema has no C# member.</exception>
    public static object[] ToClr(EnumType type, Type clr)
    {
        var byName = Members(clr);
        var result = new object[type.Values.Count];
        foreach (var value in type.Values)
        {
            result[value.Index] = byName.TryGetValue(value.Name, out var member)
                ? member
                : throw new BindingException($"C# enum {clr.Name} has no member for {type.Name}.{value.Name}");
        }

        return result;
    }

    /// <summary>Schema values by C# value.</summary>
    /// <exception cref="BindingException">A C# member has no value in the schema.</exception>
    public static Dictionary<object, EnumMember> FromClr(EnumType type, Type clr)
    {
        var result = new Dictionary<object, EnumMember>();
        foreach (var (name, member) in Members(clr))
        {
            result[member] = type.Values.TryGet(name, out var value)
                ? value
                : throw new BindingException($"schema enum {type.Name} has no value {name} for C# {clr.Name}.{member}");
        }

        return result;
    }

    private static Dictionary<string, object> Members(Type clr) =>
        Enum.GetNames(clr).ToDictionary(ClrNames.Screaming, n => Enum.Parse(clr, n), StringComparer.Ordinal);
}
