namespace MentorCloud.GrainRuntime;

/// <summary>What the runtime is doing at this moment, for health pages and the stats command.</summary>
public interface IGrainRuntimeStatistics
{
    /// <summary>Live grains by the stored name of their type, in ordinal order.</summary>
    IReadOnlyDictionary<string, int> LiveGrains();

    /// <summary>Calls that wait for an answer.</summary>
    int WaitingCalls { get; }

    /// <summary>Grains woken since the start.</summary>
    long Activations { get; }

    /// <summary>Reminders held in memory because they are due within the horizon.</summary>
    int RemindersInMemory { get; }
}
