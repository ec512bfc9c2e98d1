namespace MentorCloud.GrainStorage;

/// <summary>What operators do with a store while it is in use.</summary>
public interface IGrainStoreMaintenance
{
    /// <summary>Cuts the log off, so that it holds no earlier states; the file itself overwrites what is no longer there.</summary>
    /// <param name="cancellationToken">Heeded before it starts.</param>
    /// <returns>Completes when it is cut off.</returns>
    /// <exception cref="GrainRuntime.StorageUnavailableException">Somebody reads still: nothing was cut off; try again.</exception>
    Task ScrubAsync(CancellationToken cancellationToken);

    /// <summary>Figures for the stats command.</summary>
    Task<GrainStoreStatistics> StatisticsAsync(CancellationToken cancellationToken);
}
