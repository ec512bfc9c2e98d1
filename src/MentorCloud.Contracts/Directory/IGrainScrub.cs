namespace MentorCloud.Contracts.Directory;

/// <summary>Makes sure that what grains no longer hold is in no file of their store either; an edition whose store keeps no old bytes has none.</summary>
public interface IGrainScrub
{
    /// <summary>Overwrites or cuts off what earlier writes left behind.</summary>
    /// <param name="cancellationToken">Gives up waiting.</param>
    /// <returns>Completes when nothing is left.</returns>
    Task ScrubAsync(CancellationToken cancellationToken);
}
