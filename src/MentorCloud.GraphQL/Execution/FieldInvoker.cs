using MentorCloud.GraphQL.Planning;

namespace MentorCloud.GraphQL.Execution;

/// <summary>Resolves one field and writes its value; one object a field of the schema, compiled when first planned.</summary>
internal abstract class FieldInvoker
{
    /// <summary>False when the value is null where it must not be and the error is already recorded.</summary>
    public abstract bool Run(OperationExecution execution, FieldPlan field, object? parent);
}

/// <summary>A property of the parent: a delegate call and a write, nothing allocated.</summary>
internal sealed class PropertyInvoker<TParent, T>(Func<TParent, T> get, ValueWriter<T> writer) : FieldInvoker
    where TParent : class
{
    public override bool Run(OperationExecution execution, FieldPlan field, object? parent) =>
        writer.Write(execution, field, get((TParent)parent!));
}

/// <summary>What a compiled resolver call takes: parent, converted arguments, and the execution for all that is not an argument.</summary>
internal delegate T ResolverCall<out T>(object? parent, object?[] arguments, OperationExecution execution, FieldPlan field);

internal sealed class SyncInvoker<T>(ResolverCall<T> call, ValueWriter<T> writer) : FieldInvoker
{
    public override bool Run(OperationExecution execution, FieldPlan field, object? parent) =>
        writer.Write(execution, field, call(parent, execution.Arguments(field), execution, field));
}

internal sealed class TaskInvoker<T>(ResolverCall<Task<T>> call, ValueWriter<T> writer) : FieldInvoker
{
    public override bool Run(OperationExecution execution, FieldPlan field, object? parent)
    {
        var task = call(parent, execution.Arguments(field), execution, field);
        return task.IsCompleted
            ? writer.Write(execution, field, task.GetAwaiter().GetResult())
            : execution.Await(field, task, writer);
    }
}

internal sealed class ValueTaskInvoker<T>(ResolverCall<ValueTask<T>> call, ValueWriter<T> writer) : FieldInvoker
{
    public override bool Run(OperationExecution execution, FieldPlan field, object? parent)
    {
        var task = call(parent, execution.Arguments(field), execution, field);
        return task.IsCompleted
            ? writer.Write(execution, field, task.GetAwaiter().GetResult())
            : execution.Await(field, task.AsTask(), writer);
    }
}

/// <summary>A field that always has the same bytes: <c>__typename</c>.</summary>
internal sealed class ConstantInvoker(byte[] json) : FieldInvoker
{
    public override bool Run(OperationExecution execution, FieldPlan field, object? parent)
    {
        execution.Output.WriteRaw(json);
        return true;
    }
}

/// <summary>Asks the schema's default resolver; what comes back is written by what it is.</summary>
internal sealed class DefaultInvoker(Func<object?, FieldContext, object?> resolve, ValueWriter<object?> writer) : FieldInvoker
{
    public override bool Run(OperationExecution execution, FieldPlan field, object? parent)
    {
        var value = resolve(parent, new FieldContext(execution, field, execution.Arguments(field)));
        if (value is not Task<object?> task) return writer.Write(execution, field, value);
        return task.IsCompleted ? writer.Write(execution, field, task.GetAwaiter().GetResult()) : execution.Await(field, task, writer);
    }
}
