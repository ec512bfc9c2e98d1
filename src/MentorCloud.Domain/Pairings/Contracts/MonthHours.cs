namespace MentorCloud.Domain.Pairings.Contracts;

/// <summary>Time given in one calendar month of the pairing's zone.</summary>
/// <param name="Month">Year times 100 and month: 202603.</param>
/// <param name="Minutes">Minutes logged.</param>
/// <param name="Overloaded">Whether that was found to be above the contract.</param>
public sealed record MonthHours(int Month, int Minutes, bool Overloaded)
{
    /// <summary>When that was found, UTC; null while not, and in states of earlier releases.</summary>
    public DateTimeOffset? OverloadedAt { get; init; }

    /// <summary>Until when the mentor takes nobody new for it, UTC: the month's end; null once that has passed, and where <see cref="OverloadedAt"/> is.</summary>
    public DateTimeOffset? BlocksUntil { get; init; }
}
