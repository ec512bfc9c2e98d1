namespace MentorCloud.GrainStorage;

/// <summary>What operators do with a store while it is in use.</summary>
public interface IGrainStoreMaintenance
{
    /// <summary>Writes a consistent copy of the moment at which it starts, and waits until it is on disk.</summary>
    /// <param name="targetFile">Must not exist.</param>
    /// <param name="cancellationToken">Heeded before the copy starts.</param>
    Task BackupAsync(string targetFile, CancellationToken cancellationToken);

    /// <summary>Cuts the log off, so that it holds no earlier states; the file itself overwrites what is no longer there.</summary>
    /// <param name="cancellationToken">Heeded before it starts.</param>
    /// <returns>Completes when it is cut off.</returns>
    /// <exception cref="GrainRuntime.StorageUnavailableException">Somebody reads still: nothing was cut off; try again.</exception>
    Task ScrubAsync(CancellationToken cancellationToken);

    /// <summary>Reads everything and tests every checksum; grows with the size of the store.</summary>
    Task<GrainStoreVerification> VerifyAsync(CancellationToken cancellationToken);

    /// <summary>Figures for the stats command.</summary>
    Task<GrainStoreStatistics> StatisticsAsync(CancellationToken cancellationToken);
}
