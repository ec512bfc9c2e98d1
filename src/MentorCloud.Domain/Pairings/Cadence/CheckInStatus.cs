namespace MentorCloud.Domain.Pairings.Cadence;

/// <summary>Where a check-in is in its life (requirement 32).</summary>
public enum CheckInStatus
{
    /// <summary>To come.</summary>
    Scheduled,

    /// <summary>Due: its time has come and nobody has logged it.</summary>
    Due,

    /// <summary>Due, and both sides were reminded.</summary>
    Reminded,

    /// <summary>Held and logged.</summary>
    Done,

    /// <summary>Not logged within the days of grace.</summary>
    Missed,

    /// <summary>Called off, with a reason.</summary>
    Excused,
}
