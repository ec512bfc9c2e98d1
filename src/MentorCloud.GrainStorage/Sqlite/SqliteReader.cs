using MentorCloud.GrainRuntime;

namespace MentorCloud.GrainStorage.Sqlite;

/// <summary>A reading connection with its statements; used by one thread at a time.</summary>
internal sealed class SqliteReader : IDisposable
{
    private readonly SqliteConnection _connection;
    private readonly SqliteStatement _state;
    private readonly SqliteStatement _page;
    private readonly SqliteStatement _reminders;
    private readonly SqliteStatement _due;
    private readonly SqliteStatement _earliest;

    public SqliteReader(SqliteConnection connection)
    {
        _connection = connection;
        _state = connection.Prepare("SELECT version, checksum, payload FROM states WHERE kind = ?1 AND key = ?2");
        _page = connection.Prepare("SELECT version, checksum, payload, key FROM states WHERE kind = ?1 AND key >= ?2 AND key < ?3 AND key > ?4 ORDER BY key LIMIT ?5");
        _reminders = connection.Prepare("SELECT grain_type, key, name, first_due, period, next_due, version FROM reminders WHERE grain_type = ?1 AND key = ?2 ORDER BY name");
        _due = connection.Prepare(
            "SELECT grain_type, key, name, first_due, period, next_due, version FROM reminders "
            + "WHERE (next_due, grain_type, key, name) > (?1, ?2, ?3, ?4) AND next_due <= ?5 ORDER BY next_due, grain_type, key, name LIMIT ?6");
        _earliest = connection.Prepare(
            "SELECT next_due FROM reminders WHERE (next_due, grain_type, key, name) > (?1, ?2, ?3, ?4) ORDER BY next_due, grain_type, key, name LIMIT 1");
    }

    public SqliteConnection Connection => _connection;

    public StoredGrainState? Read(long kind, GrainStateKey key)
    {
        try
        {
            return _state.Bind(1, kind).Bind(2, key.Key).Step() ? Take(_state, key) : null;
        }
        catch (SqliteFailure failure)
        {
            throw Unreadable(failure, key.ToString());
        }
        finally
        {
            _state.Reset();
        }
    }

    /// <summary>The next records of a kind, in order of their keys, and damaged ones among them by name.</summary>
    public List<(string Key, StoredGrainState? State)> Page(long kind, GrainStateKey prefix, string after, int limit)
    {
        // The last code point there is sorts after every key that starts with the prefix.
        _page.Bind(1, kind).Bind(2, prefix.Key).Bind(3, prefix.Key + "\U0010FFFF").Bind(4, after).Bind(5, limit);
        var page = new List<(string, StoredGrainState?)>();
        try
        {
            while (_page.Step())
            {
                var key = _page.Text(3);
                page.Add((key, IsSound(_page, key) ? Copy(_page) : null));
            }
        }
        catch (SqliteFailure failure)
        {
            throw Unreadable(failure, prefix.ToString());
        }
        finally
        {
            _page.Reset();
        }

        return page;
    }

    public List<StoredReminder> Reminders(string grainType, string key) =>
        ReadReminders(_reminders.Bind(1, grainType).Bind(2, key));

    public List<StoredReminder> Due(StoredReminder? after, DateTimeOffset until, int limit) =>
        ReadReminders(After(_due, after).Bind(5, until.ToUnixTimeMilliseconds()).Bind(6, limit));

    public DateTimeOffset? Earliest(StoredReminder? after)
    {
        try
        {
            return After(_earliest, after).Step() ? DateTimeOffset.FromUnixTimeMilliseconds(_earliest.Int64(0)) : null;
        }
        catch (SqliteFailure failure)
        {
            throw Unreadable(failure, "reminders");
        }
        finally
        {
            _earliest.Reset();
        }
    }

    public void Dispose()
    {
        foreach (var statement in new[] { _state, _page, _reminders, _due, _earliest })
            statement.Dispose();
        _connection.Dispose();
    }

    private static StoredGrainState Take(SqliteStatement row, GrainStateKey key) => IsSound(row, key.Key)
        ? Copy(row)
        : throw new StorageCorruptException($"The stored state of {key} fails its checksum. Other grains keep working; restore this one from a backup.");

    private static bool IsSound(SqliteStatement row, string key) => Checksum.Of(key, row.Int64(0), row.Blob(2)) == (uint)row.Int64(1);

    private static StoredGrainState Copy(SqliteStatement row) => new(row.Int64(0), row.Blob(2).ToArray());

    private static SqliteStatement After(SqliteStatement statement, StoredReminder? after) => statement
        .Bind(1, after?.NextDue.ToUnixTimeMilliseconds() ?? long.MinValue)
        .Bind(2, after?.GrainType ?? string.Empty)
        .Bind(3, after?.Key ?? string.Empty)
        .Bind(4, after?.Name ?? string.Empty);

    private static Exception Unreadable(SqliteFailure failure, string subject) => failure.IsCorrupt
        ? new StorageCorruptException($"{subject} lies in a damaged part of the store ({failure.Message}). Other grains keep working; restore a backup.", failure)
        : new StorageUnavailableException($"{subject} could not be read ({failure.Message}).", failure);

    private static List<StoredReminder> ReadReminders(SqliteStatement statement)
    {
        var found = new List<StoredReminder>();
        try
        {
            while (statement.Step())
            {
                found.Add(new StoredReminder(
                    statement.Text(0), statement.Text(1), statement.Text(2),
                    DateTimeOffset.FromUnixTimeMilliseconds(statement.Int64(3)),
                    TimeSpan.FromMilliseconds(statement.Int64(4)),
                    DateTimeOffset.FromUnixTimeMilliseconds(statement.Int64(5)),
                    statement.Int64(6)));
            }
        }
        catch (SqliteFailure failure)
        {
            throw Unreadable(failure, "reminders");
        }
        finally
        {
            statement.Reset();
        }

        return found;
    }
}
