namespace MentorCloud.GrainStorage.Tests.History;

public sealed class HistoryCheckerTests
{
    [Fact]
    public void Sound_history_with_an_unanswered_append_has_no_anomaly()
    {
        Assert.Empty(HistoryChecker.Anomalies([Append(7, [7], 1, 4), Read([7], 2, 3), Append(9, [7, 9], 5, 6)]));
        Assert.Empty(HistoryChecker.Anomalies([Append(7, [7], 1, 2), Lost(8, 3), Read([7, 8], 4, 5)]));
        Assert.Empty(HistoryChecker.Anomalies([Append(7, [7], 1, 2), Lost(8, 3), Read([7], 4, 5)]));
    }

    [Fact]
    public void Lost_append_is_found() =>
        Assert.NotEmpty(HistoryChecker.Anomalies([Append(7, [7], 1, 2), Append(8, [8], 3, 4)]));

    [Fact]
    public void Stale_read_is_found() =>
        Assert.NotEmpty(HistoryChecker.Anomalies([Append(7, [7], 1, 2), Read([], 3, 4)]));

    [Fact]
    public void Value_at_two_places_is_found() =>
        Assert.NotEmpty(HistoryChecker.Anomalies([Lost(7, 1), Read([7, 7], 2, 3)]));

    [Fact]
    public void Value_of_nobody_is_found() =>
        Assert.NotEmpty(HistoryChecker.Anomalies([Append(7, [5, 7], 1, 2)]));

    [Fact]
    public void Unanswered_append_that_vanishes_after_it_was_seen_is_found() =>
        Assert.NotEmpty(HistoryChecker.Anomalies([Lost(7, 1), Read([7], 2, 3), Read([], 4, 5)]));

    private static Operation Append(long value, long[] newest, long began, long ended) => new(value, State(newest), began, ended);

    private static Operation Read(long[] newest, long began, long ended) => new(null, State(newest), began, ended);

    private static Operation Lost(long value, long began) => new(value, null, began, long.MaxValue);

    private static RegisterState State(long[] newest) => new() { Place = newest.Length, Newest = newest };
}
