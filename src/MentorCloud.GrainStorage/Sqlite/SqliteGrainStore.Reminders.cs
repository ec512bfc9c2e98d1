using MentorCloud.GrainRuntime;
using MentorCloud.GrainStorage.Writes;

namespace MentorCloud.GrainStorage.Sqlite;

/// <summary>Reminders share the writer with states, and so its groups.</summary>
internal sealed partial class SqliteGrainStore
{
    public async ValueTask<StoredReminder> UpsertAsync(StoredReminder reminder, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var version = await _writer.Add(new OtherWrite(Subject(reminder), session => session.Upsert(reminder)));
        return reminder with { Version = version };
    }

    public async ValueTask RemoveAsync(string grainType, string key, string name, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        await _writer.Add(new OtherWrite($"{grainType}/{key}!{name}", session =>
        {
            session.Remove(grainType, key, name);
            return 0;
        }));
    }

    public async ValueTask<bool> AdvanceAsync(StoredReminder reminder, DateTimeOffset nextDue, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return await _writer.Add(new OtherWrite(Subject(reminder), session => session.Advance(reminder, nextDue) ? 1 : 0)) == 1;
    }

    public ValueTask<IReadOnlyList<StoredReminder>> ListAsync(string grainType, string key, CancellationToken cancellationToken) =>
        ValueTask.FromResult<IReadOnlyList<StoredReminder>>(Reading(reader => reader.Reminders(grainType, key)));

    public ValueTask<IReadOnlyList<StoredReminder>> ListDueAsync(StoredReminder? after, DateTimeOffset until, int limit, CancellationToken cancellationToken) =>
        ValueTask.FromResult<IReadOnlyList<StoredReminder>>(Reading(reader => reader.Due(after, until, limit)));

    public ValueTask<DateTimeOffset?> EarliestDueAsync(StoredReminder? after, CancellationToken cancellationToken) =>
        ValueTask.FromResult(Reading(reader => reader.Earliest(after)));

    private static string Subject(StoredReminder reminder) => $"{reminder.GrainType}/{reminder.Key}!{reminder.Name}";
}
