namespace MentorCloud.GrainRuntime;

/// <summary>Reminders in memory, for tests: everything is lost with the object.</summary>
internal sealed class MemoryReminderStore : IReminderStore
{
    private readonly Lock _guard = new();
    private readonly Dictionary<ReminderAddress, StoredReminder> _reminders = [];
    private readonly SortedSet<StoredReminder> _byDue = new(ReminderOrder.Instance);
    private long _version;

    public ValueTask<StoredReminder> UpsertAsync(StoredReminder reminder, CancellationToken cancellationToken)
    {
        lock (_guard)
        {
            var stored = reminder with { Version = ++_version };
            Replace(stored);
            return ValueTask.FromResult(stored);
        }
    }

    public ValueTask RemoveAsync(string grainType, string key, string name, CancellationToken cancellationToken)
    {
        lock (_guard)
        {
            if (_reminders.Remove(new ReminderAddress(grainType, key, name), out var old))
                _byDue.Remove(old);
        }

        return ValueTask.CompletedTask;
    }

    public ValueTask<bool> AdvanceAsync(StoredReminder reminder, DateTimeOffset nextDue, CancellationToken cancellationToken)
    {
        lock (_guard)
        {
            if (!_reminders.TryGetValue(ReminderAddress.Of(reminder), out var old) || old.Version != reminder.Version)
                return ValueTask.FromResult(false);
            Replace(old with { NextDue = nextDue });
            return ValueTask.FromResult(true);
        }
    }

    public ValueTask<IReadOnlyList<StoredReminder>> ListAsync(string grainType, string key, CancellationToken cancellationToken)
    {
        lock (_guard)
            return ValueTask.FromResult<IReadOnlyList<StoredReminder>>([.. _byDue.Where(reminder => reminder.GrainType == grainType && reminder.Key == key)]);
    }

    public ValueTask<IReadOnlyList<StoredReminder>> ListDueAsync(StoredReminder? after, DateTimeOffset until, int limit, CancellationToken cancellationToken)
    {
        lock (_guard)
        {
            return ValueTask.FromResult<IReadOnlyList<StoredReminder>>(
                [.. From(after).TakeWhile(reminder => reminder.NextDue <= until).Take(limit)]);
        }
    }

    public ValueTask<DateTimeOffset?> EarliestDueAsync(StoredReminder? after, CancellationToken cancellationToken)
    {
        lock (_guard)
            return ValueTask.FromResult(From(after).FirstOrDefault()?.NextDue);
    }

    private IEnumerable<StoredReminder> From(StoredReminder? after)
    {
        if (after is null || _byDue.Count == 0)
            return _byDue;
        if (ReminderOrder.Instance.Compare(after, _byDue.Max) >= 0)
            return [];
        return _byDue.GetViewBetween(after, _byDue.Max).SkipWhile(reminder => ReminderOrder.Instance.Compare(reminder, after) == 0);
    }

    private void Replace(StoredReminder stored)
    {
        if (_reminders.TryGetValue(ReminderAddress.Of(stored), out var old))
            _byDue.Remove(old);
        _reminders[ReminderAddress.Of(stored)] = stored;
        _byDue.Add(stored);
    }
}
