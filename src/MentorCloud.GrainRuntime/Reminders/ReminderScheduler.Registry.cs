namespace MentorCloud.GrainRuntime;

/// <summary>Registration of reminders by their grains.</summary>
internal sealed partial class ReminderScheduler
{
    private static readonly TimeSpan ShortestPeriod = TimeSpan.FromMinutes(1);

    public async Task<IGrainReminder> RegisterOrUpdateReminder(GrainId callingGrainId, string reminderName, TimeSpan dueTime, TimeSpan period)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(reminderName);
        ArgumentOutOfRangeException.ThrowIfLessThan(dueTime, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfLessThan(period, ShortestPeriod);
        var due = DueAfter(dueTime);
        var (type, key) = (callingGrainId.Type.ToString(), callingGrainId.Key.ToString());
        var stored = await store.UpsertAsync(new StoredReminder(type, key, reminderName, due, period, due, 0), CancellationToken.None);
        lock (_guard)
            _tracked.Remove(ReminderAddress.Of(stored));
        TakeUp(stored);
        return new Handle(reminderName);
    }

    public async Task UnregisterReminder(GrainId callingGrainId, IGrainReminder reminder)
    {
        ArgumentNullException.ThrowIfNull(reminder);
        var (type, key) = (callingGrainId.Type.ToString(), callingGrainId.Key.ToString());
        await store.RemoveAsync(type, key, reminder.ReminderName, CancellationToken.None);
        lock (_guard)
            _tracked.Remove(new ReminderAddress(type, key, reminder.ReminderName));
    }

    public async Task<IGrainReminder?> GetReminder(GrainId callingGrainId, string reminderName)
    {
        var all = await GetReminders(callingGrainId);
        return all.Find(reminder => reminder.ReminderName == reminderName);
    }

    public async Task<List<IGrainReminder>> GetReminders(GrainId callingGrainId)
    {
        var stored = await store.ListAsync(callingGrainId.Type.ToString(), callingGrainId.Key.ToString(), CancellationToken.None);
        return [.. stored.Select(reminder => new Handle(reminder.Name))];
    }

    private DateTimeOffset DueAfter(TimeSpan dueTime)
    {
        var now = Now;
        // Stores keep milliseconds; rounding up never sends a tick before it is due.
        var due = DateTimeOffset.MaxValue - now < dueTime ? DateTimeOffset.MaxValue.AddDays(-1) : now + dueTime;
        var rest = due.Ticks % TimeSpan.TicksPerMillisecond;
        return rest == 0 ? due : due.AddTicks(TimeSpan.TicksPerMillisecond - rest);
    }

    private sealed class Handle(string name) : IGrainReminder
    {
        public string ReminderName { get; } = name;
    }
}
