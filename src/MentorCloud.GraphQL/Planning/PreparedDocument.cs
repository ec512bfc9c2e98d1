using System.Collections.Concurrent;
using MentorCloud.GraphQL.Language;

namespace MentorCloud.GraphQL.Planning;

/// <summary>A document that was read and validated once, with the plans of its operations. Kept in the cache.</summary>
internal sealed class PreparedDocument
{
    private readonly ConcurrentDictionary<string, PreparedOperation> _operations = new(StringComparer.Ordinal);

    public PreparedDocument(Schema schema, Document document, IReadOnlyList<GraphQLError> errors)
    {
        Schema = schema;
        Document = document;
        Errors = errors;
        foreach (var definition in document.Definitions)
        {
            if (definition is FragmentDefinition fragment) Fragments.TryAdd(fragment.Name.Value, fragment);
        }
    }

    public Schema Schema { get; }

    public Document Document { get; }

    /// <summary>Why it must not run; empty for a valid document.</summary>
    public IReadOnlyList<GraphQLError> Errors { get; }

    public Dictionary<string, FragmentDefinition> Fragments { get; } = new(StringComparer.Ordinal);

    /// <summary>The operation asked for, ready to run.</summary>
    /// <exception cref="GraphQLException">There is none of that name, or several and no name.</exception>
    public PreparedOperation Operation(string? name)
    {
        if (_operations.TryGetValue(name ?? string.Empty, out var known)) return known;
        var operation = Select(name);
        var root = Schema.Root(operation.Kind)
            ?? throw Unresolved($"Schema is not configured to execute {operation.Kind.ToString().ToLowerInvariant()} operation.");
        return _operations.GetOrAdd(name ?? string.Empty, new PreparedOperation(this, operation, root));
    }

    private OperationDefinition Select(string? name)
    {
        OperationDefinition? found = null;
        foreach (var definition in Document.Definitions.OfType<OperationDefinition>())
        {
            if (string.IsNullOrEmpty(name))
            {
                if (found is not null) throw Unresolved("Must provide operation name if query contains multiple operations.");
                found = definition;
            }
            else if (definition.Name?.Value == name)
            {
                return definition;
            }
        }

        return found ?? throw Unresolved(string.IsNullOrEmpty(name) ? "Must provide an operation." : $"Unknown operation named \"{name}\".");
    }

    private static GraphQLException Unresolved(string message) => new(message, ErrorCodes.OperationResolutionFailure);
}
