using MentorCloud.App.Simulation;
using MentorCloud.GrainRuntime;
using MentorCloud.GrainStorage;

namespace MentorCloud.Host;

/// <summary>The embedded runtime and its store, as a simulation sees them.</summary>
internal sealed class GrainHostProbe(IGrainRest runtime, IGrainStoreMaintenance store) : IGrainHostProbe
{
    /// <inheritdoc/>
    public Task RestAsync(CancellationToken cancellationToken) => runtime.RestAsync(cancellationToken);

    /// <inheritdoc/>
    public async Task<StoreWrites> WritesAsync(CancellationToken cancellationToken)
    {
        var statistics = await store.StatisticsAsync(cancellationToken);
        return new StoreWrites(statistics.Commits, statistics.Writes);
    }
}
