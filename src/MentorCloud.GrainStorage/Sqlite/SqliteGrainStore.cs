using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using MentorCloud.GrainRuntime;
using MentorCloud.GrainStorage.Diagnostics;
using MentorCloud.GrainStorage.Folders;
using MentorCloud.GrainStorage.Migrations;
using MentorCloud.GrainStorage.Writes;

namespace MentorCloud.GrainStorage.Sqlite;

/// <summary>
/// Grain states and reminders in one SQLite file: one writing thread that commits in groups, reading connections that
/// neither wait for it nor for each other. Reads run on the caller's thread; they are short and from the page cache.
/// </summary>
internal sealed partial class SqliteGrainStore : IGrainStateStore, IGrainStateCatalog, IReminderStore, IGrainStoreMaintenance, IDisposable
{
    /// <summary>The file's name within the folder.</summary>
    public const string FileName = "grains.db";

    private const int PageSize = 256;

    private readonly FolderLock _lock;
    private readonly string _path;
    private readonly GroupWriter _writer;
    private readonly ConcurrentBag<SqliteReader> _readers = [];
    private readonly ConcurrentDictionary<(string GrainType, string StateName), long> _kinds = new();
    private volatile bool _disposed;

    /// <exception cref="GrainRuntimeException">The folder is held, cannot be written, or holds something else.</exception>
    public SqliteGrainStore(string folder)
    {
        _lock = FolderLock.Take(folder, "grains.lock");
        _path = Path.Combine(folder, FileName);
        try
        {
            _writer = new GroupWriter(OpenSession());
            LoadKinds();
        }
        catch (SqliteFailure failure)
        {
            _writer?.Dispose();
            _lock.Dispose();
            throw failure.AsUnavailable(_path);
        }
        catch
        {
            _writer?.Dispose();
            _lock.Dispose();
            throw;
        }
    }

    public ValueTask<StoredGrainState?> ReadAsync(GrainStateKey key, CancellationToken cancellationToken)
    {
        using var activity = GrainStoreTelemetry.Traces ? GrainStoreTelemetry.StartRead(key) : null;
        return _kinds.TryGetValue((key.GrainType, key.StateName), out var kind)
            ? ValueTask.FromResult(Reading(reader => reader.Read(kind, key)))
            : ValueTask.FromResult<StoredGrainState?>(null);
    }

    public ValueTask<long> WriteAsync(GrainStateKey key, long expectedVersion, ReadOnlyMemory<byte> payload, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return GrainStoreTelemetry.Traces ? WriteTracedAsync(key, expectedVersion, payload) : AddWrite(key, expectedVersion, payload);
    }

    public async ValueTask ClearAsync(GrainStateKey key, long expectedVersion, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var kind = await KindAsync(key);
        await _writer.Add(new OtherWrite(key.ToString(), session =>
        {
            session.Delete(kind, key, expectedVersion);
            return 0;
        }));
    }

    public async IAsyncEnumerable<GrainStateEntry> EnumerateAsync(
        string grainType, string stateName, string keyPrefix, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (!_kinds.TryGetValue((grainType, stateName), out var kind))
            yield break;
        var prefix = new GrainStateKey(grainType, keyPrefix, stateName);
        var after = string.Empty;
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var start = after;
            // Off the caller's thread: a long enumeration must not hold up a grain's neighbours.
            var page = await Task.Run(() => Reading(reader => reader.Page(kind, prefix, start, PageSize)), cancellationToken);
            foreach (var (key, state) in page)
            {
                var named = prefix with { Key = key };
                yield return new GrainStateEntry(named, state ?? throw new StorageCorruptException($"The stored state of {named} fails its checksum."));
                after = key;
            }

            if (page.Count < PageSize)
                yield break;
        }
    }

    public Task<IReadOnlyList<(string GrainType, string StateName)>> ListKindsAsync(CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<(string, string)>>([.. _kinds.Keys.Order()]);

    public void Dispose()
    {
        if (_disposed)
            return;
        _disposed = true;
        _writer.Finish();
        while (_readers.TryTake(out var reader))
            reader.Dispose();
        _writer.Dispose();
        _lock.Dispose();
    }

    private ValueTask<long> AddWrite(GrainStateKey key, long expectedVersion, ReadOnlyMemory<byte> payload) =>
        _kinds.TryGetValue((key.GrainType, key.StateName), out var kind)
            ? _writer.Add(StateWrite.Rent(kind, key, expectedVersion, payload))
            : WriteFirstAsync(key, expectedVersion, payload);

    private async ValueTask<long> WriteTracedAsync(GrainStateKey key, long expectedVersion, ReadOnlyMemory<byte> payload)
    {
        using var activity = GrainStoreTelemetry.StartWrite(key);
        return await AddWrite(key, expectedVersion, payload);
    }

    private async ValueTask<long> WriteFirstAsync(GrainStateKey key, long expectedVersion, ReadOnlyMemory<byte> payload)
    {
        var kind = await KindAsync(key);
        return await _writer.Add(StateWrite.Rent(kind, key, expectedVersion, payload));
    }

    /// <summary>The number of a kind; a new one is committed before it is used.</summary>
    private async ValueTask<long> KindAsync(GrainStateKey key)
    {
        if (_kinds.TryGetValue((key.GrainType, key.StateName), out var known))
            return known;
        var kind = await _writer.Add(new OtherWrite($"{key.GrainType}#{key.StateName}", session => session.AddKind(key.GrainType, key.StateName)));
        _kinds[(key.GrainType, key.StateName)] = kind;
        return kind;
    }

    private SqliteSession OpenSession()
    {
        var connection = SqliteConnection.Open(_path, readOnly: false);
        try
        {
            connection.Execute("PRAGMA page_size = 4096; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA wal_autocheckpoint = 0; PRAGMA cache_size = -65536; PRAGMA secure_delete = ON");
            GrainMigrations.Apply(connection, _path);
            return new SqliteSession(connection);
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    private void LoadKinds() => Reading(reader =>
    {
        using var all = reader.Connection.Prepare("SELECT id, grain_type, state_name FROM kinds");
        while (all.Step())
            _kinds[(all.Text(1), all.Text(2))] = all.Int64(0);
        return 0;
    });

    private T Reading<T>(Func<SqliteReader, T> read)
    {
        if (_disposed)
            throw new StorageUnavailableException("The store is closed.");
        if (!_readers.TryTake(out var reader))
            reader = OpenReader();
        try
        {
            return read(reader);
        }
        finally
        {
            _readers.Add(reader);
        }
    }

    private SqliteReader OpenReader()
    {
        try
        {
            var connection = SqliteConnection.Open(_path, readOnly: true);
            // Not mapped into memory: a reader gives its map back at the first read after each commit, and faults every page in anew.
            connection.Execute("PRAGMA cache_size = -8192");
            return new SqliteReader(connection);
        }
        catch (SqliteFailure failure)
        {
            throw failure.AsUnavailable(_path);
        }
    }
}
