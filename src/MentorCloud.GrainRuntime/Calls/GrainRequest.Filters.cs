using System.Diagnostics;
using System.Reflection;

namespace MentorCloud.GrainRuntime;

/// <summary>The way through the filters to the method, and the call as filters see it.</summary>
internal abstract partial class GrainRequest : IIncomingGrainCallContext, IInvokable
{
    public IInvokable Request => this;

    public object Grain => Target.GrainInstance!;

    public GrainId? SourceId => Caller?.GrainId;

    public GrainId TargetId => Target.GrainId;

    public string InterfaceName => _method.InterfaceName;

    public string MethodName => _method.Name;

    public MethodInfo InterfaceMethod => _method.Method;

    public IGrainContext TargetContext => Target;

    public MethodInfo ImplementationMethod => _method.ImplementationOn(Target.GrainInstance!.GetType());

    public object? Result
    {
        get => _overridden ? _override : _inner is { IsCompletedSuccessfully: true } ? ResultOf(_inner) : null;
        set => (_override, _overridden) = (value, true);
    }

    public override Exception? Obstacle
    {
        get
        {
            if (CancellationToken.IsCancellationRequested)
                return new OperationCanceledException(CancellationToken);
            return Waiting.IsOver ? new TimeoutException($"{_method.ActivityName} waited too long for its turn.") : null;
        }
    }

    protected abstract CancellationToken CancellationToken { get; }

    /// <summary>Goes on to the next filter, or to the method after the last.</summary>
    public Task Invoke()
    {
        var filters = Target.Kind.Host.Filters;
        if (_stage < filters.Length)
            return filters[_stage++].Invoke(this);
        return _inner = InvokeGrain(Target.GrainInstance!);
    }

    public override Task Run()
    {
        if (GrainTracing.Source.HasListeners())
            _activity = GrainTracing.Start(_method, Target.Kind);
        try
        {
            var pipeline = Invoke();
            if (_activity is not null)
                Activity.Current = _activity.Parent; // What the caller does meanwhile is no part of this turn.
            return _inner is null or { IsCompleted: true } || ReferenceEquals(pipeline, _inner) ? pipeline : Both(pipeline, _inner);
        }
#pragma warning disable CA1031 // The failure is the call's answer.
        catch (Exception error)
#pragma warning restore CA1031
        {
            return Task.FromException(error);
        }
    }

    // A filter that does not await the method must not end the turn before it.
    private static async Task Both(Task pipeline, Task inner)
    {
        await inner;
        await pipeline;
    }

    protected abstract Task InvokeGrain(object grain);

    private static object? ResultOf(Task task) => task.GetType().GetProperty("Result")?.GetValue(task);

    public object? GetTarget() => Target.GrainInstance;

    public abstract int GetArgumentCount();

    public abstract object? GetArgument(int index);

    public abstract void SetArgument(int index, object value);

    public string GetMethodName() => _method.Name;

    public string GetInterfaceName() => _method.InterfaceName;

    public string GetActivityName() => _method.ActivityName;

    public MethodInfo GetMethod() => _method.Method;

    public Type GetInterfaceType() => _method.InterfaceType;

    CancellationToken IInvokable.GetCancellationToken() => CancellationToken;
}
