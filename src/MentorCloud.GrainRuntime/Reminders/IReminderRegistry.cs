namespace MentorCloud.GrainRuntime;

/// <summary>Registers durable reminders for grains. A returned task means that the store has committed.</summary>
public interface IReminderRegistry
{
    /// <summary>Registers a reminder, or replaces the schedule of one of that name.</summary>
    /// <param name="callingGrainId">The grain to wake.</param>
    /// <param name="reminderName">Unique within the grain.</param>
    /// <param name="dueTime">From now until the first tick; not negative. Kept exactly.</param>
    /// <param name="period">Between ticks; at least a minute, as in Orleans.</param>
    /// <exception cref="ArgumentException">The period is shorter than a minute, the due time negative, or the name empty.</exception>
    Task<IGrainReminder> RegisterOrUpdateReminder(GrainId callingGrainId, string reminderName, TimeSpan dueTime, TimeSpan period);

    /// <summary>Removes a reminder; a tick under way may still arrive.</summary>
    Task UnregisterReminder(GrainId callingGrainId, IGrainReminder reminder);

    /// <summary>The reminder of that name; null when there is none.</summary>
    Task<IGrainReminder?> GetReminder(GrainId callingGrainId, string reminderName);

    /// <summary>All reminders of the grain.</summary>
    Task<List<IGrainReminder>> GetReminders(GrainId callingGrainId);
}
