using System.Diagnostics.CodeAnalysis;

namespace MentorCloud.GrainRuntime;

/// <summary>Base of grain classes: one object per key, whose methods run one turn at a time.</summary>
public abstract class Grain : IGrainBase, IAddressable
{
    /// <summary>Takes its surroundings from the activation that constructs it.</summary>
    protected Grain() : this(Activation.UnderConstruction)
    {
    }

    /// <summary>Takes its surroundings from the argument; for tests of a grain class without a runtime.</summary>
    /// <param name="grainContext">Null leaves the grain without runtime; members that need one then throw.</param>
    protected Grain(IGrainContext? grainContext) => GrainContext = grainContext;

    /// <summary>What surrounds this activation.</summary>
    [AllowNull]
    public IGrainContext GrainContext { get; }

    /// <summary>A reference to this grain that may be handed to others; never hand out <c>this</c>.</summary>
    public GrainReference GrainReference => GrainContext.GrainReference;

    /// <summary>Makes references to other grains.</summary>
    protected IGrainFactory GrainFactory => Runtime.GrainFactory;

    /// <summary>The services of the host.</summary>
    protected internal IServiceProvider ServiceProvider => GrainContext.ActivationServices;

    /// <summary>Runs before the first turn, after persistent states are read. A failure fails the call that woke the grain.</summary>
    public virtual Task OnActivateAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Runs after the last turn; not guaranteed when the process is killed.</summary>
    public virtual Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Ends this activation after the current turn; the next call wakes a fresh one from storage.</summary>
    protected void DeactivateOnIdle() => GrainBaseExtensions.DeactivateOnIdle(this);

    /// <summary>Keeps this activation from idle collection for at least the time given from now.</summary>
    /// <param name="timeSpan">Not negative; zero takes an earlier delay back.</param>
    protected void DelayDeactivation(TimeSpan timeSpan) => Runtime.DelayDeactivation(timeSpan);

    private Activation Runtime => GrainContext as Activation
        ?? throw new InvalidOperationException("This grain was constructed outside of the grain runtime; get it from IGrainFactory.");
}
