using MentorCloud.GraphQL.Planning;
using MentorCloud.GraphQL.Types;

namespace MentorCloud.GraphQL.Execution;

/// <summary>
/// Completes a value (specification, section 6.4.3) by writing it. One is made for each position of the schema, so that
/// type and nullability are known and values are not boxed.
/// </summary>
internal abstract class ValueWriter<T>(bool nullable)
{
    protected bool Nullable { get; } = nullable;

    /// <summary>False when the value is null where it must not be and the error is already recorded.</summary>
    public abstract bool Write(OperationExecution execution, FieldPlan field, T value);

    protected bool WriteNull(OperationExecution execution, FieldPlan field)
    {
        if (!Nullable) return execution.FailNull(field);
        execution.Output.WriteNull();
        return true;
    }

    /// <summary>A null below that must go up: it stops here when this position may be null.</summary>
    protected bool Collapse(OperationExecution execution, int start)
    {
        if (!Nullable) return false;
        execution.Truncate(start);
        execution.Output.WriteNull();
        return true;
    }
}

internal sealed class LeafWriter<T>(bool nullable, Action<T, JsonOutput> write) : ValueWriter<T>(nullable)
{
    public override bool Write(OperationExecution execution, FieldPlan field, T value)
    {
        // Asked of the type first: unoptimised code would box every number to compare it with null.
        if (!typeof(T).IsValueType && value is null) return WriteNull(execution, field);
        write(value, execution.Output);
        return true;
    }
}

internal sealed class NullableWriter<T>(bool nullable, ValueWriter<T> inner) : ValueWriter<T?>(nullable)
    where T : struct
{
    public override bool Write(OperationExecution execution, FieldPlan field, T? value)
    {
        if (value is not { } some) return WriteNull(execution, field);
        var start = execution.Output.Position;
        return inner.Write(execution, field, some) || Collapse(execution, start);
    }
}

internal sealed class ObjectWriter<T>(bool nullable, ObjectType type) : ValueWriter<T>(nullable)
{
    public override bool Write(OperationExecution execution, FieldPlan field, T value)
    {
        if (value is null) return WriteNull(execution, field);
        var start = execution.Output.Position;
        return execution.WriteObject(field.Selection(type), value) || Collapse(execution, start);
    }
}

/// <summary>An interface or union: the value's CLR type says which object type it is.</summary>
internal sealed class AbstractWriter<T>(bool nullable, Schema schema, NamedType type) : ValueWriter<T>(nullable)
{
    public override bool Write(OperationExecution execution, FieldPlan field, T value)
    {
        if (value is null) return WriteNull(execution, field);
        var start = execution.Output.Position;
        var concrete = schema.Resolver.Resolve(type, value, field);
        return execution.WriteObject(field.Selection(concrete), value) || Collapse(execution, start);
    }
}
