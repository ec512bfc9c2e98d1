using MentorCloud.GraphQL.Execution;

namespace MentorCloud.GraphQL;

/// <summary>A response as UTF-8 JSON. Its bytes live in a pooled buffer: dispose it after writing them out.</summary>
public sealed class GraphQLResponse : IDisposable
{
    private readonly GraphQLEngine? _engine;
    private OperationExecution? _execution;

    internal GraphQLResponse(GraphQLEngine? engine, OperationExecution? execution, ReadOnlyMemory<byte> json, IReadOnlyList<GraphQLError> errors)
    {
        _engine = engine;
        _execution = execution;
        Json = json;
        Errors = errors;
    }

    /// <summary>The whole response object.</summary>
    public ReadOnlyMemory<byte> Json { get; private set; }

    /// <summary>What went wrong; empty when nothing did.</summary>
    public IReadOnlyList<GraphQLError> Errors { get; private set; }

    /// <summary>True when nothing was executed: the document, the variables or a limit refused it; the response has no <c>data</c>.</summary>
    public bool IsRequestError { get; internal init; }

    /// <summary>Gives the buffer back.</summary>
    public void Dispose()
    {
        var execution = Interlocked.Exchange(ref _execution, null);
        if (execution is null) return;
        Json = default;
        Errors = [];
        _engine!.Return(execution);
    }

    internal static GraphQLResponse Refuse(params IReadOnlyList<GraphQLError> errors)
    {
        var output = new JsonOutput();
        output.WriteRaw("{\"errors\":"u8);
        ErrorWriter.Write(errors, output);
        output.WriteByte((byte)'}');
        return new GraphQLResponse(null, null, output.WrittenMemory, errors) { IsRequestError = true };
    }
}
