using System.Collections.Concurrent;
using MentorCloud.Testing;
using Orleans.Timers;

namespace MentorCloud.Grains.Tests.Hosts;

/// <summary>
/// Reminders that ring as the test lets time pass, each awaited: Orleans' own service gives no sign when the turns that
/// its ticks started have ended. Periods and due times are checked as Orleans checks them.
/// </summary>
internal sealed class OrleansRemindersByHand(ManualTimeProvider clock) : IReminderRegistry
{
    private static readonly TimeSpan LeastPeriod = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<(GrainId Grain, string Name), Reminder> reminders = new();

    /// <summary>Lets time pass and rings what falls due, in order.</summary>
    public async Task PassAsync(TimeSpan span, IGrainFactory grains)
    {
        var until = clock.GetTimestamp() + span.Ticks;
        while (reminders.Values.MinBy(reminder => reminder.Due) is { } next && Ticks(next.Due) <= until)
        {
            clock.Advance(TimeSpan.FromTicks(Math.Max(0, Ticks(next.Due) - clock.GetTimestamp())));
            await RingAsync(next, grains);
        }

        clock.Advance(TimeSpan.FromTicks(until - clock.GetTimestamp()));
    }

    /// <inheritdoc/>
    public Task<IGrainReminder> RegisterOrUpdateReminder(GrainId callingGrainId, string reminderName, TimeSpan dueTime, TimeSpan period)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(dueTime, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfLessThan(period, LeastPeriod);
        var reminder = new Reminder(callingGrainId, reminderName, clock.GetUtcNow() + dueTime, period);
        reminders[(callingGrainId, reminderName)] = reminder;
        return Task.FromResult<IGrainReminder>(reminder);
    }

    /// <inheritdoc/>
    public Task UnregisterReminder(GrainId callingGrainId, IGrainReminder reminder)
    {
        reminders.TryRemove((callingGrainId, reminder.ReminderName), out _);
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task<IGrainReminder?> GetReminder(GrainId callingGrainId, string reminderName) =>
        Task.FromResult<IGrainReminder?>(reminders.GetValueOrDefault((callingGrainId, reminderName)));

    /// <inheritdoc/>
    public Task<List<IGrainReminder>> GetReminders(GrainId callingGrainId) =>
        Task.FromResult(reminders.Values.Where(reminder => reminder.Grain == callingGrainId).ToList<IGrainReminder>());

    private async Task RingAsync(Reminder due, IGrainFactory grains)
    {
        var now = clock.GetUtcNow();
        reminders.TryUpdate((due.Grain, due.ReminderName), due with { Due = now + due.Period }, due);
        try
        {
            await grains.GetGrain(due.Grain).AsReference<IRemindable>().ReceiveReminder(
                due.ReminderName, new TickStatus(due.Due.UtcDateTime, due.Period, now.UtcDateTime));
        }
        catch (Exception)
        {
            // As in Orleans, a tick that fails is nobody's answer; the reminder rings again after its period.
        }
    }

    private long Ticks(DateTimeOffset due) => clock.GetTimestamp() + (due - clock.GetUtcNow()).Ticks;

    private sealed record Reminder(GrainId Grain, string ReminderName, DateTimeOffset Due, TimeSpan Period) : IGrainReminder;
}
