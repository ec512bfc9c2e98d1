namespace MentorCloud.GrainRuntime;

internal sealed class Activation(GrainReference reference, IServiceProvider services, IGrainFactory factory) : IGrainContext
{
    public static Activation? Current => null;

    public static Activation? UnderConstruction => null;

    public GrainReference GrainReference { get; } = reference;

    public GrainId GrainId => GrainReference.GrainId;

    public object? GrainInstance => null;

    public IServiceProvider ActivationServices { get; } = services;

    public IGrainFactory GrainFactory { get; } = factory;

    public Task Deactivated { get; } = Task.CompletedTask;

    public void Deactivate(DeactivationReason deactivationReason, CancellationToken cancellationToken = default) => GC.KeepAlive(this);

    public void DelayDeactivation(TimeSpan timeSpan) => GC.KeepAlive(this);

    public IGrainTimer RegisterTimer(Func<CancellationToken, Task> callback, GrainTimerCreationOptions options) =>
        throw new InvalidOperationException($"{GrainId}: the runtime has not started.");
}
