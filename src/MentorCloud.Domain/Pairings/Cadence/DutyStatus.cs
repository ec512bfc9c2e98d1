namespace MentorCloud.Domain.Pairings.Cadence;

/// <summary>Where a duty is in its life.</summary>
public enum DutyStatus
{
    /// <summary>To come.</summary>
    Scheduled,

    /// <summary>Due: its time has come.</summary>
    Due,

    /// <summary>Due, and both sides were reminded.</summary>
    Reminded,

    /// <summary>Done.</summary>
    Done,

    /// <summary>Not done within the days of grace.</summary>
    Missed,

    /// <summary>Called off, with a reason.</summary>
    Excused,
}
