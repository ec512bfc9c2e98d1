using System.Text.Json;
using MentorCloud.GraphQL.Binding;
using MentorCloud.GraphQL.Language;
using MentorCloud.GraphQL.Types;

namespace MentorCloud.GraphQL.Planning;

/// <summary>A variable of an operation: its type and default.</summary>
internal sealed class VariablePlan
{
    private readonly object? _default;

    public VariablePlan(VariableDefinition definition, GraphQLType type)
    {
        Definition = definition;
        Type = type;
        Name = definition.Variable.Name.Value;
        _default = definition.Default is null ? Undefined.Value : LiteralCoercion.Coerce(definition.Default, type, null);
    }

    public VariableDefinition Definition { get; }

    public GraphQLType Type { get; }

    public string Name { get; }

    /// <summary>The value; <paramref name="failed"/> when there is none, and <see cref="Explain"/> says why.</summary>
    public object? Coerce(JsonElement variables, ref bool failed)
    {
        if (variables.ValueKind != JsonValueKind.Object || !variables.TryGetProperty(Name, out var json))
        {
            failed |= ReferenceEquals(_default, Undefined.Value) && Type.IsNonNull;
            return _default;
        }

        var coercion = new JsonCoercion(Name, null);
        var value = coercion.Coerce(json, Type);
        failed |= coercion.Failed;
        return value;
    }

    /// <summary>Coerces once more and says everything that is wrong.</summary>
    public object? Explain(JsonElement variables, Action<string> report)
    {
        if (variables.ValueKind != JsonValueKind.Object || !variables.TryGetProperty(Name, out var json))
        {
            if (ReferenceEquals(_default, Undefined.Value) && Type.IsNonNull)
            {
                report($"Variable \"${Name}\" of required type \"{Type}\" was not provided.");
            }

            return _default;
        }

        if (json.ValueKind == JsonValueKind.Null && Type.IsNonNull)
        {
            report($"Variable \"${Name}\" of non-null type \"{Type}\" must not be null.");
            return null;
        }

        return new JsonCoercion(Name, report).Coerce(json, Type);
    }
}
