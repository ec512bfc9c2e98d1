namespace MentorCloud.GrainRuntime;

/// <summary>Goes through stored records, for rebuilding views, export and statistics.</summary>
public interface IGrainStateCatalog
{
    /// <summary>
    /// The records of a grain type, in ordinal order of their keys. Reads page by page, so memory does not grow with the
    /// number of records; records written meanwhile may or may not be seen.
    /// </summary>
    /// <param name="grainType">The stored name of the grain class.</param>
    /// <param name="stateName">The record's name within the class.</param>
    /// <param name="keyPrefix">Keys must start with it, such as <c>{tenant}/</c>; empty for all.</param>
    /// <param name="cancellationToken">Ends the enumeration.</param>
    IAsyncEnumerable<GrainStateEntry> EnumerateAsync(string grainType, string stateName, string keyPrefix, CancellationToken cancellationToken);

    /// <summary>Every grain type and state name that the store has ever held, in ordinal order.</summary>
    Task<IReadOnlyList<(string GrainType, string StateName)>> ListKindsAsync(CancellationToken cancellationToken);
}
