namespace MentorCloud.GrainRuntime;

/// <summary>A timer of one activation. Disposing ends it; a callback that runs is told by its token.</summary>
public interface IGrainTimer : IDisposable
{
    /// <summary>Sets a new schedule.</summary>
    /// <param name="dueTime">Until the next callback; <see cref="Timeout.InfiniteTimeSpan"/> stops it.</param>
    /// <param name="period">Between the end of a callback and the next; <see cref="Timeout.InfiniteTimeSpan"/> for once.</param>
    void Change(TimeSpan dueTime, TimeSpan period);
}
