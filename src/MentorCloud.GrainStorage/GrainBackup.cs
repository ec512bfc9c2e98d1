using MentorCloud.GrainRuntime;
using MentorCloud.GrainStorage.Folders;
using MentorCloud.GrainStorage.Migrations;
using MentorCloud.GrainStorage.Sqlite;

namespace MentorCloud.GrainStorage;

/// <summary>Brings a backup back.</summary>
public static class GrainBackup
{
    /// <summary>Verifies a backup and, if it is sound, puts it into a folder that holds no store.</summary>
    /// <param name="backupFile">As <see cref="IGrainStoreMaintenance.BackupAsync"/> wrote it.</param>
    /// <param name="folder">The data folder; created if it is missing.</param>
    /// <param name="cancellationToken">Ends the verification.</param>
    /// <returns>What the verification found; nothing was restored unless it is sound.</returns>
    /// <exception cref="IOException">The folder holds a store already.</exception>
    public static Task<GrainStoreVerification> RestoreAsync(string backupFile, string folder, CancellationToken cancellationToken) => Task.Run(
        () =>
        {
            using var held = FolderLock.Take(folder, "grains.lock");
            var target = Path.Combine(folder, SqliteGrainStore.FileName);
            if (File.Exists(target))
                throw new IOException($"{target} exists already; restore into an empty folder.");
            var found = Verify(backupFile, cancellationToken);
            if (found.IsSound)
                Copy(backupFile, target);
            return found;
        },
        cancellationToken);

    /// <summary>Reads a backup whole and tests every checksum.</summary>
    public static GrainStoreVerification Verify(string backupFile, CancellationToken cancellationToken)
    {
        try
        {
            using var connection = SqliteConnection.Open(backupFile, readOnly: true);
            if (connection.Number("PRAGMA application_id") != GrainMigrations.ApplicationId)
                return new GrainStoreVerification(0, [$"{backupFile} is no backup of a grain store."]);

            using var reader = new SqliteReader(connection);
            return SqliteVerification.Run(reader, cancellationToken);
        }
        catch (Exception error) when (error is SqliteFailure or GrainRuntimeException)
        {
            return new GrainStoreVerification(0, [$"{backupFile} cannot be read: {error.Message}"]);
        }
    }

    private static void Copy(string from, string to)
    {
        // A name of its own until it is whole, so that a restore killed half-way leaves no store.
        var partial = to + ".partial";
        using (var source = new FileStream(from, FileMode.Open, FileAccess.Read))
        using (var target = new FileStream(partial, FileMode.Create, FileAccess.Write))
        {
            source.CopyTo(target);
            target.Flush(flushToDisk: true);
        }

        File.Move(partial, to);
    }
}
