using MentorCloud.GraphQL.Binding;
using MentorCloud.GraphQL.Language;
using MentorCloud.GraphQL.Planning;

namespace MentorCloud.GraphQL;

/// <summary>A request that passed everything that is decided before execution; or the response that refuses it.</summary>
internal readonly struct PreparedRequest
{
    private readonly PreparedOperation? _operation;
    private readonly VariableValues? _variables;

    public PreparedRequest(GraphQLResponse refusal) => Refusal = refusal;

    public PreparedRequest(PreparedOperation operation, VariableValues variables, int cost)
    {
        _operation = operation;
        _variables = variables;
        Cost = cost;
    }

    public GraphQLResponse? Refusal { get; }

    public PreparedOperation Operation => _operation!;

    public VariableValues Variables => _variables!;

    public OperationKind Kind => _operation!.Definition.Kind;

    public int Cost { get; }
}
