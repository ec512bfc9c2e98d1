namespace MentorCloud.GrainRuntime;

/// <summary>Where reminders are kept. Writes are durable when their task completes. Safe for concurrent use.</summary>
public interface IReminderStore
{
    /// <summary>Registers a reminder or replaces the one of its grain and name.</summary>
    /// <param name="reminder">Its <see cref="StoredReminder.Version"/> is chosen by the store.</param>
    /// <param name="cancellationToken">Heeded until the write has been handed to the store.</param>
    /// <returns>The reminder with its version.</returns>
    ValueTask<StoredReminder> UpsertAsync(StoredReminder reminder, CancellationToken cancellationToken);

    /// <summary>Removes a reminder; nothing happens when there is none.</summary>
    ValueTask RemoveAsync(string grainType, string key, string name, CancellationToken cancellationToken);

    /// <summary>Moves the next due time, if the reminder is still of that version.</summary>
    /// <returns>False when it was removed or registered anew meanwhile.</returns>
    ValueTask<bool> AdvanceAsync(StoredReminder reminder, DateTimeOffset nextDue, CancellationToken cancellationToken);

    /// <summary>All reminders of one grain.</summary>
    ValueTask<IReadOnlyList<StoredReminder>> ListAsync(string grainType, string key, CancellationToken cancellationToken);

    /// <summary>
    /// Reminders due up to a moment, ordered by due time, type, key and name. Grows with those returned, not with those
    /// that wait.
    /// </summary>
    /// <param name="after">The last one of the page before; null for the first page.</param>
    /// <param name="until">Inclusive.</param>
    /// <param name="limit">At most so many.</param>
    /// <param name="cancellationToken">Ends the read.</param>
    ValueTask<IReadOnlyList<StoredReminder>> ListDueAsync(StoredReminder? after, DateTimeOffset until, int limit, CancellationToken cancellationToken);

    /// <summary>When the earliest reminder after the one given is due; null when there is none.</summary>
    /// <param name="after">Null for the earliest of all.</param>
    /// <param name="cancellationToken">Ends the read.</param>
    ValueTask<DateTimeOffset?> EarliestDueAsync(StoredReminder? after, CancellationToken cancellationToken);
}
