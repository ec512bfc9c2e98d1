using MentorCloud.Contracts.Directory;
using MentorCloud.Storage.Failures;
using MentorCloud.Storage.Hosting;
using Microsoft.Data.Sqlite;

namespace MentorCloud.Storage.Sql.Sqlite;

/// <summary>The file views.db in the data folder.</summary>
internal sealed class SqliteStore(StorageOptions options, SqliteDialect? dialect = null) : SqlStore(options.LargestGroup)
{
    private readonly string file = Path.Combine(Path.GetFullPath(options.DataFolder!), "views.db");

    public override SqlDialect Dialect { get; } = dialect ?? new SqliteDialect();

    public override StorageProvider Provider => StorageProvider.Sqlite;

    public string File => file;

    public override async Task<T> ReadAsync<T>(TenantScope scope, Func<SqlSession, Task<T>> read, CancellationToken cancellationToken)
    {
        using var activity = StartRead();
        try
        {
            await using var connection = new SqliteConnection(Text(SqliteOpenMode.ReadOnly, pooled: true));
            connection.Open();
            await using var transaction = connection.BeginTransaction(deferred: true);
            return await read(new SqlSession(connection, transaction));
        }
        catch (SqliteException exception)
        {
            throw SqliteFailures.Explain(exception, file);
        }
    }

    public override Task<T> MaintainAsync<T>(Func<SqlSession, Task<T>> change, CancellationToken cancellationToken) =>
        WriteAsync(TenantScope.All, change, cancellationToken);

    public override Task<T> InspectAsync<T>(Func<SqlSession, Task<T>> read, CancellationToken cancellationToken) =>
        ReadAsync(TenantScope.All, read, cancellationToken);

    public override Task PrepareAsync(CancellationToken cancellationToken)
    {
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new StorageUnwritableException(Path.GetDirectoryName(file)!, exception);
        }

        return Task.CompletedTask;
    }

    public override Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    // Old pages stay in the write-ahead log until it is cut off; secure_delete overwrites them in the file itself.
    public override async Task ScrubAsync(CancellationToken cancellationToken)
    {
        await using var connection = OpenForWriting();
        await WriteAheadLog.CutOffAsync(connection, file, cancellationToken);
    }

    public override Task<long> BytesAsync(CancellationToken cancellationToken) => Task.FromResult(
        new[] { file, file + "-wal" }.Select(path => new FileInfo(path)).Where(info => info.Exists).Sum(info => info.Length));

    protected override IWriteConnection OpenWriter() => new SqliteWriter(file, OpenForWriting);

    protected override ValueTask CloseAsync()
    {
        using var readers = new SqliteConnection(Text(SqliteOpenMode.ReadOnly, pooled: true));
        SqliteConnection.ClearPool(readers);
        EmptyLog();
        return ValueTask.CompletedTask;
    }

    /// <summary>The last connection to close puts the write-ahead log into the file and removes it; a reader cannot.</summary>
    private void EmptyLog()
    {
        if (!new FileInfo(file + "-wal").Exists)
        {
            return;
        }

        try
        {
            OpenForWriting().Dispose();
        }
        catch (SqliteException)
        {
            // The log stays, and the next start reads it.
        }
    }

    private SqliteConnection OpenForWriting()
    {
        var connection = new SqliteConnection(Text(SqliteOpenMode.ReadWriteCreate, pooled: false));
        try
        {
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = """
                PRAGMA busy_timeout = 10000; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = OFF;
                PRAGMA secure_delete = ON; PRAGMA temp_store = MEMORY; PRAGMA cache_size = -65536; PRAGMA wal_autocheckpoint = 4000;
                """;
            command.ExecuteNonQuery();
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    private string Text(SqliteOpenMode mode, bool pooled) => new SqliteConnectionStringBuilder
    {
        DataSource = file,
        Mode = mode,
        Pooling = pooled,
        ForeignKeys = false,
        DefaultTimeout = 30,
    }.ToString();
}
