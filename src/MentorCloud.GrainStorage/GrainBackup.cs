using MentorCloud.GrainRuntime;
using MentorCloud.GrainStorage.Migrations;
using MentorCloud.GrainStorage.Sqlite;

namespace MentorCloud.GrainStorage;

/// <summary>Looks at a copy of a store's file.</summary>
public static class GrainBackup
{
    /// <summary>Reads a backup whole and tests every checksum; grows with its size.</summary>
    /// <param name="backupFile">The file; may be in use.</param>
    /// <param name="cancellationToken">Stops between two pages.</param>
    /// <returns>What is wrong with it; nothing when it is sound.</returns>
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
}
