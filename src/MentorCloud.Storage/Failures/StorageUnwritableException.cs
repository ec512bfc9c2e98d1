namespace MentorCloud.Storage.Failures;

/// <summary>The data folder or a file in it cannot be made or written.</summary>
/// <param name="path">The folder or file.</param>
/// <param name="inner">What the system said.</param>
public sealed class StorageUnwritableException(string path, Exception? inner = null)
    : StorageException($"{path} cannot be written. Give the account that runs MentorCloud write access to it, free disk space, or name another data folder.", inner)
{
    /// <summary>The folder or file.</summary>
    public string Path { get; } = path;
}
