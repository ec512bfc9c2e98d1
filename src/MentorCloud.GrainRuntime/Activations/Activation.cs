namespace MentorCloud.GrainRuntime;

/// <summary>
/// One live grain: its object, who may run it now, and who waits. It is its own synchronization context, so that code
/// after an await comes back to it, and its own work item, so that scheduling allocates nothing.
/// </summary>
/// <remarks>Fields are counted: a million of these may be in memory. What few activations need is in <see cref="ActivationExtras"/>.</remarks>
internal sealed partial class Activation : SynchronizationContext, IGrainContext, IThreadPoolWorkItem
{
    [ThreadStatic]
    private static Activation? s_underConstruction;

    private object? _instance;
    private GrainReference? _reference;
    private ActivationExtras? _extras;

    public Activation(GrainKind kind, string key)
    {
        Kind = kind;
        Key = key;
        _lock = Held; // Whoever creates it wakes it before anyone else may run it.
    }

    /// <summary>The activation whose code runs on this thread; null outside of grains.</summary>
    public static new Activation? Current => SynchronizationContext.Current as Activation;

    /// <summary>The activation whose grain object is being constructed on this thread.</summary>
    public static Activation? UnderConstruction => s_underConstruction;

    public GrainKind Kind { get; }

    public string Key { get; }

    public GrainId GrainId => new(Kind.Type, IdSpan.Create(Key));

    public object? GrainInstance => _instance;

    public IServiceProvider ActivationServices => Kind.Host.Services;

    public IGrainFactory GrainFactory => Kind.Host;

    public GrainReference GrainReference => _reference ??= Kind.CreateReference(Key);

    public Task Deactivated => IsDead ? Task.CompletedTask : Extras.Deactivated.Task;

    /// <summary>The reference that callers of this grain share; null before anybody asked for one.</summary>
    public GrainReference? SharedReference
    {
        get => _reference;
        set => _reference = value;
    }

    /// <summary>What few activations need; made when first asked for.</summary>
    private ActivationExtras Extras
    {
        get
        {
            var extras = Volatile.Read(ref _extras);
            if (extras is not null)
                return extras;
            extras = new ActivationExtras();
            return Interlocked.CompareExchange(ref _extras, extras, null) ?? extras;
        }
    }

    public IGrainTimer RegisterTimer(Func<CancellationToken, Task> callback, GrainTimerCreationOptions options)
    {
        var timer = new GrainTimer(this, Kind.Host.Time, callback, options);
        Extras.Add(timer);
        timer.Change(options.DueTime, options.Period);
        return timer;
    }

    public void ForgetTimer(GrainTimer timer) => _extras?.Remove(timer);

    public override string ToString() => $"{Kind.Name}/{Key}";
}
