using System.Globalization;

namespace MentorCloud.Storage.Failures;

/// <summary>The database was written by a newer MentorCloud; this one would not understand it and leaves it alone.</summary>
/// <param name="found">The schema version in the database.</param>
/// <param name="known">The newest version that this program knows.</param>
public sealed class SchemaTooNewException(int found, int known)
    : StorageException(
        string.Create(CultureInfo.InvariantCulture, $"The database has schema version {found}, but this MentorCloud knows only {known}. Start a newer MentorCloud, or restore a backup of version {known}."), null)
{
    /// <summary>The schema version in the database.</summary>
    public int Found { get; } = found;

    /// <summary>The newest version that this program knows.</summary>
    public int Known { get; } = known;
}
