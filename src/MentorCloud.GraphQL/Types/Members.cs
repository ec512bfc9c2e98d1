using System.Text;
using MentorCloud.GraphQL.Binding;
using MentorCloud.GraphQL.Language;

namespace MentorCloud.GraphQL.Types;

/// <summary>A field of an object or interface type.</summary>
internal sealed class FieldDef(string name, FieldsType parent, GraphQLType type)
{
    public string Name { get; } = name;
    public FieldsType Parent { get; } = parent;
    public GraphQLType Type { get; } = type;
    public string? Description { get; init; }
    public string? Deprecation { get; init; }
    public OrderedMap<InputValueDef> Arguments { get; init; } = new();

    /// <summary>Weight of one call, from <c>@cost</c>; null for the default.</summary>
    public int? Cost { get; init; }

    /// <summary>From <c>@listSize</c>; null when the size is unknown.</summary>
    public ListSize? Size { get; init; }

    /// <summary>How its value is found and written; null on interfaces.</summary>
    public FieldBinding? Binding { get; set; }

    public override string ToString() => $"{Parent.Name}.{Name}";
}

/// <summary>How many items a list field gives: by one of its arguments, or an assumed number.</summary>
internal sealed record ListSize(int? Assumed, IReadOnlyList<string> SlicingArguments, IReadOnlyList<string> SizedFields);

/// <summary>An argument or an input field.</summary>
internal sealed class InputValueDef(string name, GraphQLType type, int index)
{
    private object? _defaultValue;
    private bool _defaultKnown;

    public string Name { get; } = name;
    public GraphQLType Type { get; } = type;

    /// <summary>Its place among its siblings.</summary>
    public int Index { get; } = index;
    public string? Description { get; init; }
    public string? Deprecation { get; init; }
    public ValueNode? Default { get; init; }
    public bool IsRequired => Type.IsNonNull && Default is null;

    /// <summary>The default as a coerced value; meaningful only where <see cref="Default"/> is not null.</summary>
    public object? DefaultValue
    {
        get
        {
            if (!_defaultKnown)
            {
                _defaultValue = LiteralCoercion.Coerce(Default!, Type, null);
                _defaultKnown = true;
            }

            return _defaultValue;
        }
    }
}

internal sealed class EnumMember(string name, int index)
{
    public string Name { get; } = name;
    public int Index { get; } = index;
    public string? Description { get; init; }
    public string? Deprecation { get; init; }

    /// <summary>Its name as a JSON string.</summary>
    public byte[] Json { get; } = Encoding.UTF8.GetBytes($"\"{name}\"");

    public override string ToString() => Name;
}

internal sealed class DirectiveDef(string name)
{
    public string Name { get; } = name;
    public string? Description { get; init; }
    public bool IsRepeatable { get; init; }
    public bool IsBuiltIn { get; init; }
    public required IReadOnlyList<string> Locations { get; init; }
    public OrderedMap<InputValueDef> Arguments { get; init; } = new();
}
