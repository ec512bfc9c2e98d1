namespace MentorCloud.App.Simulation;

/// <summary>What a simulation asks of the edition's grain host. An edition without it cannot simulate.</summary>
public interface IGrainHostProbe
{
    /// <summary>Completes when no call waits for its answer and no due reminder is read or delivered.</summary>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>Completes at rest.</returns>
    Task RestAsync(CancellationToken cancellationToken);

    /// <summary>What the grain store has written since it was opened.</summary>
    /// <param name="cancellationToken">Stops counting.</param>
    /// <returns>Commits, and the writes in them.</returns>
    Task<StoreWrites> WritesAsync(CancellationToken cancellationToken);
}
