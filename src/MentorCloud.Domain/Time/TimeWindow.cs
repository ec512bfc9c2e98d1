namespace MentorCloud.Domain.Time;

/// <summary>A stretch of time: a session, a meeting.</summary>
/// <param name="From">When it begins.</param>
/// <param name="Length">How long it takes.</param>
internal readonly record struct TimeWindow(DateTimeOffset From, TimeSpan Length)
{
    /// <summary>Whether it takes some of the same time as another; one that begins when the other ends does not.</summary>
    public bool Overlaps(TimeWindow other) => From < other.From + other.Length && other.From < From + Length;
}
