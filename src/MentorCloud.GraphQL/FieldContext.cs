using System.Text.Json;
using MentorCloud.GraphQL.Binding;
using MentorCloud.GraphQL.Execution;
using MentorCloud.GraphQL.Planning;
using MentorCloud.GraphQL.Scalars;

namespace MentorCloud.GraphQL;

/// <summary>What a resolver can ask about the field that it answers; taken as a parameter where it is needed.</summary>
public sealed class FieldContext
{
    private readonly OperationExecution _execution;
    private readonly FieldPlan _plan;
    private readonly object?[] _arguments;
    private readonly Place _place;

    internal FieldContext(OperationExecution execution, FieldPlan plan, object?[] arguments)
    {
        _execution = execution;
        _plan = plan;
        _arguments = arguments;
        _place = execution.CurrentPlace();
    }

    /// <summary>The field's name in the schema.</summary>
    public string FieldName => _plan.Def.Name;

    /// <summary>Its key in the response: the alias, or the name.</summary>
    public string ResponseName => _plan.ResponseName;

    internal Schema Schema => _plan.Variant.Schema;

    /// <summary>Name of the object type that holds it.</summary>
    public string ParentTypeName => _plan.Def.Parent.Name;

    /// <summary>Response names and list indices from the root.</summary>
    public IReadOnlyList<object> Path => _place.ToPath();

    /// <summary>What the endpoint's hook made of the request's caller; null when it made nothing.</summary>
    public object? State => _execution.Context.State;

    /// <summary>The request's services.</summary>
    public IServiceProvider Services => _execution.Context.Services;

    /// <summary>Cancelled when the caller goes away or the time limit is over.</summary>
    public CancellationToken CancellationToken => _execution.Cancellation;

    /// <summary>What the operation costs by the rules of <see cref="GraphQLLimits"/>.</summary>
    public int OperationCost => _execution.Cost;

    /// <summary>Adds an error at this field's path while its value still counts.</summary>
    /// <param name="error">Message, code and extensions; path and locations are filled in.</param>
    public void Report(GraphQLError error)
    {
        ArgumentNullException.ThrowIfNull(error);
        _execution.Report(error with { Path = Path, Locations = _plan.Locations });
    }

    /// <summary>Names of the arguments that were given or have a default.</summary>
    public IEnumerable<string> ArgumentNames =>
        _plan.Def.Arguments.Where(a => !ReferenceEquals(_arguments[a.Index], Undefined.Value)).Select(a => a.Name);

    /// <summary>An argument as JSON, for resolvers that do not take it as a parameter.</summary>
    /// <param name="name">Its name in the schema.</param>
    /// <returns>Undefined when it was not given and has no default.</returns>
    /// <exception cref="ArgumentException">The field has no such argument, or the resolver takes it as a parameter.</exception>
    public JsonElement Argument(string name)
    {
        if (!_plan.Def.Arguments.TryGet(name, out var definition)) throw new ArgumentException($"{_plan.Def} has no argument {name}", nameof(name));
        if (_plan.Binding.Converters[definition.Index] is not null) throw new ArgumentException($"the resolver of {_plan.Def} takes {name} as a parameter", nameof(name));
        var value = _arguments[definition.Index];
        if (ReferenceEquals(value, Undefined.Value)) return default;
        if (value is null) return JsonDocument.Parse("null").RootElement;
        using var json = CoercedValues.ToJson(value);
        return json.RootElement.Clone();
    }

    /// <summary>Looks ahead: true when the request selects this field below, whatever its alias and on whichever type.</summary>
    /// <param name="path">Field names of the schema separated by dots: <c>edges.node.mentor</c>.</param>
    public bool Selects(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        return LookAhead.Selects(_plan, path.Split('.'));
    }
}
