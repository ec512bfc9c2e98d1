namespace MentorCloud.Storage.Failures;

/// <summary>A database file is damaged, or no database at all.</summary>
/// <param name="file">The file.</param>
/// <param name="inner">What the database said.</param>
public sealed class DatabaseDamagedException(string file, Exception? inner = null)
    : StorageException($"The database file {file} is damaged or no database. Stop MentorCloud, move the file away and restore the last backup; lists can be rebuilt from the grains.", inner)
{
    /// <summary>The damaged file.</summary>
    public string File { get; } = file;
}
