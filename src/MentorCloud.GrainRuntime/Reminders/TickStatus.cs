namespace MentorCloud.GrainRuntime;

/// <summary>The schedule of a reminder and the moment of a tick.</summary>
public readonly struct TickStatus : IEquatable<TickStatus>
{
    /// <summary>Joins schedule and moment.</summary>
    public TickStatus(DateTime firstTickTime, TimeSpan period, DateTime timeStamp)
    {
        FirstTickTime = firstTickTime;
        Period = period;
        CurrentTickTime = timeStamp;
    }

    /// <summary>When the reminder was first due, in UTC.</summary>
    public DateTime FirstTickTime { get; }

    /// <summary>Between due times.</summary>
    public TimeSpan Period { get; }

    /// <summary>When this tick was sent, in UTC.</summary>
    public DateTime CurrentTickTime { get; }

    /// <inheritdoc/>
    public bool Equals(TickStatus other) =>
        FirstTickTime == other.FirstTickTime && Period == other.Period && CurrentTickTime == other.CurrentTickTime;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is TickStatus other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(FirstTickTime, Period, CurrentTickTime);

    /// <summary>First tick, period and moment.</summary>
    public override string ToString() => FormattableString.Invariant($"<{FirstTickTime:O}, {Period}, {CurrentTickTime:O}>");

    /// <summary>Same schedule and moment.</summary>
    public static bool operator ==(TickStatus left, TickStatus right) => left.Equals(right);

    /// <summary>Another schedule or moment.</summary>
    public static bool operator !=(TickStatus left, TickStatus right) => !left.Equals(right);
}
