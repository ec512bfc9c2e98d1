using System.Runtime.CompilerServices;
using MentorCloud.GraphQL.Binding;
using MentorCloud.GraphQL.Execution;
using MentorCloud.GraphQL.Language;

namespace MentorCloud.GraphQL.Subscriptions;

/// <summary>Runs a subscription: opens the source stream, then executes the selection for every event (specification, section 6.2.3).</summary>
internal static class SubscriptionRun
{
    public static async IAsyncEnumerable<GraphQLResponse> RunAsync(
        GraphQLEngine engine,
        PreparedRequest request,
        GraphQLRequestContext context,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (request.Refusal is { } refusal)
        {
            yield return refusal;
            yield break;
        }

        if (request.Kind != OperationKind.Subscription)
        {
            using var turn = request.Kind == OperationKind.Query && context.EnterQuery is { } enter ? await enter(cancellationToken).ConfigureAwait(false) : null;
            yield return await engine.RunAsync(request, context, cancellationToken).ConfigureAwait(false);
            yield break;
        }

        var variant = request.Operation.Variant(request.Variables);
        var opener = new OperationExecution();
        opener.Begin(engine, context, variant, request.Variables, request.Cost, cancellationToken);
        opener.WithoutTimeLimit();
        var (events, failure) = await OpenAsync(opener, variant, cancellationToken).ConfigureAwait(false);
        if (failure is not null)
        {
            yield return failure;
            yield break;
        }

        var source = events!.GetAsyncEnumerator(cancellationToken);
        await using var closing = source.ConfigureAwait(false);
        while (true)
        {
            var (start, ending) = await NextAsync(source, opener, variant.Root.Fields[0], cancellationToken).ConfigureAwait(false);
            if (ending is not null) yield return ending;
            if (start is null) yield break;
            yield return await RunEventAsync(engine, request, context, start, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>The next event; none at the end of the source. A source that fails ends the stream with its error, mapped like a resolver's.</summary>
    private static async ValueTask<(EventStart? Start, GraphQLResponse? Ending)> NextAsync(
        IAsyncEnumerator<EventStart> source, OperationExecution opener, Planning.FieldPlan field, CancellationToken cancellationToken)
    {
        try
        {
            return (await source.MoveNextAsync().ConfigureAwait(false) ? source.Current : null, null);
        }
        catch (Exception e) when (e is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            return (null, GraphQLResponse.Refuse(opener.ErrorAt(e, field)));
        }
    }

    private static async ValueTask<(IAsyncEnumerable<EventStart>? Events, GraphQLResponse? Failure)> OpenAsync(OperationExecution opener, Planning.PlanVariant variant, CancellationToken cancellationToken)
    {
        Planning.FieldPlan? field = null;
        try
        {
            field = variant.Root.Fields.Length == 1 ? variant.Root.Fields[0] : throw new ResultException("A subscription selects exactly one field.");
            opener.EnterRoot(field);
            var invoker = field.Invoker as SubscriptionInvoker ?? throw new ResultException($"{field.Def} is no source of events.");
            return (await invoker.OpenAsync(opener, field).ConfigureAwait(false), null);
        }
        catch (ArgumentCoercionException e) when (field is null)
        {
            return (null, GraphQLResponse.Refuse(new GraphQLError(e.Message, ErrorCodes.BadUserInput)));
        }
        catch (Exception e) when (e is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            return (null, GraphQLResponse.Refuse(field is null ? new GraphQLError(e.Message, ErrorCodes.BadResult) : opener.ErrorAt(e, field)));
        }
    }

    /// <summary>Each event has a span, a duration and a time limit of its own; the subscription may last for days.</summary>
    private static async ValueTask<GraphQLResponse> RunEventAsync(GraphQLEngine engine, PreparedRequest request, GraphQLRequestContext context, EventStart start, CancellationToken cancellationToken)
    {
        var run = Telemetry.GraphQLTelemetry.Start(engine.Options, request);
        try
        {
            var variant = request.Operation.Variant(request.Variables);
            var execution = engine.Rent();
            execution.Begin(engine, context, variant, request.Variables, request.Cost, cancellationToken);
            execution.Open();
            if (!start(execution)) await execution.DrainAsync().ConfigureAwait(false);
            return run.End(engine.Finish(execution));
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return run.End(engine.TookTooLong());
        }
        catch
        {
            run.Dispose();
            throw;
        }
    }
}
