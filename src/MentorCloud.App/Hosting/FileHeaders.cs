using MentorCloud.App.Backups;

namespace MentorCloud.App.Hosting;

/// <summary>
/// Looks at the beginning of each database before any is opened. A write-ahead log that lies beside a database holds pages of
/// its own: SQLite opens the two without a word although the file itself may have been overwritten.
/// </summary>
internal static class FileHeaders
{
    private static ReadOnlySpan<byte> Expected => "SQLite format 3\0"u8;

    /// <exception cref="OperatorException">One of them is no database.</exception>
    public static void Check(string folder, IEdition edition)
    {
        foreach (var name in new[] { edition.GrainFile?.Name, DataFiles.Views, DataFiles.Accounts })
        {
            if (name is not null && IsOverwritten(Path.Combine(folder, name)))
            {
                throw new OperatorException(
                    ExitCodes.DataCorrupt, $"{Path.Combine(folder, name)} is damaged: it does not begin as a database does. Restore a backup; nothing was changed.");
            }
        }
    }

    private static bool IsOverwritten(string file)
    {
        // A rollback journal beside it: the first write was cut off, and SQLite takes it back.
        if (!File.Exists(file) || File.Exists(file + "-journal"))
        {
            return false;
        }

        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        Span<byte> found = stackalloc byte[Expected.Length];
        var read = stream.ReadAtLeast(found, found.Length, throwOnEndOfStream: false);
        return read > 0 && !found[..read].SequenceEqual(Expected);
    }
}
