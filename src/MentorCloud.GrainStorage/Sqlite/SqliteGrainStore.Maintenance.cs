using MentorCloud.GrainRuntime;
using MentorCloud.GrainStorage.Migrations;

namespace MentorCloud.GrainStorage.Sqlite;

/// <summary>Scrubbing and figures, while the store is in use.</summary>
internal sealed partial class SqliteGrainStore
{
    public Task ScrubAsync(CancellationToken cancellationToken) => Task.Run(
        () =>
        {
            cancellationToken.ThrowIfCancellationRequested();
            using var connection = SqliteConnection.Open(_path, readOnly: false);
            if (connection.Number("PRAGMA wal_checkpoint(TRUNCATE)") != 0)
                throw new StorageUnavailableException($"The log of {_path} is being read and was not cut off.");
        },
        cancellationToken);

    public Task<GrainStoreStatistics> StatisticsAsync(CancellationToken cancellationToken) => Task.Run(
        () => Reading(reader => new GrainStoreStatistics(
            States: reader.Connection.Number("SELECT count(*) FROM states"),
            Reminders: reader.Connection.Number("SELECT count(*) FROM reminders"),
            Bytes: new FileInfo(_path).Length,
            Schema: GrainMigrations.Newest,
            Commits: _writer.Commits,
            Writes: _writer.Writes)),
        cancellationToken);
}
