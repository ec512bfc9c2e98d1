namespace MentorCloud.GrainStorage.Tests.History;

/// <summary>
/// Says whether the history of one register is linearizable. Every answer carries the place in the order of writes, so
/// that is: places are unique and without gaps, reads return what was written at their place, and no operation is placed
/// before one that had ended when it began.
/// </summary>
internal static class HistoryChecker
{
    public static IEnumerable<string> Anomalies(IReadOnlyCollection<Operation> history)
    {
        var values = new Dictionary<long, long> { [0] = 0 };
        foreach (var write in history.Where(operation => operation.IsWrite))
        {
            if (!values.TryAdd(write.Place, write.Value))
                yield return $"two writes were answered place {write.Place}";
        }

        if (values.Count > 1 && values.Keys.Max() != values.Count - 1)
            yield return $"{values.Count - 1} writes were answered, and the last place is {values.Keys.Max()}";
        foreach (var read in history.Where(operation => !operation.IsWrite))
        {
            if (!values.TryGetValue(read.Place, out var value) || value != read.Value)
                yield return $"{read.Value} was read at place {read.Place}, where {value} was written";
        }

        foreach (var anomaly in OutOfOrder(history))
            yield return anomaly;
    }

    private static IEnumerable<string> OutOfOrder(IReadOnlyCollection<Operation> history)
    {
        var byEnd = history.OrderBy(operation => operation.Ended).ToArray();
        var ended = 0;
        long newest = 0;
        foreach (var operation in history.OrderBy(operation => operation.Began))
        {
            while (ended < byEnd.Length && byEnd[ended].Ended < operation.Began)
                newest = Math.Max(newest, byEnd[ended++].Place);
            if (operation.Place < newest || (operation.IsWrite && operation.Place == newest))
                yield return $"an operation at place {operation.Place} began after place {newest} was answered";
        }
    }
}
