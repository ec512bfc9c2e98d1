namespace MentorCloud.GrainRuntime;

/// <summary>The stored record of a grain, without its type.</summary>
public interface IStorage
{
    /// <summary>The version of the record as last read or written; null when there is none.</summary>
    string? Etag { get; }

    /// <summary>True when the store held a record when last read or written.</summary>
    bool RecordExists { get; }

    /// <summary>Removes the record, if it is still of this <see cref="Etag"/>.</summary>
    /// <exception cref="InconsistentStateException">Another writer was first.</exception>
    Task ClearStateAsync();

    /// <summary>Writes the record, if the stored one is still of this <see cref="Etag"/>; returns after the commit.</summary>
    /// <exception cref="InconsistentStateException">Another writer was first; nothing was written.</exception>
    /// <exception cref="StorageUnavailableException">Nothing was written.</exception>
    /// <exception cref="StorageUncertainException">It is unknown whether it was written; deactivate and read again.</exception>
    Task WriteStateAsync();

    /// <summary>Reads the record, replacing what is in memory.</summary>
    Task ReadStateAsync();

    /// <inheritdoc cref="ClearStateAsync()"/>
    Task ClearStateAsync(CancellationToken cancellationToken) => ClearStateAsync();

    /// <inheritdoc cref="WriteStateAsync()"/>
    Task WriteStateAsync(CancellationToken cancellationToken) => WriteStateAsync();

    /// <inheritdoc cref="ReadStateAsync()"/>
    Task ReadStateAsync(CancellationToken cancellationToken) => ReadStateAsync();
}
