namespace MentorCloud.Contracts.Directory;

/// <summary>The write-ahead log of a file could not be cut off, because somebody reads: what was erased may still be in it. An erasure that meets it is not finished and is done again.</summary>
/// <param name="file">The file.</param>
public sealed class WriteAheadLogException(string file)
    : Exception($"The log of {file} is being read and was not cut off; what was erased may still be in it. It is done again.")
{
    /// <summary>The database file.</summary>
    public string File { get; } = file;
}
