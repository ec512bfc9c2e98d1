using MentorCloud.GraphQL.Planning;

namespace MentorCloud.GraphQL.Execution;

internal sealed partial class OperationExecution
{
    private readonly Lock _gate = new();
    private List<IReady> _ready = [];
    private List<IReady> _running = [];
    private TaskCompletionSource? _waiter;
    private bool _asked;
    private int _pending;
    private CancellationToken _caller;
    private CancellationTokenSource? _limit;
    private CancellationTokenSource? _timeout;
    private long _began;

    /// <summary>Cancelled when the caller leaves or the operation's time is over; made when somebody first asks.</summary>
    public CancellationToken Cancellation
    {
        get
        {
            if (_timeout is null)
            {
                _limit = Limit(Engine.Options.Clock, Engine.Options.Limits.MaxExecutionTime - Engine.Options.Clock.GetElapsedTime(_began));
                _timeout = CancellationTokenSource.CreateLinkedTokenSource(_caller, _limit.Token);
            }

            return _timeout.Token;
        }
    }

    /// <summary>True when the operation was left with tasks still running, so that this object must not be used again.</summary>
    public bool Abandoned { get; private set; }

    /// <summary>A source stream lives as long as its subscriber.</summary>
    public void WithoutTimeLimit() => _timeout = CancellationTokenSource.CreateLinkedTokenSource(_caller);

    /// <summary>Stands at a root field without writing it, as when a source stream is opened.</summary>
    public void EnterRoot(FieldPlan field)
    {
        Root = _span = new Span(Output.Position);
        _levels[Push()] = new Level { Field = field, Nullable = true };
    }

    /// <summary>True when nothing is awaited.</summary>
    public bool IsDone => _pending == 0;

    /// <summary>Runs the root selection; false when it has to be awaited with <see cref="DrainAsync"/>.</summary>
    public bool Start(SelectionPlan root, bool serial)
    {
        Root = _span = new Span(Output.Position);
        _depth = 0;
        _levels[0].Place = null;
        if (!(serial ? WriteSerially(root) : WriteObject(root, null))) _rootDead = true;
        Root.End = Output.Position;
        return _pending == 0;
    }

    /// <summary>Runs the selection of a subscription's root field on one event.</summary>
    public bool StartEvent<T>(FieldPlan field, T value, ValueWriter<T> writer)
    {
        Root = _span = new Span(Output.Position);
        _depth = 0;
        var level = Push();
        Output.WriteRaw(field.Prefix);
        _levels[level] = new Level { Field = field, Start = Output.Position, Nullable = field.Nullable };
        bool written;
        try
        {
            written = writer.Write(this, field, value);
        }
        catch (Exception e)
        {
            written = Fail(level, field, field.Nullable, e);
        }

        End(level);
        if (!written) _rootDead = true;
        Output.WriteByte((byte)'}');
        Root.End = Output.Position;
        return _pending == 0;
    }

    /// <summary>Fills the holes as their tasks end; sends what loaders gathered when nothing else can go on.</summary>
    public async ValueTask DrainAsync()
    {
        while (_pending > 0)
        {
            if (RunReady()) continue;
            if (DispatchLoaders()) continue;
            if (RunNextDeferred()) continue;
            await WaitAsync().ConfigureAwait(false);
        }
    }

    public void Enqueue(IReady item)
    {
        TaskCompletionSource? waiter;
        lock (_gate)
        {
            _ready.Add(item);
            (waiter, _waiter) = (_waiter, null);
        }

        waiter?.TrySetResult();
    }

    /// <summary>
    /// A loader has keys to send. A resolver that awaited something else before asks from a thread of its own, when this flow
    /// may be waiting already and nothing else would wake it.
    /// </summary>
    public void AskLoaders()
    {
        TaskCompletionSource? waiter;
        lock (_gate)
        {
            _asked = true;
            (waiter, _waiter) = (_waiter, null);
        }

        waiter?.TrySetResult();
    }

    private static CancellationTokenSource Limit(TimeProvider clock, TimeSpan left) => new(left > TimeSpan.Zero ? left : TimeSpan.Zero, clock);

    private bool RunReady()
    {
        lock (_gate)
        {
            if (_ready.Count == 0) return false;
            (_ready, _running) = (_running, _ready);
        }

        foreach (var item in _running) item.Run();
        _running.Clear();
        return true;
    }

    private async ValueTask WaitAsync()
    {
        TaskCompletionSource waiter;
        lock (_gate)
        {
            if (_ready.Count > 0 || _asked) return;
            _waiter = waiter = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        }

        try
        {
            await waiter.Task.WaitAsync(Cancellation).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            Abandoned = true;
            ForgetLoaders();
            throw;
        }
    }
}
