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
            _source = NpgsqlDataSource.Create(PostgresScope.Within(connectionString));
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
        return await ReadingAsync<StoredGrainState?>(key.ToString(), async () =>
        {
            await using var batch = Batch(PostgresStatements.Read, key);
            await using var row = await PostgresScope.ReadAsync(batch, cancellationToken);
            if (!await row.ReadAsync(cancellationToken))
                return null;
            return Take(row, key) ?? throw Damaged(key);
        });
    }

    public async ValueTask<long> WriteAsync(GrainStateKey key, long expectedVersion, ReadOnlyMemory<byte> payload, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        using var activity = GrainStoreTelemetry.StartWrite(key, Database);
        await using var batch = Batch(
            expectedVersion == 0 ? PostgresStatements.Insert : PostgresStatements.Update,
            key, (long)Checksum.Of(key.Key, expectedVersion + 1, payload.Span), payload, expectedVersion);
        return await ExecuteAsync(batch, key.ToString()) == 1 ? expectedVersion + 1 : throw await ConflictAsync(key, expectedVersion);
    }

    public async ValueTask ClearAsync(GrainStateKey key, long expectedVersion, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        await using var batch = Batch(PostgresStatements.Clear, key, expectedVersion);
        var removed = await ExecuteAsync(batch, key.ToString());
        if (removed == 0 && (expectedVersion != 0 || await ReadAsync(key, cancellationToken) is not null))
            throw await ConflictAsync(key, expectedVersion);
    }

    public async IAsyncEnumerable<GrainStateEntry> EnumerateAsync(
        string grainType, string stateName, string keyPrefix, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var after = string.Empty;
        List<(GrainStateKey Key, StoredGrainState? State)> page;
        do
        {
            page = await PageAsync(grainType, stateName, keyPrefix, after, cancellationToken);
            foreach (var (key, state) in page)
            {
                yield return new GrainStateEntry(key, state ?? throw Damaged(key));
                after = key.Key;
            }
        }
        while (page.Count == PageSize);
    }

    public Task<IReadOnlyList<(string GrainType, string StateName)>> ListKindsAsync(CancellationToken cancellationToken) =>
        ReadingAsync<IReadOnlyList<(string, string)>>("The kinds of grains", async () =>
        {
            var kinds = new List<(string, string)>();
            await using var batch = PostgresScope.Batch(_source, PostgresScope.Every, PostgresStatements.Kinds);
            await using var row = await PostgresScope.ReadAsync(batch, cancellationToken);
            while (await row.ReadAsync(cancellationToken))
                kinds.Add((row.GetString(0), row.GetString(1)));
            return kinds;
        });

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

    /// <summary>The next states of a kind, in order of their keys; null for one that fails its checksum.</summary>
    private Task<List<(GrainStateKey Key, StoredGrainState? State)>> PageAsync(
        string grainType, string stateName, string keyPrefix, string after, CancellationToken cancellationToken) =>
        ReadingAsync($"{grainType} under {keyPrefix}", async () =>
        {
            var page = new List<(GrainStateKey, StoredGrainState?)>();
            await using var batch = PostgresScope.Batch(
                _source, PostgresScope.OfPrefix(keyPrefix), PostgresStatements.Enumerate, grainType, stateName, keyPrefix, after, PageSize);
            await using var row = await PostgresScope.ReadAsync(batch, cancellationToken);
            while (await row.ReadAsync(cancellationToken))
            {
                var key = new GrainStateKey(grainType, row.GetString(3), stateName);
                page.Add((key, Take(row, key)));
            }

            return page;
        });

    /// <summary>Reads, and tells a broken connection or a refusing server as one of our own.</summary>
    private static async Task<T> ReadingAsync<T>(string subject, Func<Task<T>> read)
    {
        try
        {
            return await read();
        }
        catch (NpgsqlException error)
        {
            throw new StorageUnavailableException($"{subject} could not be read ({error.Message}).", error);
        }
    }

    private static StoredGrainState? Take(NpgsqlDataReader row, GrainStateKey key)
    {
        var (version, checksum, payload) = (row.GetInt64(0), row.GetInt64(1), row.GetFieldValue<byte[]>(2));
        return Checksum.Of(key.Key, version, payload) == (uint)checksum ? new StoredGrainState(version, payload) : null;
    }

    private static StorageCorruptException Damaged(GrainStateKey key) =>
        new($"The stored state of {key} fails its checksum. Other grains keep working; restore this one from a backup.");

    /// <summary>Runs a write; its transaction is its own, so the server's answer tells its fate unless the connection broke.</summary>
    private async Task<int> ExecuteAsync(NpgsqlBatch batch, string subject)
    {
        await _hold.EnsureAsync(subject);
        var began = Stopwatch.GetTimestamp();
        try
        {
            var changed = await batch.ExecuteNonQueryAsync(CancellationToken.None);
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

    private NpgsqlBatch Batch(string sql, GrainStateKey key, params object[] more) =>
        PostgresScope.Batch(_source, PostgresScope.Of(key.Key), sql, [key.GrainType, key.StateName, key.Key, .. more]);

    private async Task<InconsistentStateException> ConflictAsync(GrainStateKey key, long expectedVersion)
    {
        var stored = await ReadAsync(key, CancellationToken.None);
        return new InconsistentStateException(
            $"The stored state of {key} is not of version {expectedVersion}; read it again.",
            stored?.Version.ToString(CultureInfo.InvariantCulture),
            expectedVersion.ToString(CultureInfo.InvariantCulture));
    }
}
