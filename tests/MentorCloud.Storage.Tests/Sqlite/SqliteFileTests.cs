using System.Buffers.Binary;
using MentorCloud.Contracts.Directory;
using MentorCloud.Domain.Identifiers;
using MentorCloud.Storage.Failures;
using MentorCloud.Storage.Keys;
using MentorCloud.Storage.Sql.Sqlite;
using MentorCloud.Storage.Tests.Contract;
using MentorCloud.Storage.Tests.Fixtures;
using Microsoft.Data.Sqlite;

namespace MentorCloud.Storage.Tests.Sqlite;

public sealed class SqliteFileTests : StoreContract
{
    private SqliteDatabase Files => (SqliteDatabase)Database;

    [Fact]
    public async Task Writer_is_durable_and_scrubs_what_is_deleted()
    {
        var settings = await Store.Sql.WriteAsync(
            Storage.Sql.TenantScope.All,
            async session =>
            {
                var values = new List<string>();
                foreach (var name in new[] { "journal_mode", "synchronous", "foreign_keys", "secure_delete" })
                    values.AddRange(await session.ListAsync($"PRAGMA {name}", reader => $"{name}={reader.GetValue(0)}", Stop));
                return values;
            },
            Stop);

        Assert.Equal(["journal_mode=wal", "synchronous=2", "foreign_keys=0", "secure_delete=1"], settings);
    }

    [Fact]
    public async Task Statistics_count_every_table_with_rows_of_tenants()
    {
        var tables = await Store.Sql.InspectAsync(
            session => session.ListAsync("SELECT name FROM sqlite_schema WHERE type = 'table' AND sql LIKE '%tenant%'", reader => reader.GetString(0), Stop), Stop);

        var counted = (await Store.Whole.StatsAsync(Stop)).Rows.Keys;

        // One row a tenant, with the end of its log.
        Assert.Equal(["audit_heads"], tables.Except(counted));
    }

    [Fact]
    public async Task Erased_key_leaves_no_byte_in_any_file()
    {
        var person = Sample.Id<ParticipantId>(1);
        await Store.Keys.SealAsync(new(Sample.Tenant, "g", "f"), person, "confided", Stop);
        var wrapped = (await Store.Get<KeyTables>().PersonKeyAsync(Sample.Tenant, person, Stop))!.Wrapped;
        Assert.True(FilesHold(wrapped));

        await Store.Keys.ErasePersonAsync(Sample.Tenant, person, Stop);

        Assert.False(FilesHold(wrapped));
    }

    [Fact]
    public async Task Erasure_that_a_reader_keeps_from_cutting_the_log_off_is_not_finished_until_it_is_repeated()
    {
        var person = Sample.Id<ParticipantId>(1);
        await Store.Keys.SealAsync(new(Sample.Tenant, "g", "f"), person, "confided", Stop);
        var wrapped = (await Store.Get<KeyTables>().PersonKeyAsync(Sample.Tenant, person, Stop))!.Wrapped;

        await Store.Sql.ReadAsync(Storage.Sql.TenantScope.All, async session =>
        {
            await session.NumberAsync("SELECT COUNT(*) FROM person_keys", Stop);
            var unfinished = await Assert.ThrowsAsync<WriteAheadLogException>(() => Store.Keys.ErasePersonAsync(Sample.Tenant, person, Stop));
            Assert.Equal(Files.File, unfinished.File);
            return 0;
        }, Stop);
        Assert.True(FilesHold(wrapped));

        await Store.Keys.ErasePersonAsync(Sample.Tenant, person, Stop);

        Assert.False(FilesHold(wrapped));
    }

    [Theory]
    [InlineData("no database at all, but long enough to be looked at as if it were one by somebody who hopes")]
    [InlineData("SQLite format 3\0 and then nonsense that no page ever looked like, for a hundred bytes or so, at the very least")]
    public async Task File_that_is_no_database_is_named(string content)
    {
        await using var database = new SqliteDatabase();
        Directory.CreateDirectory(database.Folder);
        await File.WriteAllTextAsync(database.File, content, Stop);

        var refused = await Assert.ThrowsAsync<DatabaseDamagedException>(database.OpenAsync);

        Assert.Equal(database.File, refused.File);
        Assert.Contains(database.File, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Damaged_page_is_found_by_the_check_and_told_when_it_is_read()
    {
        await using var database = new SqliteDatabase();
        await using (var store = await database.OpenAsync())
        {
            await store.PublishAsync([.. Enumerable.Range(1, 200).Select(n => Sample.Pairing(n))]);
            await store.Whole.VerifyAsync(Stop);
        }

        await DamageAsync(database.File);

        await using var damaged = await database.OpenAsync();
        await Assert.ThrowsAsync<DatabaseDamagedException>(() => damaged.Whole.VerifyAsync(Stop));
        await Assert.ThrowsAsync<DatabaseDamagedException>(() => damaged.Views.PairingsByIdAsync(Sample.Tenant, [.. Enumerable.Range(1, 200).Select(Sample.Id<PairingId>)], Stop));
    }

    [Fact]
    public async Task Folder_that_cannot_be_made_is_named()
    {
        await using var database = new SqliteDatabase();
        await File.WriteAllTextAsync(database.Folder, "a file stands where the folder should", Stop);

        var refused = await Assert.ThrowsAsync<StorageUnwritableException>(database.OpenAsync);

        Assert.Equal(database.Folder, refused.Path);
    }

    [Theory]
    [InlineData(3)]
    [InlineData(8)]
    [InlineData(10)]
    [InlineData(13)]
    [InlineData(14)]
    public void Failed_write_is_told_as_unwritable(int code) =>
        Assert.IsType<StorageUnwritableException>(SqliteFailures.Explain(new SqliteException("x", code), "views.db"));

    [Fact]
    public async Task Backup_under_load_is_consistent_and_opens_as_a_store()
    {
        var copy = Path.Combine(Files.Root, "copy", "views.db");
        Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
        using var stop = new CancellationTokenSource();
        var load = Task.Run(
            async () =>
            {
                var published = 0;
                while (!stop.IsCancellationRequested) await Store.PublishAsync(Sample.Pairing(++published));
                return published;
            },
            Stop);
        await Store.Feed.WaitAsync(0, Stop);

        await Store.Whole.BackupAsync(copy, Stop);
        await stop.CancelAsync();
        var all = await load;

        await using var restored = new SqliteDatabase(Path.GetDirectoryName(copy)!);
        await using var store = await restored.OpenAsync();
        var stats = await store.Whole.StatsAsync(Stop);
        Assert.InRange(stats.Rows["facts"], 1, all);
        Assert.Equal(stats.Rows["facts"], stats.Rows["pairings"]);
        Assert.Equal(stats.Rows["facts"], stats.Rows["audit"]);
        Assert.Null(await store.Audit.FirstAlteredAsync(Sample.Tenant, Stop));
    }

    [Fact]
    public async Task Backup_onto_an_existing_file_is_refused()
    {
        var copy = Path.Combine(Files.Root, "copy.db");
        await File.WriteAllTextAsync(copy, "precious", Stop);

        await Assert.ThrowsAsync<IOException>(() => Store.Whole.BackupAsync(copy, Stop));

        Assert.Equal("precious", await File.ReadAllTextAsync(copy, Stop));
    }

    protected override Task<IDatabase> CreateDatabaseAsync() => Task.FromResult<IDatabase>(new SqliteDatabase());

    // Overwrites a page in the middle of the table's tree with what is no page.
    private static async Task DamageAsync(string file)
    {
        SqliteConnection.ClearAllPools();
        int root;
        await using (var connection = new SqliteConnection($"Data Source={file};Pooling=False"))
        {
            connection.Open();
            await using var command = connection.CreateCommand();
            command.CommandText = "SELECT rootpage FROM sqlite_schema WHERE name = 'pairings'";
            root = (int)(long)command.ExecuteScalar()!;
        }

        await using var stream = File.OpenWrite(file);
        var header = new byte[8];
        BinaryPrimitives.WriteUInt64BigEndian(header, ulong.MaxValue);
        stream.Position = (root - 1L) * 4096;
        await stream.WriteAsync(header);
    }

    private bool FilesHold(byte[] bytes) => Directory.GetFiles(Files.Folder).Any(file =>
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        var content = new byte[stream.Length];
        stream.ReadExactly(content);
        return content.AsSpan().IndexOf(bytes) >= 0;
    });
}
