using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace MentorCloud.Storage.Sql.Sqlite;

/// <summary>The one connection that writes: WAL, synchronous FULL, statements prepared once.</summary>
internal sealed class SqliteWriter(string file, Func<SqliteConnection> open) : IWriteConnection
{
    private readonly Dictionary<string, DbCommand> prepared = [];
    private SqliteConnection? connection;
    private SqliteTransaction? transaction;

    public Task<SqlSession> BeginAsync()
    {
        connection ??= open();
        transaction = connection.BeginTransaction(deferred: false);
        return Task.FromResult(new SqlSession(connection, transaction, prepared));
    }

    public Task EnterAsync(TenantScope scope) => Task.CompletedTask;

    public Task CommitAsync()
    {
        transaction!.Commit();
        transaction.Dispose();
        transaction = null;
        return Task.CompletedTask;
    }

    public Task RollbackAsync()
    {
        try
        {
            transaction?.Dispose();
        }
        catch (SqliteException)
        {
            // SQLite may have rolled back by itself (disk full, I/O error). A fresh connection begins cleanly.
            Close();
        }

        transaction = null;
        return Task.CompletedTask;
    }

    public Exception Explain(Exception exception) => SqliteFailures.Explain(exception, file);

    public ValueTask DisposeAsync()
    {
        Close();
        return ValueTask.CompletedTask;
    }

    private void Close()
    {
        foreach (var command in prepared.Values) command.Dispose();
        prepared.Clear();
        connection?.Dispose();
        connection = null;
    }
}
