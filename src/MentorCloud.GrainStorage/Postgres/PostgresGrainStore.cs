using System.Diagnostics;
using System.Globalization;
using System.Runtime.CompilerServices;
using MentorCloud.GrainRuntime;
using MentorCloud.GrainStorage.Diagnostics;
using MentorCloud.GrainStorage.Sqlite;
using Npgsql;

namespace MentorCloud.GrainStorage.Postgres;

/// <summary>Grain states and reminders in PostgreSQL. Each write is a transaction; the server commits those that arrive together as one.</summary>
internal sealed partial class PostgresGrainStore : IGrainStateStore, IGrainStateCatalog, IReminderStore, IAsyncDisposable, IDisposable
{
    private const int PageSize = 256;
    private const string Database = "postgresql";

    /// <summary>How long a start waits for a process before it that may be about to end.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private readonly DatabaseHold _hold;
    private readonly NpgsqlDataSource _source;

    /// <summary>Holds the database for this process and brings it to the present schema.</summary>
    /// <param name="connectionString">As Npgsql reads it; of a login that may create tables.</param>
    /// <param name="patience">How long to wait for another process that holds it; null for five seconds.</param>
    /// <exception cref="GrainRuntimeException">The database is held, cannot be reached, or was written by a newer program.</exception>
    public PostgresGrainStore(string connectionString, TimeSpan? patience = null)
    {
        _hold = DatabaseHold.Take(connectionString, patience ?? Patience);
        try
        {
            PostgresMigrations.Apply(_hold.Connection, PostgresMigrations.Steps);
            _source = NpgsqlDataSource.Create(connectionString);
        }
        catch (Exception error)
        {
            _hold.Dispose();
            if (error is NpgsqlException)
                throw new StorageUnavailableException($"The tables of the grains cannot be made or read ({error.Message}).", error);
            throw;
        }
    }

    internal DatabaseHold Hold => _hold;

    public async ValueTask<StoredGrainState?> ReadAsync(GrainStateKey key, CancellationToken cancellationToken)
    {
        using var activity = GrainStoreTelemetry.StartRead(key, Database);
        try
        {
            await using var command = Command("SELECT version, checksum, payload FROM grain_states WHERE grain_type = $1 AND state_name = $2 AND key = $3", key);
            await using var row = await command.ExecuteReaderAsync(cancellationToken);
            return await row.ReadAsync(cancellationToken) ? Take(row, key) : null;
        }
        catch (NpgsqlException error)
        {
            throw new StorageUnavailableException($"{key} could not be read ({error.Message}).", error);
        }
    }

    public async ValueTask<long> WriteAsync(GrainStateKey key, long expectedVersion, ReadOnlyMemory<byte> payload, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        using var activity = GrainStoreTelemetry.StartWrite(key, Database);
        await using var command = Command(
            expectedVersion == 0
                ? "INSERT INTO grain_states (grain_type, state_name, key, version, checksum, payload) VALUES ($1, $2, $3, 1 + $6, $4, $5) ON CONFLICT DO NOTHING"
                : "UPDATE grain_states SET version = $6 + 1, checksum = $4, payload = $5 WHERE grain_type = $1 AND state_name = $2 AND key = $3 AND version = $6",
            key);
        command.Parameters.Add(new() { Value = (long)Checksum.Of(key.Key, expectedVersion + 1, payload.Span) });
        command.Parameters.Add(new() { Value = payload });
        command.Parameters.Add(new() { Value = expectedVersion });
        return await ExecuteAsync(command, key.ToString()) == 1 ? expectedVersion + 1 : throw await ConflictAsync(key, expectedVersion);
    }

    public async ValueTask ClearAsync(GrainStateKey key, long expectedVersion, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        await using var command = Command("DELETE FROM grain_states WHERE grain_type = $1 AND state_name = $2 AND key = $3 AND version = $4", key);
        command.Parameters.Add(new() { Value = expectedVersion });
        var removed = await ExecuteAsync(command, key.ToString());
        if (removed == 0 && (expectedVersion != 0 || await ReadAsync(key, cancellationToken) is not null))
            throw await ConflictAsync(key, expectedVersion);
    }

    public async IAsyncEnumerable<GrainStateEntry> EnumerateAsync(
        string grainType, string stateName, string keyPrefix, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var after = string.Empty;
        var count = PageSize;
        while (count == PageSize)
        {
            count = 0;
            await using var command = Command(
                "SELECT version, checksum, payload, key FROM grain_states WHERE grain_type = $1 AND state_name = $2 AND key >= $3 AND key > $4 AND starts_with(key, $3) ORDER BY key LIMIT $5",
                new GrainStateKey(grainType, keyPrefix, stateName));
            command.Parameters.Add(new() { Value = after });
            command.Parameters.Add(new() { Value = PageSize });
            await using var row = await command.ExecuteReaderAsync(cancellationToken);
            while (await row.ReadAsync(cancellationToken))
            {
                var key = new GrainStateKey(grainType, row.GetString(3), stateName);
                yield return new GrainStateEntry(key, Take(row, key));
                after = key.Key;
                count++;
            }
        }
    }

    public async Task<IReadOnlyList<(string GrainType, string StateName)>> ListKindsAsync(CancellationToken cancellationToken)
    {
        var kinds = new List<(string, string)>();
        await using var command = _source.CreateCommand("SELECT DISTINCT grain_type, state_name FROM grain_states ORDER BY grain_type, state_name");
        await using var row = await command.ExecuteReaderAsync(cancellationToken);
        while (await row.ReadAsync(cancellationToken))
            kinds.Add((row.GetString(0), row.GetString(1)));
        return kinds;
    }

    public void Dispose()
    {
        _source.Dispose();
        _hold.Dispose();
    }

    public async ValueTask DisposeAsync()
    {
        await _source.DisposeAsync();
        _hold.Dispose();
    }

    private static StoredGrainState Take(NpgsqlDataReader row, GrainStateKey key)
    {
        var (version, checksum, payload) = (row.GetInt64(0), row.GetInt64(1), row.GetFieldValue<byte[]>(2));
        return Checksum.Of(key.Key, version, payload) == (uint)checksum
            ? new StoredGrainState(version, payload)
            : throw new StorageCorruptException($"The stored state of {key} fails its checksum. Other grains keep working; restore this one from a backup.");
    }

    /// <summary>Runs a write; its transaction is its own, so the server's answer tells its fate unless the connection broke.</summary>
    private async Task<int> ExecuteAsync(NpgsqlCommand command, string subject)
    {
        await _hold.EnsureAsync(subject);
        var began = Stopwatch.GetTimestamp();
        try
        {
            var changed = await command.ExecuteNonQueryAsync(CancellationToken.None);
            GrainStoreTelemetry.Committed(changed, Stopwatch.GetElapsedTime(began));
            return changed;
        }
        catch (PostgresException error)
        {
            GrainStoreTelemetry.Failed();
            throw new StorageUnavailableException($"{subject}: nothing was written ({error.Message}).", error);
        }
        catch (NpgsqlException error)
        {
            GrainStoreTelemetry.Failed();
            throw new StorageUncertainException($"{subject}: the connection broke, and it is unknown whether the write is durable ({error.Message}). Read again.", error);
        }
    }

#pragma warning disable CA2100 // Every text is one of this class's own constants; values go in as parameters.
    private NpgsqlCommand Command(string sql, GrainStateKey key)
    {
        var command = _source.CreateCommand(sql);
        command.Parameters.Add(new() { Value = key.GrainType });
        command.Parameters.Add(new() { Value = key.StateName });
        command.Parameters.Add(new() { Value = key.Key });
        return command;
    }
#pragma warning restore CA2100

    private async Task<InconsistentStateException> ConflictAsync(GrainStateKey key, long expectedVersion)
    {
        var stored = await ReadAsync(key, CancellationToken.None);
        return new InconsistentStateException(
            $"The stored state of {key} is not of version {expectedVersion}; read it again.",
            stored?.Version.ToString(CultureInfo.InvariantCulture),
            expectedVersion.ToString(CultureInfo.InvariantCulture));
    }
}
