using MentorCloud.GraphQL.Language;
using MentorCloud.GraphQL.Types;

namespace MentorCloud.GraphQL.Validation;

/// <summary>Section 5.8.2.</summary>
internal sealed class VariablesAreInputTypes(ValidationContext context) : Rule(context)
{
    public override void EnterVariableDefinition(VariableDefinition variable)
    {
        if (Schema.Resolve(variable.Type) is { IsInput: false })
        {
            Report($"Variable \"${variable.Variable.Name}\" cannot be non-input type \"{variable.Type}\".", variable.Type);
        }
    }
}

/// <summary>Section 5.8.1.</summary>
internal sealed class UniqueVariableNames(ValidationContext context) : Rule(context)
{
    public override void EnterOperation(OperationDefinition operation)
    {
        foreach (var group in operation.Variables.GroupBy(v => v.Variable.Name.Value).Where(g => g.Count() > 1))
        {
            Context.Report(
                nameof(UniqueVariableNames),
                $"There can be only one variable named \"${group.Key}\".",
                [.. group.Select(v => Context.Document.Locate(v.Variable.Name.Start))]);
        }
    }
}

/// <summary>Section 5.8.3.</summary>
internal sealed class NoUndefinedVariables(ValidationContext context) : Rule(context)
{
    public override void LeaveDocument(Document document)
    {
        foreach (var operation in document.Definitions.OfType<OperationDefinition>())
        {
            var defined = operation.Variables.Select(v => v.Variable.Name.Value).ToHashSet(StringComparer.Ordinal);
            foreach (var usage in Context.UsagesOf(operation))
            {
                if (defined.Contains(usage.Node.Name.Value)) continue;
                Report(
                    operation.Name is { } name
                        ? $"Variable \"${usage.Node.Name}\" is not defined by operation \"{name}\"."
                        : $"Variable \"${usage.Node.Name}\" is not defined.",
                    usage.Node,
                    operation);
            }
        }
    }
}

/// <summary>Section 5.8.4.</summary>
internal sealed class NoUnusedVariables(ValidationContext context) : Rule(context)
{
    public override void LeaveDocument(Document document)
    {
        foreach (var operation in document.Definitions.OfType<OperationDefinition>())
        {
            if (operation.Variables.Count == 0) continue;
            var used = Context.UsagesOf(operation).Select(u => u.Node.Name.Value).ToHashSet(StringComparer.Ordinal);
            foreach (var variable in operation.Variables)
            {
                if (used.Contains(variable.Variable.Name.Value)) continue;
                Report(
                    operation.Name is { } name
                        ? $"Variable \"${variable.Variable.Name}\" is never used in operation \"{name}\"."
                        : $"Variable \"${variable.Variable.Name}\" is never used.",
                    variable);
            }
        }
    }
}

/// <summary>Section 5.8.5.</summary>
internal sealed class VariablesInAllowedPosition(ValidationContext context) : Rule(context)
{
    public override void LeaveDocument(Document document)
    {
        foreach (var operation in document.Definitions.OfType<OperationDefinition>())
        {
            var definitions = new Dictionary<string, VariableDefinition>(StringComparer.Ordinal);
            foreach (var variable in operation.Variables) definitions[variable.Variable.Name.Value] = variable;
            foreach (var usage in Context.UsagesOf(operation))
            {
                if (definitions.TryGetValue(usage.Node.Name.Value, out var definition)) Check(definition, usage);
            }
        }
    }

    private void Check(VariableDefinition definition, VariableUsage usage)
    {
        if (usage.Type is null || Schema.Resolve(definition.Type) is not { } type) return;
        if (!IsAllowed(type, definition.Default, usage))
        {
            Report($"Variable \"${usage.Node.Name}\" of type \"{type}\" used in position expecting type \"{usage.Type}\".", definition, usage.Node);
        }

        if (usage.OneOf is { } oneOf && !type.IsNonNull)
        {
            Report($"Variable \"${usage.Node.Name}\" is of type \"{type}\" but must be non-nullable to be used for OneOf Input Object \"{oneOf.Name}\".", definition, usage.Node);
        }
    }

    private bool IsAllowed(GraphQLType type, ValueNode? defaultValue, VariableUsage usage)
    {
        if (!usage.Type!.IsNonNull || type.IsNonNull) return Schema.IsSubType(type, usage.Type);
        return (defaultValue is not (null or NullValue) || usage.HasDefault) && Schema.IsSubType(type, usage.Type.Nullable);
    }
}
