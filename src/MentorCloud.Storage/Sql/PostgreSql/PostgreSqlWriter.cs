using Npgsql;

namespace MentorCloud.Storage.Sql.PostgreSql;

/// <summary>
/// Writes under an advisory lock that every writing process takes, so that positions in the feed and numbers in the audit
/// log become visible in their order, whoever writes.
/// </summary>
internal sealed class PostgreSqlWriter(NpgsqlDataSource source, string server) : IWriteConnection
{
    /// <summary>Any number that nobody else uses in this database: "mentor" in ASCII.</summary>
    public const long WriterLock = 0x6D656E746F72;

    private NpgsqlConnection? connection;
    private NpgsqlTransaction? transaction;
    private TenantScope entered;

    public async Task<SqlSession> BeginAsync()
    {
        connection = await source.OpenConnectionAsync();
        transaction = await connection.BeginTransactionAsync();
        await using var command = new NpgsqlCommand($"SELECT pg_advisory_xact_lock({WriterLock})", connection, transaction);
        await command.ExecuteNonQueryAsync();
        entered = default;
        return new SqlSession(connection, transaction);
    }

    public async Task EnterAsync(TenantScope scope)
    {
        if (entered == scope) return;
        await PostgreSqlScope.EnterAsync(connection!, scope, CancellationToken.None);
        entered = scope;
    }

    public async Task CommitAsync()
    {
        await transaction!.CommitAsync();
        await CloseAsync();
    }

    public async Task RollbackAsync()
    {
        try
        {
            await CloseAsync();
        }
        catch (NpgsqlException)
        {
            // The connection is gone, and the server rolls back by itself.
            connection = null;
            transaction = null;
        }
    }

    public Exception Explain(Exception exception) => PostgreSqlFailures.Explain(exception, server);

    public async ValueTask DisposeAsync() => await RollbackAsync();

    private async Task CloseAsync()
    {
        if (transaction is not null) await transaction.DisposeAsync();
        if (connection is not null) await connection.DisposeAsync();
        connection = null;
        transaction = null;
    }
}
