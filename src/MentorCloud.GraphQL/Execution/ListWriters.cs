using System.Runtime.InteropServices;
using MentorCloud.GraphQL.Planning;

namespace MentorCloud.GraphQL.Execution;

/// <summary>Writes lists; arrays and lists without an enumerator.</summary>
internal sealed class ListWriter<TList, T>(bool nullable, bool itemNullable, ValueWriter<T> item) : ValueWriter<TList>(nullable)
    where TList : IEnumerable<T>
{
    public override bool Write(OperationExecution execution, FieldPlan field, TList value)
    {
        if (value is null) return WriteNull(execution, field);
        var start = execution.Output.Position;
        execution.Output.WriteByte((byte)'[');
        var level = execution.Push();
        var whole = value switch
        {
            T[] array => WriteSpan(execution, field, level, array),
            List<T> list => WriteSpan(execution, field, level, CollectionsMarshal.AsSpan(list)),
            IReadOnlyList<T> list => WriteIndexed(execution, field, level, list),
            _ => WriteEnumerable(execution, field, level, value),
        };
        execution.Pop();
        if (!whole) return Collapse(execution, start);
        execution.Output.WriteByte((byte)']');
        return true;
    }

    private bool WriteSpan(OperationExecution execution, FieldPlan field, int level, ReadOnlySpan<T> items)
    {
        for (var i = 0; i < items.Length; i++)
        {
            if (!WriteItem(execution, field, level, i, items[i])) return false;
        }

        return true;
    }

    private bool WriteIndexed(OperationExecution execution, FieldPlan field, int level, IReadOnlyList<T> items)
    {
        for (var i = 0; i < items.Count; i++)
        {
            if (!WriteItem(execution, field, level, i, items[i])) return false;
        }

        return true;
    }

    private bool WriteEnumerable(OperationExecution execution, FieldPlan field, int level, TList items)
    {
        var i = 0;
        foreach (var value in items)
        {
            if (!WriteItem(execution, field, level, i++, value)) return false;
        }

        return true;
    }

    private bool WriteItem(OperationExecution execution, FieldPlan field, int level, int index, T value)
    {
        if (index > 0) execution.Output.WriteByte((byte)',');
        execution.Begin(level, index, itemNullable);
        bool written;
        try
        {
            written = item.Write(execution, field, value);
        }
        catch (Exception e)
        {
            written = execution.Fail(level, field, itemNullable, e);
        }

        execution.End(level);
        return written;
    }
}
