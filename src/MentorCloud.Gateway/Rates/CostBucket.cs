namespace MentorCloud.Gateway.Rates;

/// <summary>A budget that fills evenly, its whole in a minute. All it keeps is when it will be full. Its owner locks.</summary>
internal sealed class CostBucket(int points)
{
    private TimeSpan full;

    /// <summary>How long until the points can be spent; zero when they are there.</summary>
    public TimeSpan Wait(int cost, TimeSpan now) => Later(UntilFull(now) + Worth(cost) - TimeSpan.FromMinutes(1), TimeSpan.Zero);

    /// <summary>Spends points.</summary>
    public void Take(int cost, TimeSpan now) => full = Later(full, now) + Worth(cost);

    /// <summary>How long until it is full.</summary>
    public TimeSpan UntilFull(TimeSpan now) => Later(full - now, TimeSpan.Zero);

    /// <summary>Points that are there now.</summary>
    public int Remaining(TimeSpan now) =>
        (int)Math.Max(0, points - Math.Ceiling(UntilFull(now).Ticks * (double)points / TimeSpan.TicksPerMinute));

    private static TimeSpan Later(TimeSpan one, TimeSpan other) => one > other ? one : other;

    private TimeSpan Worth(int cost) => TimeSpan.FromTicks((long)cost * TimeSpan.TicksPerMinute / points);
}
