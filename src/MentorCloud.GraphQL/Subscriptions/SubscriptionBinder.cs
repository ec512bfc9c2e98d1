using System.Linq.Expressions;
using System.Reflection;
using MentorCloud.GraphQL.Binding;
using MentorCloud.GraphQL.Execution;
using MentorCloud.GraphQL.Loaders;
using MentorCloud.GraphQL.Planning;
using MentorCloud.GraphQL.Types;

namespace MentorCloud.GraphQL.Subscriptions;

/// <summary>Binds the root fields of subscriptions to methods that return streams.</summary>
internal static class SubscriptionBinder
{
    public static FieldBinding Bind(FieldDef field, Expression call, Func<object?, object?>?[] converters, Func<GraphQLType, Type, object> writer)
    {
        var returned = call.Type;
        var open = returned.IsGenericType ? returned.GetGenericTypeDefinition() : null;
        var task = open == typeof(Task<>) || open == typeof(ValueTask<>);
        var stream = task ? returned.GetGenericArguments()[0] : returned;
        if (!stream.IsGenericType || stream.GetGenericTypeDefinition() != typeof(IAsyncEnumerable<>))
        {
            throw new BindingException($"its resolver returns {ClrNames.Of(returned)}; a subscription returns IAsyncEnumerable");
        }

        if (call is MethodCallExpression { Method: var method } && Array.Exists(method.GetParameters(), p => typeof(DataLoader).IsAssignableFrom(p.ParameterType)))
        {
            throw new BindingException("its resolver takes a loader, whose keys nobody would send while the stream is open; take it in the fields of the events");
        }

        var item = stream.GetGenericArguments()[0];
        var itemWriter = writer(field.Type, item);
        var make = typeof(SubscriptionBinder).GetMethod(open == typeof(Task<>) ? nameof(FromTask) : task ? nameof(FromValueTask) : nameof(FromStream), BindingFlags.NonPublic | BindingFlags.Static)!;
        return new FieldBinding(() => (FieldInvoker)make.MakeGenericMethod(item).Invoke(null, [ResolverBinder.Compile(call, returned), itemWriter])!, converters);
    }

    public static FieldBinding BindDefault(Func<object?, FieldContext, object?> resolve, ValueWriter<object?> writer, Func<object?, object?>?[] converters) =>
        new(() => new SubscriptionInvoker<object?>((e, f) => FromDefault(resolve, e, f), writer), converters);

    private static ValueTask<IAsyncEnumerable<object?>> FromDefault(Func<object?, FieldContext, object?> resolve, OperationExecution execution, FieldPlan field) =>
        resolve(null, new FieldContext(execution, field, execution.Arguments(field))) switch
        {
            IAsyncEnumerable<object?> stream => new(stream),
            Exception failure => throw failure,
            _ => throw new ResultException("Subscription field must return Async Iterable."),
        };

    private static SubscriptionInvoker<T> FromStream<T>(ResolverCall<IAsyncEnumerable<T>> call, ValueWriter<T> writer) =>
        new((e, f) => new(call(null, e.Arguments(f), e, f)), writer);

    private static SubscriptionInvoker<T> FromTask<T>(ResolverCall<Task<IAsyncEnumerable<T>>> call, ValueWriter<T> writer) =>
        new((e, f) => new(call(null, e.Arguments(f), e, f)), writer);

    private static SubscriptionInvoker<T> FromValueTask<T>(ResolverCall<ValueTask<IAsyncEnumerable<T>>> call, ValueWriter<T> writer) =>
        new((e, f) => call(null, e.Arguments(f), e, f), writer);
}
