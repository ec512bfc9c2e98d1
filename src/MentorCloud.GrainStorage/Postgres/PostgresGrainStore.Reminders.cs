using System.Diagnostics;
using MentorCloud.GrainRuntime;
using MentorCloud.GrainStorage.Diagnostics;
using Npgsql;

namespace MentorCloud.GrainStorage.Postgres;

/// <summary>Reminders in PostgreSQL.</summary>
internal sealed partial class PostgresGrainStore
{
    public async ValueTask<StoredReminder> UpsertAsync(StoredReminder reminder, CancellationToken cancellationToken)
    {
        await _hold.EnsureAsync($"The reminder of {reminder.GrainType}/{reminder.Key}");
        await using var batch = Of(
            PostgresStatements.Upsert, reminder.GrainType, reminder.Key, reminder.Name,
            Milliseconds(reminder.FirstDue), (long)reminder.Period.TotalMilliseconds, Milliseconds(reminder.NextDue));
        var began = Stopwatch.GetTimestamp();
        try
        {
            await using var row = await PostgresScope.ReadAsync(batch, cancellationToken);
            await row.ReadAsync(cancellationToken);
            GrainStoreTelemetry.Committed(1, Stopwatch.GetElapsedTime(began));
            return reminder with { Version = row.GetInt64(0) };
        }
        catch (NpgsqlException error)
        {
            GrainStoreTelemetry.Failed();
            throw new StorageUncertainException($"The reminder of {reminder.GrainType}/{reminder.Key} may not be registered ({error.Message}).", error);
        }
    }

    public async ValueTask RemoveAsync(string grainType, string key, string name, CancellationToken cancellationToken)
    {
        await using var batch = Of(PostgresStatements.Remove, grainType, key, name);
        await ExecuteAsync(batch, $"{grainType}/{key}!{name}");
    }

    public async ValueTask<bool> AdvanceAsync(StoredReminder reminder, DateTimeOffset nextDue, CancellationToken cancellationToken)
    {
        await using var batch = Of(
            PostgresStatements.Advance, reminder.GrainType, reminder.Key, reminder.Name, reminder.Version, Milliseconds(nextDue));
        return await ExecuteAsync(batch, $"{reminder.GrainType}/{reminder.Key}!{reminder.Name}") == 1;
    }

    public async ValueTask<IReadOnlyList<StoredReminder>> ListAsync(string grainType, string key, CancellationToken cancellationToken)
    {
        await using var batch = Of(PostgresStatements.List, grainType, key);
        return await ReadAsync(batch, cancellationToken);
    }

    public async ValueTask<IReadOnlyList<StoredReminder>> ListDueAsync(StoredReminder? after, DateTimeOffset until, int limit, CancellationToken cancellationToken)
    {
        await using var batch = PostgresScope.Batch(_source, PostgresScope.Every, PostgresStatements.ListDue, [.. Position(after), Milliseconds(until), limit]);
        return await ReadAsync(batch, cancellationToken);
    }

    public async ValueTask<DateTimeOffset?> EarliestDueAsync(StoredReminder? after, CancellationToken cancellationToken)
    {
        await using var batch = PostgresScope.Batch(_source, PostgresScope.Every, PostgresStatements.Earliest, Position(after));
        var found = await ReadAsync(batch, cancellationToken);
        return found.Count > 0 ? found[0].NextDue : null;
    }

    private static object[] Position(StoredReminder? after) =>
        [after is null ? long.MinValue : Milliseconds(after.NextDue), after?.GrainType ?? string.Empty, after?.Key ?? string.Empty, after?.Name ?? string.Empty];

    private static long Milliseconds(DateTimeOffset moment) => moment.ToUnixTimeMilliseconds();

    private static async Task<IReadOnlyList<StoredReminder>> ReadAsync(NpgsqlBatch batch, CancellationToken cancellationToken)
    {
        try
        {
            var found = new List<StoredReminder>();
            await using var row = await PostgresScope.ReadAsync(batch, cancellationToken);
            while (await row.ReadAsync(cancellationToken))
            {
                found.Add(new StoredReminder(
                    row.GetString(0), row.GetString(1), row.GetString(2),
                    DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(3)),
                    TimeSpan.FromMilliseconds(row.GetInt64(4)),
                    DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(5)),
                    row.GetInt64(6)));
            }

            return found;
        }
        catch (NpgsqlException error)
        {
            throw new StorageUnavailableException($"Reminders could not be read ({error.Message}).", error);
        }
    }

    /// <summary>A statement about one grain's reminders: its type and key come first.</summary>
    private NpgsqlBatch Of(string sql, string grainType, string key, params object[] more) =>
        PostgresScope.Batch(_source, PostgresScope.Of(key), sql, [grainType, key, .. more]);
}
