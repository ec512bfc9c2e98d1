namespace MentorCloud.GrainRuntime;

/// <summary>A grain that durable reminders may wake.</summary>
public interface IRemindable : IGrain
{
    /// <summary>Runs as a turn when a reminder is due; may come late, and again until it completes without failure.</summary>
    /// <param name="reminderName">As registered.</param>
    /// <param name="status">The schedule and the moment of this tick, in UTC.</param>
    Task ReceiveReminder(string reminderName, TickStatus status);
}
