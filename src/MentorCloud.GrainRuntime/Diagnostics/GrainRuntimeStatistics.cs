namespace MentorCloud.GrainRuntime;

internal sealed class GrainRuntimeStatistics(GrainHost host, ReminderScheduler reminders) : IGrainRuntimeStatistics
{
    public int WaitingCalls => host.Deadlines.Count;

    public long Activations => host.Metrics.ActivationsStarted;

    public int RemindersInMemory => reminders.Tracked;

    public IReadOnlyDictionary<string, int> LiveGrains() =>
        new SortedDictionary<string, int>(host.Kinds.ToDictionary(kind => kind.Name, kind => kind.Count), StringComparer.Ordinal);
}
