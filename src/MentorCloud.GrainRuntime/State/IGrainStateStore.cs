namespace MentorCloud.GrainRuntime;

/// <summary>Where grain states are kept. Every write is conditional on the version read, and durable when its task completes.</summary>
/// <remarks>
/// All members throw <see cref="StorageUnavailableException"/> when nothing was done, <see cref="StorageUncertainException"/>
/// when that is unknown, and <see cref="StorageCorruptException"/> for a damaged record. Safe for concurrent use.
/// </remarks>
public interface IGrainStateStore
{
    /// <summary>Reads a record; null when there is none.</summary>
    ValueTask<StoredGrainState?> ReadAsync(GrainStateKey key, CancellationToken cancellationToken);

    /// <summary>Writes a record, if the stored one is of the expected version.</summary>
    /// <param name="key">Which record.</param>
    /// <param name="expectedVersion">The version read; 0 when there was none.</param>
    /// <param name="payload">The serialised state; must stay unchanged until the task completes.</param>
    /// <param name="cancellationToken">Heeded until the write has been handed to the store; afterwards it runs to its end.</param>
    /// <returns>The new version.</returns>
    /// <exception cref="InconsistentStateException">The stored record is of another version.</exception>
    ValueTask<long> WriteAsync(GrainStateKey key, long expectedVersion, ReadOnlyMemory<byte> payload, CancellationToken cancellationToken);

    /// <summary>Removes a record, if it is of the expected version.</summary>
    /// <exception cref="InconsistentStateException">The stored record is of another version.</exception>
    ValueTask ClearAsync(GrainStateKey key, long expectedVersion, CancellationToken cancellationToken);
}
