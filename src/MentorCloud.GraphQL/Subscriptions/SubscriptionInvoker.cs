using MentorCloud.GraphQL.Execution;
using MentorCloud.GraphQL.Planning;

namespace MentorCloud.GraphQL.Subscriptions;

/// <summary>One event of a subscription: starts the run that writes it, like <see cref="OperationExecution.Start"/>.</summary>
internal delegate bool EventStart(OperationExecution execution);

/// <summary>The root field of a subscription: opens its source stream (specification, section 6.2.3).</summary>
internal abstract class SubscriptionInvoker : FieldInvoker
{
    public abstract ValueTask<IAsyncEnumerable<EventStart>> OpenAsync(OperationExecution execution, FieldPlan field);

    public sealed override bool Run(OperationExecution execution, FieldPlan field, object? parent) =>
        throw new ResultException($"{field.Def} answers subscriptions only.");
}

internal sealed class SubscriptionInvoker<T>(Func<OperationExecution, FieldPlan, ValueTask<IAsyncEnumerable<T>>> open, ValueWriter<T> writer) : SubscriptionInvoker
{
    public override async ValueTask<IAsyncEnumerable<EventStart>> OpenAsync(OperationExecution execution, FieldPlan field)
    {
        var source = await open(execution, field).ConfigureAwait(false)
            ?? throw new ResultException($"Subscription field must return Async Iterable. Received: null.");
        return Events(source, field, writer);
    }

    private static async IAsyncEnumerable<EventStart> Events(
        IAsyncEnumerable<T> source,
        FieldPlan field,
        ValueWriter<T> writer,
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await foreach (var value in source.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            yield return execution => execution.StartEvent(field, value, writer);
        }
    }
}
