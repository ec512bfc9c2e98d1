using MentorCloud.GraphQL.Planning;

namespace MentorCloud.GraphQL.Execution;

internal sealed partial class OperationExecution
{
    private readonly Queue<DeferredHole> _deferred = new();

    /// <summary>
    /// A mutation's root fields run one after the other (specification, section 6.2.2). As long as they answer at once
    /// they are written like any object; behind the first that does not, the others wait as holes for their turn.
    /// </summary>
    private bool WriteSerially(SelectionPlan root)
    {
        if (root.Fields.Length == 0) return WriteObject(root, null);
        var level = Push();
        foreach (var field in root.Fields)
        {
            if (_pending > 0)
            {
                Defer(field);
                continue;
            }

            ForgetLoaders();
            if (!WriteField(level, field, null)) return false;
        }

        _depth = level;
        Output.WriteByte((byte)'}');
        return true;
    }

    private void Defer(FieldPlan field)
    {
        Output.WriteRaw(field.Prefix);
        var hole = new DeferredHole(this, null, field, _span, Output.Position);
        _span.Add(hole);
        _pending++;
        _deferred.Enqueue(hole);
    }

    /// <summary>The next root field's turn comes when everything before it is done.</summary>
    private bool RunNextDeferred()
    {
        if (_deferred.Count == 0 || _pending > _deferred.Count) return false;
        if (_rootDead)
        {
            _pending -= _deferred.Count;
            _deferred.Clear();
            return true;
        }

        ForgetLoaders();
        Fill(_deferred.Dequeue());
        return true;
    }
}
