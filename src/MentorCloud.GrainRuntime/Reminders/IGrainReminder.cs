namespace MentorCloud.GrainRuntime;

/// <summary>A handle to a registered reminder; does not survive the activation.</summary>
public interface IGrainReminder
{
    /// <summary>The name that the grain gave it.</summary>
    string ReminderName { get; }
}
