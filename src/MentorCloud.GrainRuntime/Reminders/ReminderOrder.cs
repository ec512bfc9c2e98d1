namespace MentorCloud.GrainRuntime;

/// <summary>The order in which stores list reminders: by due time, then by name.</summary>
internal sealed class ReminderOrder : IComparer<StoredReminder>
{
    public static readonly ReminderOrder Instance = new();

    public int Compare(StoredReminder? x, StoredReminder? y)
    {
        var order = Comparer<DateTimeOffset?>.Default.Compare(x?.NextDue, y?.NextDue);
        if (order != 0 || x is null || y is null)
            return order;
        order = string.CompareOrdinal(x.GrainType, y.GrainType);
        if (order == 0)
            order = string.CompareOrdinal(x.Key, y.Key);
        return order != 0 ? order : string.CompareOrdinal(x.Name, y.Name);
    }
}
