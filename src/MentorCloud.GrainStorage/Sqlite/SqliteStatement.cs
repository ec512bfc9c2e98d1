using System.Text;
using SQLitePCL;

namespace MentorCloud.GrainStorage.Sqlite;

/// <summary>A prepared statement, bound and stepped again and again by the owner of its connection.</summary>
internal sealed class SqliteStatement(SqliteConnection connection, sqlite3_stmt handle) : IDisposable
{
    private const int StackBytes = 256;

    public SqliteStatement Bind(int index, long value)
    {
        _ = raw.sqlite3_bind_int64(handle, index, value);
        return this;
    }

    public SqliteStatement Bind(int index, string value)
    {
        var most = Encoding.UTF8.GetMaxByteCount(value.Length);
        var bytes = most <= StackBytes ? stackalloc byte[StackBytes] : new byte[most];
        var length = Encoding.UTF8.GetBytes(value, bytes);
        connection.ThrowIfFailed(raw.sqlite3_bind_text(handle, index, bytes[..length]), "bind");
        return this;
    }

    public SqliteStatement Bind(int index, ReadOnlySpan<byte> value)
    {
        connection.ThrowIfFailed(raw.sqlite3_bind_blob(handle, index, value), "bind");
        return this;
    }

    /// <summary>Goes to the next row.</summary>
    /// <returns>False when there is none.</returns>
    public bool Step()
    {
        var code = raw.sqlite3_step(handle);
        if (code is raw.SQLITE_ROW or raw.SQLITE_DONE)
            return code == raw.SQLITE_ROW;
        try
        {
            connection.ThrowIfFailed(code, "step");
            return false;
        }
        finally
        {
            Reset();
        }
    }

    /// <summary>Runs a statement that returns no rows.</summary>
    /// <returns>Rows changed.</returns>
    public int Run()
    {
        Step();
        var changes = connection.Changes;
        Reset();
        return changes;
    }

    public void Reset() => _ = raw.sqlite3_reset(handle);

    public long Int64(int column) => raw.sqlite3_column_int64(handle, column);

    public string Text(int column) => raw.sqlite3_column_text(handle, column).utf8_to_string() ?? string.Empty;

    /// <summary>The bytes of a column; valid until the next step.</summary>
    public ReadOnlySpan<byte> Blob(int column) => raw.sqlite3_column_blob(handle, column);

    public void Dispose() => handle.Dispose();
}
