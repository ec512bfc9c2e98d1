using SQLitePCL;

namespace MentorCloud.GrainStorage.Sqlite;

/// <summary>One connection to a database file, used by one thread at a time.</summary>
internal sealed class SqliteConnection : IDisposable
{
    private const int BusyMilliseconds = 5_000;
    private const int CheckpointBusyMilliseconds = 5;
    private readonly sqlite3 _handle;

    private SqliteConnection(sqlite3 handle) => _handle = handle;

    static SqliteConnection() => Batteries_V2.Init();

    /// <summary>Rows that the last statement changed.</summary>
    public int Changes => raw.sqlite3_changes(_handle);

    /// <summary>True while a transaction is open.</summary>
    public bool InTransaction => raw.sqlite3_get_autocommit(_handle) == 0;

    /// <exception cref="SqliteFailure">The file cannot be opened.</exception>
    public static SqliteConnection Open(string path, bool readOnly)
    {
        var mode = readOnly ? raw.SQLITE_OPEN_READONLY : raw.SQLITE_OPEN_READWRITE | raw.SQLITE_OPEN_CREATE;
        var code = raw.sqlite3_open_v2(path, out var handle, mode | raw.SQLITE_OPEN_NOMUTEX, null);
        if (code != raw.SQLITE_OK)
        {
            var failure = new SqliteFailure(code, $"{raw.sqlite3_errmsg(handle).utf8_to_string()} ({path})");
            handle.Dispose();
            throw failure;
        }

        raw.sqlite3_extended_result_codes(handle, 1);
        raw.sqlite3_busy_timeout(handle, BusyMilliseconds);
        return new SqliteConnection(handle);
    }

    public void Execute(string sql) => ThrowIfFailed(raw.sqlite3_exec(_handle, sql), sql);

    public SqliteStatement Prepare(string sql)
    {
        ThrowIfFailed(raw.sqlite3_prepare_v3(_handle, sql, raw.SQLITE_PREPARE_PERSISTENT, out var statement), sql);
        return new SqliteStatement(this, statement);
    }

    public long Number(string sql)
    {
        using var statement = Prepare(sql);
        return statement.Step() ? statement.Int64(0) : 0;
    }

    public string Text(string sql)
    {
        using var statement = Prepare(sql);
        return statement.Step() ? statement.Text(0) : string.Empty;
    }

    /// <summary>Copies the log into the file as far as readers let it. A long reader, such as a backup, is hardly waited for.</summary>
    /// <returns>Pages that remain in the log.</returns>
    public int Checkpoint(int mode)
    {
        raw.sqlite3_busy_timeout(_handle, CheckpointBusyMilliseconds);
        var code = raw.sqlite3_wal_checkpoint_v2(_handle, "main", mode, out var inLog, out var copied);
        raw.sqlite3_busy_timeout(_handle, BusyMilliseconds);
        if (code is not (raw.SQLITE_OK or raw.SQLITE_BUSY))
            throw Failure(code, "checkpoint");
        return inLog - copied;
    }

    public void ThrowIfFailed(int code, string what)
    {
        if (code is not (raw.SQLITE_OK or raw.SQLITE_ROW or raw.SQLITE_DONE))
            throw Failure(code, what);
    }

    public void Dispose() => _handle.Dispose();

    private SqliteFailure Failure(int code, string what)
    {
        var extended = raw.sqlite3_extended_errcode(_handle);
        return new SqliteFailure(extended == 0 ? code : extended, $"{raw.sqlite3_errmsg(_handle).utf8_to_string()} ({what})");
    }
}
