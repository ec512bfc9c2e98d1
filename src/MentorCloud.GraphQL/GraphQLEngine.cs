using System.Collections.Concurrent;
using MentorCloud.GraphQL.Binding;
using MentorCloud.GraphQL.Execution;
using MentorCloud.GraphQL.Language;

namespace MentorCloud.GraphQL;

/// <summary>
/// Runs requests against a schema: reads and validates a document once and keeps its plan, holds requests to the limits
/// before anything runs, and writes responses straight as UTF-8. One for the life of the program; safe for parallel use.
/// </summary>
public sealed class GraphQLEngine
{
    private const int MaxPooled = 128;
    private readonly ConcurrentQueue<OperationExecution> _pool = new();
    private readonly RequestPreparer _preparer;

    /// <summary>Makes an engine.</summary>
    /// <param name="schema">From <see cref="SchemaBuilder.Build"/>.</param>
    /// <param name="options">Limits, error mappers, stored documents; null for the defaults.</param>
    public GraphQLEngine(Schema schema, GraphQLEngineOptions? options = null)
    {
        Schema = schema;
        Options = options ?? new GraphQLEngineOptions();
        _preparer = new RequestPreparer(schema, Options);
    }

    /// <summary>The schema that is served.</summary>
    public Schema Schema { get; }

    /// <summary>How it is served.</summary>
    public GraphQLEngineOptions Options { get; }

    /// <summary>Runs a query or mutation. Nothing that a caller can send makes it throw.</summary>
    /// <param name="request">The document, or its hash, and its variables.</param>
    /// <param name="context">Caller and services.</param>
    /// <param name="cancellationToken">Cancelled when the caller has gone; then it throws.</param>
    /// <returns>The response; dispose it when its bytes are written.</returns>
    /// <exception cref="OperationCanceledException">The caller has gone.</exception>
    public ValueTask<GraphQLResponse> ExecuteAsync(GraphQLRequest request, GraphQLRequestContext context, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(context);
        var prepared = Prepare(request.Query, request.OperationName, request.Variables, request.DocumentHash, context);
        return prepared.Refusal is { } refusal ? new ValueTask<GraphQLResponse>(refusal) : RunAsync(prepared, context, cancellationToken);
    }

    /// <summary>Runs a subscription: one response an event, until the source ends. A refusal is the only response of its stream.</summary>
    /// <param name="request">The document, or its hash, and its variables.</param>
    /// <param name="context">Caller and services; they must outlive the stream.</param>
    /// <param name="cancellationToken">Ends the subscription.</param>
    public IAsyncEnumerable<GraphQLResponse> SubscribeAsync(GraphQLRequest request, GraphQLRequestContext context, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(context);
        var prepared = Prepare(request.Query, request.OperationName, request.Variables, request.DocumentHash, context);
        return Subscriptions.SubscriptionRun.RunAsync(this, prepared, context, cancellationToken);
    }

    internal PreparedRequest Prepare(ReadOnlySpan<char> query, string? operationName, System.Text.Json.JsonElement variables, string? hash, GraphQLRequestContext context) =>
        _preparer.Prepare(query, operationName, variables, hash, context);

    internal ValueTask<GraphQLResponse> RunAsync(in PreparedRequest request, GraphQLRequestContext context, CancellationToken cancellationToken)
    {
        if (request.Kind == OperationKind.Subscription)
        {
            return new ValueTask<GraphQLResponse>(GraphQLResponse.Refuse(new GraphQLError(
                "Subscriptions are served as server-sent events or over a WebSocket.", ErrorCodes.OperationResolutionFailure)));
        }

        var run = Telemetry.GraphQLTelemetry.Start(Options, request);
        var execution = Rent();
        try
        {
            if (!TryStart(execution, request, context, cancellationToken, out var failure)) return new ValueTask<GraphQLResponse>(run.End(failure!));
            return execution.IsDone ? new ValueTask<GraphQLResponse>(run.End(Finish(execution))) : FinishAsync(execution, run, cancellationToken);
        }
        catch
        {
            run.Dispose();
            throw;
        }
    }

    internal OperationExecution Rent() => _pool.TryDequeue(out var pooled) ? pooled : new OperationExecution();

    internal void Return(OperationExecution execution)
    {
        if (execution.Abandoned || _pool.Count >= MaxPooled) return;
        execution.Reset();
        _pool.Enqueue(execution);
    }

    internal GraphQLResponse TookTooLong() => GraphQLResponse.Refuse(new GraphQLError(
        $"The operation ran longer than {Options.Limits.MaxExecutionTime.TotalSeconds:0.###} seconds. Ask for less at once.", ErrorCodes.ExecutionTimeout));

    internal GraphQLResponse Finish(OperationExecution execution) =>
        new(this, execution, execution.Finish(), execution.Errors);

    private bool TryStart(OperationExecution execution, in PreparedRequest request, GraphQLRequestContext context, CancellationToken cancellationToken, out GraphQLResponse? failure)
    {
        failure = null;
        var variant = request.Operation.Variant(request.Variables);
        execution.Begin(this, context, variant, request.Variables, request.Cost, cancellationToken);
        execution.Open();
        try
        {
            execution.Start(variant.Root, request.Kind == OperationKind.Mutation);
            return true;
        }
        catch (ArgumentCoercionException e)
        {
            // A condition of the root selection has no value: nothing can be selected, so data is null.
            execution.FailRoot(new GraphQLError(e.Message, ErrorCodes.BadUserInput)
            {
                Locations = e.At is null ? [] : [variant.Document.Locate(e.At)],
            });
            failure = Finish(execution);
            return false;
        }
    }

    private async ValueTask<GraphQLResponse> FinishAsync(OperationExecution execution, Telemetry.OperationRun run, CancellationToken cancellationToken)
    {
        try
        {
            await execution.DrainAsync().ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return run.End(TookTooLong());
        }
        catch
        {
            run.Dispose();
            throw;
        }

        return run.End(Finish(execution));
    }
}
