namespace MentorCloud.GrainStorage.Tests.History;

/// <summary>
/// Says whether the history of one register is linearizable. Every answer carries its place in the order of appends and
/// the newest values, so that is: one value a place and one place a value, every value appended by somebody, no place
/// unexplained, and no operation placed before one that had ended when it began. An append without an answer may have
/// been done at any place that the others leave it.
/// </summary>
internal static class HistoryChecker
{
    public static IEnumerable<string> Anomalies(IReadOnlyCollection<Operation> history)
    {
        var order = new Dictionary<long, long>();
        foreach (var (place, value) in history.Where(one => one.Answer is not null).SelectMany(one => Shown(one.Answer!)))
        {
            if (!order.TryAdd(place, value) && order[place] != value)
                yield return $"place {place} was shown with {order[place]} and with {value}";
        }

        foreach (var anomaly in Unexplained(history, order).Concat(OutOfOrder(Placed(history, order))))
            yield return anomaly;
    }

    private static IEnumerable<(long Place, long Value)> Shown(RegisterState state) =>
        state.Newest.Select((value, index) => (state.Place - state.Newest.Length + 1 + index, value));

    private static IEnumerable<string> Unexplained(IReadOnlyCollection<Operation> history, Dictionary<long, long> order)
    {
        foreach (var twice in order.GroupBy(entry => entry.Value).Where(places => places.Count() > 1))
            yield return $"{twice.Key} stands at {twice.Count()} places";
        var appended = history.Where(one => one.Appended is not null).ToDictionary(one => one.Appended!.Value);
        foreach (var nobody in order.Values.Where(value => !appended.ContainsKey(value)))
            yield return $"{nobody} was appended by nobody";
        foreach (var append in appended.Values.Where(one => one.Answer is not null && order[one.Answer.Place] != one.Appended))
            yield return $"{append.Appended} was answered place {append.Answer!.Place}, where {order[append.Answer.Place]} stands";
        var hidden = (order.Count == 0 ? 0 : order.Keys.Max()) - order.Count;
        if (hidden > appended.Values.Count(one => one.Answer is null && !order.ContainsValue(one.Appended!.Value)))
            yield return $"{hidden} places hold values that nobody can have appended";
    }

    /// <summary>Operations with their places; an append without an answer that others saw never ended.</summary>
    private static List<(long Place, bool IsAppend, long Began, long Ended)> Placed(IReadOnlyCollection<Operation> history, Dictionary<long, long> order)
    {
        var places = order.GroupBy(entry => entry.Value).ToDictionary(entry => entry.Key, entry => entry.First().Key);
        return [.. history
            .Where(one => one.Answer is not null || (one.Appended is { } value && places.ContainsKey(value)))
            .Select(one => one.Answer is { } answer
                ? (answer.Place, one.Appended is not null, one.Began, one.Ended)
                : (places[one.Appended!.Value], true, one.Began, long.MaxValue))];
    }

    private static IEnumerable<string> OutOfOrder(List<(long Place, bool IsAppend, long Began, long Ended)> operations)
    {
        var byEnd = operations.OrderBy(operation => operation.Ended).ToArray();
        var ended = 0;
        long newest = 0;
        foreach (var operation in operations.OrderBy(operation => operation.Began))
        {
            while (ended < byEnd.Length && byEnd[ended].Ended < operation.Began)
                newest = Math.Max(newest, byEnd[ended++].Place);
            if (operation.Place < newest || (operation.IsAppend && operation.Place == newest))
                yield return $"an operation at place {operation.Place} began after place {newest} was answered";
        }
    }
}
