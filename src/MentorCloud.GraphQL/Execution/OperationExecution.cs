using MentorCloud.GraphQL.Binding;
using MentorCloud.GraphQL.Planning;

namespace MentorCloud.GraphQL.Execution;

/// <summary>
/// One run of one operation. Values are written straight into the output while resolvers answer at once; a resolver that
/// does not leaves a <see cref="Hole"/> that is filled when its task ends. All writing happens on one flow of control,
/// so resolvers' tasks may run in parallel without a lock here.
/// </summary>
internal sealed partial class OperationExecution
{
    private readonly List<GraphQLError> _errors = [];
    private Level[] _levels = new Level[16];
    private object?[]?[] _arguments = new object?[]?[8];
    private int _depth;
    private Span _span = new(0);
    private VariableValues _variables = VariableValues.Empty;
    private PlanVariant? _variant;
    private bool _rootDead;

    public JsonOutput Output { get; } = new();

    public GraphQLRequestContext Context { get; private set; } = null!;

    public GraphQLEngine Engine { get; private set; } = null!;

    public int Cost { get; private set; }

    public List<GraphQLError> Errors => _errors;

    public VariableValues Variables => _variables;

    public Span Root { get; private set; } = null!;

    /// <summary>True when a null reached the root: <c>data</c> is null.</summary>
    public bool RootIsNull => _rootDead;

    public void Begin(GraphQLEngine engine, GraphQLRequestContext context, PlanVariant variant, VariableValues variables, int cost, CancellationToken cancellation)
    {
        Engine = engine;
        Context = context;
        Cost = cost;
        _variant = variant;
        _variables = variables;
        _caller = cancellation;
        _began = engine.Options.Clock.GetTimestamp();
    }

    /// <summary>The converted arguments of a field, computed once a request.</summary>
    public object?[] Arguments(FieldPlan field)
    {
        if (field.ConstantArguments is { } constant) return constant;
        var slot = field.ArgumentSlot;
        if (slot >= _arguments.Length) Array.Resize(ref _arguments, Math.Max(slot + 1, _variant!.ArgumentSlots));
        return _arguments[slot] ??= field.CoerceArguments(_variables);
    }

    /// <summary>Opens a level of the path; returns its number.</summary>
    public int Push()
    {
        if (_depth == _levels.Length) Array.Resize(ref _levels, _depth * 2);
        _levels[_depth].Place = null;
        return _depth++;
    }

    public void Pop() => _depth--;

    public void Begin(int level, int index, bool nullable)
    {
        ref var l = ref _levels[level];
        l.Field = null;
        l.Place = null;
        l.Index = index;
        l.Start = Output.Position;
        l.Nullable = nullable;
    }

    public void End(int level)
    {
        if (_levels[level].Place is { } place) place.End = Output.Position;
    }

    /// <summary>Writes an object's selected fields; false when one that must not be null was.</summary>
    public bool WriteObject(SelectionPlan selection, object? value)
    {
        var fields = selection.Fields;
        if (fields.Length == 0)
        {
            Output.WriteRaw("{}"u8);
            return true;
        }

        var level = Push();
        foreach (var field in fields)
        {
            if (WriteField(level, field, value)) continue;
            _depth = level;
            return false;
        }

        _depth = level;
        Output.WriteByte((byte)'}');
        return true;
    }

    private bool WriteField(int level, FieldPlan field, object? parent)
    {
        Output.WriteRaw(field.Prefix);
        ref var l = ref _levels[level];
        l.Field = field;
        l.Place = null;
        l.Start = Output.Position;
        l.Nullable = field.Nullable;
        bool written;
        try
        {
            written = field.Invoker.Run(this, field, parent);
        }
        catch (Exception e)
        {
            written = Fail(level, field, field.Nullable, e);
        }

        End(level);
        return written;
    }

    /// <summary>Cuts the output back; what was awaited in there no longer counts.</summary>
    public void Truncate(int position)
    {
        Output.Position = position;
        _span.Truncate(position);
    }

    /// <summary>This position as an object that survives the pass.</summary>
    public Place CurrentPlace() => PlaceOf(_depth - 1);

    private Place PlaceOf(int level)
    {
        ref var l = ref _levels[level];
        if (l.Place is { } known) return known;
        var parent = level == 0 ? null : PlaceOf(level - 1);
        return _levels[level].Place = new Place(parent, l.Field, l.Index, l.Nullable, _span, l.Start);
    }

    /// <summary>Leaves a hole for a field whose task is still running.</summary>
    public bool Await<T>(FieldPlan field, Task<T> task, ValueWriter<T> writer)
    {
        var hole = new TaskHole<T>(this, ParentOfField(), field, _span, Output.Position, task, writer);
        Leave(hole);
        hole.Listen();
        return true;
    }

    private void Leave(Hole hole)
    {
        _span.Add(hole);
        _pending++;
    }

    private Place? ParentOfField() => _depth > 1 ? PlaceOf(_depth - 2) : _levels[0].Place?.Parent;

    /// <summary>Writes what a hole waited for.</summary>
    public void Fill(Hole hole)
    {
        _pending--;
        if (_rootDead || hole.IsDead) return;
        var body = new Span(Output.Position);
        _span = body;
        _depth = 1;
        _levels[0] = new Level { Field = hole.Field, Place = hole, Start = body.Start, Nullable = hole.Nullable };
        bool written;
        try
        {
            written = hole.Write();
        }
        catch (Exception e)
        {
            written = Fail(0, hole.Field!, hole.Nullable, e);
        }

        body.End = Output.Position;
        hole.Body = body;
        if (!written) Kill(hole);
    }

    /// <summary>Makes the nearest place above that may be null null.</summary>
    private void Kill(Place from)
    {
        var place = from.Nullable ? from : from.Parent;
        while (place is not null && !place.Nullable) place = place.Parent;
        if (place is null)
        {
            _rootDead = true;
            return;
        }

        if (place.Dead) return;
        place.Dead = true;
        place.Owner?.Kill(place);
    }
}
