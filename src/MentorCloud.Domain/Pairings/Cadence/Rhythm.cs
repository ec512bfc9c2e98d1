using MentorCloud.Domain.Time;

namespace MentorCloud.Domain.Pairings.Cadence;

/// <summary>By what the duties of one kind fall due: at nine in the morning, in the mentee's zone.</summary>
/// <param name="Kind">Which kind.</param>
/// <param name="FirstDay">The day from which is counted, in <paramref name="TimeZone"/>; a duty without step falls due on it.</param>
/// <param name="Days">Days between duties; 0 when counted in months.</param>
/// <param name="Months">Months between duties; 0 when counted in days.</param>
/// <param name="GraceDays">Days after which a duty counts as missed; 0 for never.</param>
/// <param name="TimeZone">IANA zone.</param>
public sealed record Rhythm(DutyKind Kind, DateOnly FirstDay, int Days, int Months, int GraceDays, string TimeZone)
{
    private static readonly TimeOnly DueTime = new(9, 0);

    /// <summary>
    /// By how many days pauses have moved it. They are added after months are counted: a month later than 15 May is 15 June,
    /// and both move by as many days, so that neighbours stay a month apart.
    /// </summary>
    public int Moved { get; init; }

    /// <summary>Whether it has one duty only.</summary>
    public bool IsOnce => Days == 0 && Months == 0;

    /// <summary>The fewest days that lie between two duties; 0 when there is one only.</summary>
    public int LeastStep => Days + (28 * Months);

    /// <summary>The due time of the duty at a place, UTC.</summary>
    /// <param name="place">1, 2, 3 ...</param>
    /// <returns>The instant.</returns>
    public DateTimeOffset DueAt(int place) => AtNine((IsOnce ? FirstDay : FirstDay.AddMonths(Months * place).AddDays(Days * place)).AddDays(Moved));

    /// <summary>The first due time after an instant, UTC; null when there is none.</summary>
    /// <param name="after">The instant.</param>
    /// <returns>The due time.</returns>
    public DateTimeOffset? FirstAfter(DateTimeOffset after)
    {
        if (IsOnce)
        {
            return DueAt(1) > after ? DueAt(1) : null;
        }

        var days = LocalTimes.DateIn(after, TimeZone).DayNumber - FirstDay.DayNumber - Moved;
        var place = Math.Max(1, days / (Days + (31 * Months)));
        while (DueAt(place) <= after)
        {
            place++;
        }

        return DueAt(place);
    }

    /// <summary>Nine in the morning of a day in the rhythm's zone.</summary>
    /// <param name="day">The day.</param>
    /// <returns>The instant.</returns>
    public DateTimeOffset AtNine(DateOnly day) => LocalTimes.ToInstant(day, DueTime, TimeZone);
}
