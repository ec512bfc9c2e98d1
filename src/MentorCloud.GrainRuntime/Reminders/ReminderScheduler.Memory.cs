namespace MentorCloud.GrainRuntime;

/// <summary>Which reminders are in memory: those that fall due before what has been read of the store.</summary>
internal sealed partial class ReminderScheduler
{
    /// <summary>Reads the next page when memory runs out of what is due within the horizon.</summary>
    private async Task LoadAsync(CancellationToken cancellationToken)
    {
        while (NeedsPage(out var until))
        {
            var page = await store.ListDueAsync(_cursor, until, PageSize, cancellationToken);
            DateTimeOffset? earliest = null;
            if (page.Count < PageSize)
                earliest = await store.EarliestDueAsync(page.Count > 0 ? page[^1] : _cursor, cancellationToken);
            lock (_guard)
            {
                foreach (var reminder in page)
                    Track(reminder);
                if (page.Count > 0)
                    _cursor = page[^1];
                // A short page means that all up to the horizon is here, and all up to the next one in the store.
                if (page.Count < PageSize)
                    _loadedUntil = Max(until, (earliest ?? DateTimeOffset.MaxValue) - TimeSpan.FromTicks(1));
                else
                    _loadedUntil = page[^1].NextDue;
            }
        }
    }

    private bool NeedsPage(out DateTimeOffset until)
    {
        lock (_guard)
        {
            until = Now + _host.Options.ReminderHorizon;
            return _soon.Count < PageSize && _loadedUntil < until && !_stopping.IsCancellationRequested;
        }
    }

    /// <summary>Takes a reminder into memory if it is due before what has been read; the others are found by reading on.</summary>
    private void TakeUp(StoredReminder reminder)
    {
        lock (_guard)
        {
            var address = ReminderAddress.Of(reminder);
            if (_cursor is not null && ReminderOrder.Instance.Compare(reminder, _cursor) <= 0 || reminder.NextDue <= _loadedUntil)
                Track(reminder);
            else
                _tracked.Remove(address);
        }

        Wake();
    }

    private void Track(StoredReminder reminder)
    {
        if (_tracked.TryGetValue(ReminderAddress.Of(reminder), out var known) && known.Version >= reminder.Version && known.NextDue >= reminder.NextDue)
            return;
        _tracked[ReminderAddress.Of(reminder)] = reminder;
        _soon.Enqueue(reminder, reminder.NextDue);
    }

    private static DateTimeOffset Max(DateTimeOffset left, DateTimeOffset right) => left > right ? left : right;
}
