using Microsoft.Extensions.Logging;

namespace MentorCloud.GrainRuntime;

/// <summary>One tick: to the grain, then to the store. A tick that fails comes again; one that succeeds is moved on durably.</summary>
internal sealed partial class ReminderScheduler
{
    private static readonly TimeSpan RetryAfterFailure = TimeSpan.FromSeconds(10);

    private void SendDue()
    {
        while (NextDue() is { } reminder)
            _ = DeliverAsync(reminder);
    }

    private StoredReminder? NextDue()
    {
        lock (_guard)
        {
            var now = Now;
            while (_inFlight < _host.Options.MaxConcurrentReminders && !_stopping.IsCancellationRequested
                && _soon.TryPeek(out var reminder, out var due) && due <= now)
            {
                _soon.Dequeue();
                // Removed or registered anew since it was queued.
                if (!IsCurrent(reminder))
                    continue;
                _inFlight++;
                return reminder;
            }

            return null;
        }
    }

    private bool IsCurrent(StoredReminder reminder) =>
        _tracked.TryGetValue(ReminderAddress.Of(reminder), out var known) && ReferenceEquals(known, reminder);

    private async Task DeliverAsync(StoredReminder reminder)
    {
        try
        {
            // Away from the pump: the first part of a grain's turn runs on the caller's thread.
            await Task.CompletedTask.ConfigureAwait(ConfigureAwaitOptions.ForceYielding);
            await TickAsync(reminder);
        }
        catch (OperationCanceledException) when (_stopping.IsCancellationRequested)
        {
            // Still due in the store; comes again after the start.
        }
#pragma warning disable CA1031 // Whatever a grain throws, its reminder comes again.
        catch (Exception error)
#pragma warning restore CA1031
        {
            _host.Metrics.ReminderFailures.Add(1);
            _host.Log.LogError(error, "Reminder {Name} of grain type {GrainType} failed; it comes again.", reminder.Name, reminder.GrainType);
            Retry(reminder);
        }
        finally
        {
            Settle();
        }
    }

    /// <summary>A tick has ended, and what it left is taken up before the scheduler counts as resting.</summary>
    private void Settle()
    {
        lock (_guard)
        {
            _inFlight--;
            _settling++;
        }

        Wake();
        lock (_guard)
            _settling--;
        SignalIfIdle();
    }

    private async Task TickAsync(StoredReminder reminder)
    {
        var now = Now;
        if (_host.FindKind(reminder.GrainType) is not { } kind)
        {
            _host.Log.LogError("Reminder {Name} is for grain type {GrainType}, which this host does not run.", reminder.Name, reminder.GrainType);
            await AdvanceAsync(reminder, now);
            return;
        }

        var grain = new RemindableReference(new GrainReferenceSeed(kind, reminder.Key));
        await grain.ReceiveReminder(reminder.Name, new TickStatus(reminder.FirstDue.UtcDateTime, reminder.Period, now.UtcDateTime));
        _host.Metrics.ReminderTicks.Add(1);
        _host.Metrics.ReminderLateness.Record((now - reminder.NextDue).TotalSeconds);
        await AdvanceAsync(reminder, now);
    }

    /// <summary>Moves the reminder to its first period end after the tick; periods that passed in an outage are not made up for.</summary>
    private async Task AdvanceAsync(StoredReminder reminder, DateTimeOffset now)
    {
        lock (_guard)
        {
            if (!IsCurrent(reminder))
                return; // The grain registered it anew, or removed it.
        }

        var missed = now > reminder.NextDue ? (now - reminder.NextDue).Ticks / reminder.Period.Ticks : 0;
        var next = reminder.NextDue + TimeSpan.FromTicks(reminder.Period.Ticks * (missed + 1));
        var isMoved = await store.AdvanceAsync(reminder, next, CancellationToken.None);
        lock (_guard)
        {
            if (!IsCurrent(reminder))
                return;
            _tracked.Remove(ReminderAddress.Of(reminder));
        }

        // What the store does not know any more was removed, or is about to be taken up by whoever registered it anew.
        if (isMoved)
            TakeUp(reminder with { NextDue = next });
    }

    /// <summary>In memory only: the store keeps the old due time, so that a restart sends it at once.</summary>
    private void Retry(StoredReminder reminder)
    {
        lock (_guard)
        {
            if (IsCurrent(reminder))
                _soon.Enqueue(reminder, Now + (reminder.Period < RetryAfterFailure ? reminder.Period : RetryAfterFailure));
        }
    }

    private void SignalIfIdle()
    {
        lock (_guard)
        {
            if (_inFlight == 0 && !_pumping)
                _idle?.TrySetResult();
            if (IsBusy)
                return;
            _rest?.TrySetResult();
            _rest = null;
        }
    }
}
