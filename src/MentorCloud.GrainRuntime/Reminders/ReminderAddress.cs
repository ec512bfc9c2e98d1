namespace MentorCloud.GrainRuntime;

/// <summary>Names one reminder.</summary>
internal readonly record struct ReminderAddress(string GrainType, string Key, string Name)
{
    public static ReminderAddress Of(StoredReminder reminder) => new(reminder.GrainType, reminder.Key, reminder.Name);
}
