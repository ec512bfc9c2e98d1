namespace MentorCloud.GrainRuntime;

/// <summary>What surrounds one activation: who it is, its services, and the way to end it.</summary>
public interface IGrainContext
{
    /// <summary>A reference to the grain that may be handed to others.</summary>
    GrainReference GrainReference { get; }

    /// <summary>The grain's type and key.</summary>
    GrainId GrainId { get; }

    /// <summary>The grain object; null until it is constructed.</summary>
    object? GrainInstance { get; }

    /// <summary>The services of the host. There is no scope per activation, so scoped services are not served from here.</summary>
    IServiceProvider ActivationServices { get; }

    /// <summary>Completes once the activation has ended. Awaiting it inside the grain's own turn never returns.</summary>
    Task Deactivated { get; }

    /// <summary>Asks the activation to end after its present turn. Calls that still wait go to a fresh activation.</summary>
    /// <param name="deactivationReason">Told to <see cref="IGrainBase.OnDeactivateAsync"/>.</param>
    /// <param name="cancellationToken">Handed to <see cref="IGrainBase.OnDeactivateAsync"/>.</param>
    void Deactivate(DeactivationReason deactivationReason, CancellationToken cancellationToken = default);
}
