using System.Diagnostics;
using System.Globalization;
using MentorCloud.GrainRuntime;
using MentorCloud.GrainStorage.Diagnostics;
using Npgsql;

namespace MentorCloud.GrainStorage.Postgres;

/// <summary>Reminders in PostgreSQL.</summary>
internal sealed partial class PostgresGrainStore
{
    private const string Columns = "grain_type, key, name, first_due, period, next_due, version";

    public async ValueTask<StoredReminder> UpsertAsync(StoredReminder reminder, CancellationToken cancellationToken)
    {
        await _hold.EnsureAsync($"The reminder of {reminder.GrainType}/{reminder.Key}");
        await using var command = Reminder(
            "INSERT INTO grain_reminders (grain_type, key, name, first_due, period, next_due, version) VALUES ($1, $2, $3, $4, $5, $6, nextval('grain_reminder_versions')) "
            + "ON CONFLICT (grain_type, key, name) DO UPDATE SET first_due = $4, period = $5, next_due = $6, version = excluded.version RETURNING version",
            reminder.GrainType, reminder.Key, reminder.Name,
            Milliseconds(reminder.FirstDue), (long)reminder.Period.TotalMilliseconds, Milliseconds(reminder.NextDue));
        var began = Stopwatch.GetTimestamp();
        try
        {
            var version = Convert.ToInt64(await command.ExecuteScalarAsync(cancellationToken), CultureInfo.InvariantCulture);
            GrainStoreTelemetry.Committed(1, Stopwatch.GetElapsedTime(began));
            return reminder with { Version = version };
        }
        catch (NpgsqlException error)
        {
            GrainStoreTelemetry.Failed();
            throw new StorageUncertainException($"The reminder of {reminder.GrainType}/{reminder.Key} may not be registered ({error.Message}).", error);
        }
    }

    public async ValueTask RemoveAsync(string grainType, string key, string name, CancellationToken cancellationToken)
    {
        await using var command = Reminder("DELETE FROM grain_reminders WHERE grain_type = $1 AND key = $2 AND name = $3", grainType, key, name);
        await ExecuteAsync(command, $"{grainType}/{key}!{name}");
    }

    public async ValueTask<bool> AdvanceAsync(StoredReminder reminder, DateTimeOffset nextDue, CancellationToken cancellationToken)
    {
        await using var command = Reminder(
            "UPDATE grain_reminders SET next_due = $5 WHERE grain_type = $1 AND key = $2 AND name = $3 AND version = $4",
            reminder.GrainType, reminder.Key, reminder.Name, reminder.Version, Milliseconds(nextDue));
        return await ExecuteAsync(command, $"{reminder.GrainType}/{reminder.Key}!{reminder.Name}") == 1;
    }

    public async ValueTask<IReadOnlyList<StoredReminder>> ListAsync(string grainType, string key, CancellationToken cancellationToken)
    {
        await using var command = Reminder($"SELECT {Columns} FROM grain_reminders WHERE grain_type = $1 AND key = $2 ORDER BY name", grainType, key);
        return await ReadAsync(command, cancellationToken);
    }

    public async ValueTask<IReadOnlyList<StoredReminder>> ListDueAsync(StoredReminder? after, DateTimeOffset until, int limit, CancellationToken cancellationToken)
    {
        await using var command = Reminder(
            $"SELECT {Columns} FROM grain_reminders WHERE (next_due, grain_type, key, name) > ($1, $2, $3, $4) AND next_due <= $5 ORDER BY next_due, grain_type, key, name LIMIT $6",
            [.. Position(after), Milliseconds(until), limit]);
        return await ReadAsync(command, cancellationToken);
    }

    public async ValueTask<DateTimeOffset?> EarliestDueAsync(StoredReminder? after, CancellationToken cancellationToken)
    {
        await using var command = Reminder(
            $"SELECT {Columns} FROM grain_reminders WHERE (next_due, grain_type, key, name) > ($1, $2, $3, $4) ORDER BY next_due, grain_type, key, name LIMIT 1",
            Position(after));
        var found = await ReadAsync(command, cancellationToken);
        return found.Count > 0 ? found[0].NextDue : null;
    }

    private static object[] Position(StoredReminder? after) =>
        [after is null ? long.MinValue : Milliseconds(after.NextDue), after?.GrainType ?? string.Empty, after?.Key ?? string.Empty, after?.Name ?? string.Empty];

    private static long Milliseconds(DateTimeOffset moment) => moment.ToUnixTimeMilliseconds();

    private static async Task<IReadOnlyList<StoredReminder>> ReadAsync(NpgsqlCommand command, CancellationToken cancellationToken)
    {
        try
        {
            var found = new List<StoredReminder>();
            await using var row = await command.ExecuteReaderAsync(cancellationToken);
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

#pragma warning disable CA2100 // Every text is one of this class's own constants; values go in as parameters.
    private NpgsqlCommand Reminder(string sql, params object[] values)
    {
        var command = _source.CreateCommand(sql);
        foreach (var value in values)
            command.Parameters.Add(new() { Value = value });
        return command;
    }
#pragma warning restore CA2100
}
