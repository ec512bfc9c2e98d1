using MentorCloud.GraphQL.Planning;

namespace MentorCloud.GraphQL.Execution;

/// <summary>A field whose value is still awaited; its output is written later, behind everything else, and put in place at the end.</summary>
internal abstract class Hole(OperationExecution execution, Place? parent, FieldPlan field, Span owner, int start)
    : Place(parent, field, 0, field.Nullable, owner, start), IReady
{
    protected OperationExecution Execution { get; } = execution;

    public Span? Body { get; set; }

    /// <summary>Writes the value, now that it is there; throws what the resolver threw.</summary>
    public abstract bool Write();

    public void Run() => Execution.Fill(this);

    protected void Ready() => Execution.Enqueue(this);
}

/// <summary>Work that became possible while an operation waits.</summary>
internal interface IReady
{
    void Run();
}

internal sealed class TaskHole<T> : Hole
{
    private readonly Task<T> _task;
    private readonly ValueWriter<T> _writer;

    public TaskHole(OperationExecution execution, Place? parent, FieldPlan field, Span owner, int start, Task<T> task, ValueWriter<T> writer)
        : base(execution, parent, field, owner, start)
    {
        _task = task;
        _writer = writer;
    }

    public void Listen() => _task.ConfigureAwait(false).GetAwaiter().UnsafeOnCompleted(Ready);

    public override bool Write() => _writer.Write(Execution, Field!, _task.GetAwaiter().GetResult());
}

/// <summary>A root field of a mutation whose turn has not come, because one before it is still awaited.</summary>
internal sealed class DeferredHole(OperationExecution execution, Place? parent, FieldPlan field, Span owner, int start)
    : Hole(execution, parent, field, owner, start)
{
    public override bool Write() => Field!.Invoker.Run(Execution, Field, null);
}
