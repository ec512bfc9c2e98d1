using MentorCloud.GrainRuntime;
using MentorCloud.GrainStorage.Migrations;

namespace MentorCloud.GrainStorage.Sqlite;

/// <summary>Backup, verification and figures, all while the store is in use.</summary>
internal sealed partial class SqliteGrainStore
{
    public Task BackupAsync(string targetFile, CancellationToken cancellationToken) => Task.Run(
        () =>
        {
            if (File.Exists(targetFile))
                throw new IOException($"{targetFile} exists already; name another file.");
            cancellationToken.ThrowIfCancellationRequested();
            Reading(reader =>
            {
                using var copy = reader.Connection.Prepare("VACUUM INTO ?1");
                copy.Bind(1, targetFile).Run();
                return 0;
            });
            using var file = new FileStream(targetFile, FileMode.Open, FileAccess.ReadWrite);
            file.Flush(flushToDisk: true);
        },
        cancellationToken);

    public Task ScrubAsync(CancellationToken cancellationToken) => Task.Run(
        () =>
        {
            cancellationToken.ThrowIfCancellationRequested();
            using var connection = SqliteConnection.Open(_path, readOnly: false);
            if (connection.Number("PRAGMA wal_checkpoint(TRUNCATE)") != 0)
                throw new StorageUnavailableException($"The log of {_path} is being read and was not cut off.");
        },
        cancellationToken);

    public Task<GrainStoreVerification> VerifyAsync(CancellationToken cancellationToken) =>
        Task.Run(() => Reading(reader => SqliteVerification.Run(reader, cancellationToken)), cancellationToken);

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
