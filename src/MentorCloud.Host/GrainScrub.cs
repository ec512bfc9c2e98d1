using MentorCloud.Contracts.Directory;
using MentorCloud.GrainStorage;

namespace MentorCloud.Host;

/// <summary>Leaves nothing of what grains no longer hold in the data folder.</summary>
internal sealed class GrainScrub(IGrainStoreMaintenance store) : IGrainScrub
{
    /// <inheritdoc/>
    public Task ScrubAsync(CancellationToken cancellationToken) => store.ScrubAsync(cancellationToken);
}
