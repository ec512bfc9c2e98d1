using MentorCloud.GraphQL.Types;

namespace MentorCloud.GraphQL.Binding;

/// <summary>Stands for "no value was given", which is not null.</summary>
internal sealed class Undefined
{
    public static readonly Undefined Value = new();

    private Undefined()
    {
    }
}

/// <summary>
/// A coerced input object: values by the index of their field. Coerced values in general are null, the scalar's CLR value,
/// an <see cref="EnumMember"/>, <c>object?[]</c> for lists, or this.
/// </summary>
internal sealed class InputObject
{
    private readonly object?[] _values;

    public InputObject(InputObjectType type)
    {
        Type = type;
        _values = new object?[type.Fields.Count];
        Array.Fill(_values, Undefined.Value);
    }

    public InputObjectType Type { get; }

    public object?[] Values => _values;

    public object? this[int index]
    {
        get => _values[index];
        set => _values[index] = value;
    }

    public bool Has(int index) => !ReferenceEquals(_values[index], Undefined.Value);
}

/// <summary>The coerced variables of one request, by position in the operation.</summary>
internal sealed class VariableValues(IReadOnlyList<string> names, object?[] values)
{
    public static readonly VariableValues Empty = new([], []);

    public object? this[int index] => values[index];

    /// <summary>False when the variable was neither sent nor has a default.</summary>
    public bool TryGet(string name, out object? value)
    {
        for (var i = 0; i < names.Count; i++)
        {
            if (names[i] != name) continue;
            value = values[i];
            return !ReferenceEquals(value, Undefined.Value);
        }

        value = null;
        return false;
    }
}
