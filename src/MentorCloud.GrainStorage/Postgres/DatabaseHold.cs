using System.Data;
using System.Globalization;
using MentorCloud.GrainRuntime;
using Npgsql;

namespace MentorCloud.GrainStorage.Postgres;

/// <summary>
/// Holds a database for this process: an advisory lock on a connection of its own, which the server lets go of when the
/// process ends, however it ends. When that connection breaks, the next write takes the hold again or is refused. What is
/// written in between by two processes is caught by the records' versions.
/// </summary>
internal sealed class DatabaseHold : IDisposable
{
    /// <summary>"MCGR".</summary>
    private const int LockId = 0x4D434752;

    private readonly NpgsqlConnectionStringBuilder _way;
    private readonly TimeSpan _patience;
    private readonly SemaphoreSlim _taking = new(1);
    private volatile NpgsqlConnection _connection;

    private DatabaseHold(NpgsqlConnectionStringBuilder way, TimeSpan patience)
    {
        _way = way;
        _patience = patience;
        _connection = Connect();
    }

    /// <summary>The connection that holds; for migrations.</summary>
    public NpgsqlConnection Connection => _connection;

    /// <summary>False once the connection is known to be broken; a connection that is idle is tried every ten seconds.</summary>
    public bool IsHeld => _connection.FullState.HasFlag(ConnectionState.Open);

    /// <summary>Takes the hold.</summary>
    /// <param name="connectionString">As Npgsql reads it.</param>
    /// <param name="patience">How long to wait for another process that may be about to end.</param>
    /// <exception cref="GrainRuntimeException">Another process holds the database; the message says which.</exception>
    /// <exception cref="StorageUnavailableException">The server does not answer or refuses the login.</exception>
    public static DatabaseHold Take(string connectionString, TimeSpan patience) => new(
        new NpgsqlConnectionStringBuilder(connectionString)
        {
            Pooling = false,
            KeepAlive = 10,
            ApplicationName = string.Create(CultureInfo.InvariantCulture, $"MentorCloud process {Environment.ProcessId} on {Environment.MachineName}"),
        },
        patience);

    /// <summary>Takes the hold again after its connection broke; at once when it is held.</summary>
    /// <exception cref="StorageUnavailableException">The server does not answer, or another process holds the database now.</exception>
    public async ValueTask EnsureAsync(string subject)
    {
        if (IsHeld)
            return;
        await _taking.WaitAsync();
        try
        {
            if (!IsHeld)
                await Task.Run(Renew);
        }
        catch (GrainRuntimeException error)
        {
            throw new StorageUnavailableException($"{subject}: nothing was written ({error.Message})", error);
        }
        finally
        {
            _taking.Release();
        }
    }

    public void Dispose()
    {
        _connection.Dispose();
        _taking.Dispose();
    }

    private void Renew()
    {
        _connection.Dispose();
        _connection = Connect();
    }

    private NpgsqlConnection Connect()
    {
        var connection = new NpgsqlConnection(_way.ConnectionString);
        try
        {
            connection.Open();
            Run(connection, string.Create(CultureInfo.InvariantCulture, $"SET lock_timeout = {(long)_patience.TotalMilliseconds}; SELECT pg_advisory_lock({LockId}); SET lock_timeout = 0"));
            return connection;
        }
        catch (PostgresException held) when (held.SqlState == PostgresErrorCodes.LockNotAvailable)
        {
            using (connection)
                throw new GrainRuntimeException(GrainErrorCodes.StorageLocked, $"The grains in database {connection.Database} are held by {Holder(connection)}. Stop that process, or name another database.", held);
        }
        catch (NpgsqlException error)
        {
            connection.Dispose();
            throw new StorageUnavailableException($"The database of the grains cannot be opened; look at the server and the login. ({error.Message})", error);
        }
    }

    private static string Holder(NpgsqlConnection connection)
    {
        using var command = new NpgsqlCommand(
            "SELECT format('%s, connected %s', a.application_name, a.backend_start) FROM pg_locks l JOIN pg_stat_activity a ON a.pid = l.pid "
            + "WHERE l.locktype = 'advisory' AND l.granted AND l.classid = 0 AND l.objid = $1::oid AND l.database = (SELECT oid FROM pg_database WHERE datname = current_database())",
            connection);
        command.Parameters.Add(new() { Value = (long)LockId });
        return command.ExecuteScalar() as string ?? "another process";
    }

#pragma warning disable CA2100 // Every text is one of this class's own; values in it are numbers.
    private static void Run(NpgsqlConnection connection, string sql)
    {
        using var command = new NpgsqlCommand(sql, connection);
        command.ExecuteNonQuery();
    }
#pragma warning restore CA2100
}
