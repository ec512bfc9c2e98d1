using System.Collections.Concurrent;
using System.Text.Json;
using MentorCloud.GraphQL.Binding;
using MentorCloud.GraphQL.Language;
using MentorCloud.GraphQL.Types;

namespace MentorCloud.GraphQL.Planning;

/// <summary>An operation with its variables' types and its plans, one for each way its conditions can fall.</summary>
internal sealed class PreparedOperation
{
    private const int MaxVariants = 64;
    private readonly PreparedDocument _document;
    private readonly ConcurrentDictionary<ulong, PlanVariant> _variants = new();
    private readonly VariablePlan[] _variables;
    private readonly string[] _names;
    private readonly int[] _conditions;
    private readonly PlanVariant? _only;

    public PreparedOperation(PreparedDocument document, OperationDefinition definition, ObjectType rootType)
    {
        _document = document;
        Definition = definition;
        RootType = rootType;
        _variables = [.. definition.Variables.Select(v => new VariablePlan(v, document.Schema.Resolve(v.Type)!))];
        _names = [.. _variables.Select(v => v.Name)];
        var conditional = ConditionVariables.Of(document);
        _conditions = [.. Enumerable.Range(0, _names.Length).Where(i => conditional.Contains(_names[i]))];
        if (_conditions.Length == 0) _only = new PlanVariant(document, definition, rootType, new Dictionary<string, object?>());
    }

    public OperationDefinition Definition { get; }

    public ObjectType RootType { get; }

    public PreparedDocument Document => _document;

    /// <summary>What it costs when no variable sizes its lists; the rest is added a request at a time.</summary>
    public Limits.CostPlan? Cost { get; set; }

    /// <summary>It asks the schema about itself.</summary>
    public bool Introspects { get; set; }

    /// <summary>Coerces the variables (specification, section 6.1.2).</summary>
    /// <param name="json">The request's variables: an object, null or nothing.</param>
    /// <param name="errors">Filled with one error a wrong place.</param>
    public VariableValues Coerce(JsonElement json, List<GraphQLError> errors)
    {
        if (_variables.Length == 0) return VariableValues.Empty;
        var values = new object?[_variables.Length];
        var failed = false;
        for (var i = 0; i < values.Length; i++) values[i] = _variables[i].Coerce(json, ref failed);
        if (failed) Explain(json, errors);
        return new VariableValues(_names, values);
    }

    private void Explain(JsonElement json, List<GraphQLError> errors)
    {
        foreach (var variable in _variables) variable.Explain(json, message => errors.Add(Refusal(variable, message)));
    }

    /// <summary>The plan for these variables.</summary>
    public PlanVariant Variant(VariableValues variables)
    {
        if (_only is not null) return _only;
        if (_conditions.Length > 32) return Make(variables);
        var key = 0UL;
        foreach (var index in _conditions)
        {
            key = (key << 2) | variables[index] switch { true => 1UL, false => 2UL, null => 3UL, _ => 0UL };
        }

        if (_variants.TryGetValue(key, out var known)) return known;
        var made = Make(variables);
        return _variants.Count < MaxVariants ? _variants.GetOrAdd(key, made) : made;
    }

    private PlanVariant Make(VariableValues variables)
    {
        var conditions = new Dictionary<string, object?>(StringComparer.Ordinal);
        foreach (var index in _conditions)
        {
            if (!ReferenceEquals(variables[index], Undefined.Value)) conditions[_names[index]] = variables[index];
        }

        return new PlanVariant(_document, Definition, RootType, conditions);
    }

    private GraphQLError Refusal(VariablePlan variable, string message) =>
        new(message, ErrorCodes.BadUserInput) { Locations = [_document.Document.Locate(variable.Definition)] };
}
