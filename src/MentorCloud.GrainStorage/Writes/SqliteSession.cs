using MentorCloud.GrainRuntime;
using MentorCloud.GrainStorage.Sqlite;

namespace MentorCloud.GrainStorage.Writes;

/// <summary>The writer's connection with its statements; used by the writing thread alone.</summary>
internal sealed class SqliteSession : IDisposable
{
    private readonly SqliteConnection _connection;
    private readonly SqliteStatement _begin;
    private readonly SqliteStatement _commit;
    private readonly SqliteStatement _insert;
    private readonly SqliteStatement _update;
    private readonly SqliteStatement _delete;
    private readonly SqliteStatement _version;
    private readonly SqliteStatement _addKind;
    private readonly SqliteStatement _findKind;
    private readonly SqliteStatement _upsertReminder;
    private readonly SqliteStatement _removeReminder;
    private readonly SqliteStatement _advanceReminder;
    private long _reminderVersion;

    public SqliteSession(SqliteConnection connection)
    {
        _connection = connection;
        _begin = connection.Prepare("BEGIN IMMEDIATE");
        _commit = connection.Prepare("COMMIT");
        _insert = connection.Prepare("INSERT INTO states (kind, key, version, checksum, payload) VALUES (?1, ?2, 1, ?3, ?4) ON CONFLICT DO NOTHING");
        _update = connection.Prepare("UPDATE states SET version = ?5 + 1, checksum = ?3, payload = ?4 WHERE kind = ?1 AND key = ?2 AND version = ?5");
        _delete = connection.Prepare("DELETE FROM states WHERE kind = ?1 AND key = ?2 AND version = ?3");
        _version = connection.Prepare("SELECT version FROM states WHERE kind = ?1 AND key = ?2");
        _addKind = connection.Prepare("INSERT INTO kinds (grain_type, state_name) VALUES (?1, ?2) ON CONFLICT DO NOTHING");
        _findKind = connection.Prepare("SELECT id FROM kinds WHERE grain_type = ?1 AND state_name = ?2");
        _upsertReminder = connection.Prepare(
            "INSERT INTO reminders (grain_type, key, name, first_due, period, next_due, version) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7) "
            + "ON CONFLICT DO UPDATE SET first_due = ?4, period = ?5, next_due = ?6, version = ?7");
        _removeReminder = connection.Prepare("DELETE FROM reminders WHERE grain_type = ?1 AND key = ?2 AND name = ?3");
        _advanceReminder = connection.Prepare("UPDATE reminders SET next_due = ?5 WHERE grain_type = ?1 AND key = ?2 AND name = ?3 AND version = ?4");
        _reminderVersion = connection.Number("SELECT coalesce(max(version), 0) FROM reminders");
    }

    public void Begin() => _begin.Run();

    public void Commit() => _commit.Run();

    public void Rollback()
    {
        if (_connection.InTransaction)
            _connection.Execute("ROLLBACK");
    }

    public int Checkpoint(int mode) => _connection.Checkpoint(mode);

    /// <returns>The new version.</returns>
    public long Write(long kind, GrainStateKey key, long expectedVersion, ReadOnlySpan<byte> payload)
    {
        var statement = expectedVersion == 0 ? _insert : _update;
        statement.Bind(1, kind).Bind(2, key.Key).Bind(3, Checksum.Of(key.Key, expectedVersion + 1, payload)).Bind(4, payload);
        if (expectedVersion != 0)
            statement.Bind(5, expectedVersion);
        return statement.Run() == 1 ? expectedVersion + 1 : throw Conflict(kind, key, expectedVersion);
    }

    public void Delete(long kind, GrainStateKey key, long expectedVersion)
    {
        var changes = _delete.Bind(1, kind).Bind(2, key.Key).Bind(3, expectedVersion).Run();
        if (changes == 0 && (expectedVersion != 0 || StoredVersion(kind, key) is not null))
            throw Conflict(kind, key, expectedVersion);
    }

    public long AddKind(string grainType, string stateName)
    {
        _addKind.Bind(1, grainType).Bind(2, stateName).Run();
        _findKind.Bind(1, grainType).Bind(2, stateName).Step();
        var id = _findKind.Int64(0);
        _findKind.Reset();
        return id;
    }

    /// <returns>The reminder's new version.</returns>
    public long Upsert(StoredReminder reminder)
    {
        Named(_upsertReminder, reminder.GrainType, reminder.Key, reminder.Name)
            .Bind(4, reminder.FirstDue.ToUnixTimeMilliseconds())
            .Bind(5, (long)reminder.Period.TotalMilliseconds)
            .Bind(6, reminder.NextDue.ToUnixTimeMilliseconds())
            .Bind(7, ++_reminderVersion)
            .Run();
        return _reminderVersion;
    }

    public void Remove(string grainType, string key, string name) => Named(_removeReminder, grainType, key, name).Run();

    /// <returns>False when the reminder is of another version by now.</returns>
    public bool Advance(StoredReminder reminder, DateTimeOffset nextDue) =>
        Named(_advanceReminder, reminder.GrainType, reminder.Key, reminder.Name)
            .Bind(4, reminder.Version).Bind(5, nextDue.ToUnixTimeMilliseconds()).Run() == 1;

    public void Dispose()
    {
        foreach (var statement in new[]
        {
            _begin, _commit, _insert, _update, _delete, _version, _addKind, _findKind, _upsertReminder, _removeReminder, _advanceReminder,
        })
            statement.Dispose();
        _connection.Dispose();
    }

    private static SqliteStatement Named(SqliteStatement statement, string grainType, string key, string name) =>
        statement.Bind(1, grainType).Bind(2, key).Bind(3, name);

    private InconsistentStateException Conflict(long kind, GrainStateKey key, long expectedVersion) => new(
        $"The stored state of {key} is not of version {expectedVersion}; read it again.",
        StoredVersion(kind, key)?.ToString(System.Globalization.CultureInfo.InvariantCulture),
        expectedVersion.ToString(System.Globalization.CultureInfo.InvariantCulture));

    private long? StoredVersion(long kind, GrainStateKey key)
    {
        long? stored = _version.Bind(1, kind).Bind(2, key.Key).Step() ? _version.Int64(0) : null;
        _version.Reset();
        return stored;
    }
}
