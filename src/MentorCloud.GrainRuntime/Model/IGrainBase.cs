namespace MentorCloud.GrainRuntime;

/// <summary>What every grain class implements, by deriving from <see cref="Grain"/> or by itself.</summary>
public interface IGrainBase
{
    /// <summary>What surrounds this activation.</summary>
    IGrainContext GrainContext { get; }

    /// <summary>Runs before the first turn, after persistent states are read. A failure fails the call that woke the grain.</summary>
    Task OnActivateAsync(CancellationToken token) => Task.CompletedTask;

    /// <summary>Runs after the last turn. Not guaranteed: a killed process skips it, so durable facts never wait for it.</summary>
    Task OnDeactivateAsync(DeactivationReason reason, CancellationToken token) => Task.CompletedTask;
}
