using System.Diagnostics.CodeAnalysis;

namespace MentorCloud.GrainRuntime;

/// <summary>When a grain timer calls back, and what it means for other turns.</summary>
[SuppressMessage("Performance", "CA1815", Justification = "Options are never compared.")]
public readonly struct GrainTimerCreationOptions()
{
    /// <summary>Both times at once.</summary>
    [SetsRequiredMembers]
    public GrainTimerCreationOptions(TimeSpan dueTime, TimeSpan period) : this()
    {
        DueTime = dueTime;
        Period = period;
    }

    /// <summary>Until the first callback; zero is at once, <see cref="Timeout.InfiniteTimeSpan"/> never.</summary>
    public required TimeSpan DueTime { get; init; }

    /// <summary>Between the end of a callback and the next; <see cref="Timeout.InfiniteTimeSpan"/> for once.</summary>
    public required TimeSpan Period { get; init; }

    /// <summary>True makes a callback count as use, so that idle collection waits. Default false.</summary>
    public bool KeepAlive { get; init; }
}
