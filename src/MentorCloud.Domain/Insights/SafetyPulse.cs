using System.Collections.Immutable;
using MentorCloud.Domain.Pairings;
using MentorCloud.Domain.Time;

namespace MentorCloud.Domain.Insights;

/// <summary>
/// The safety pulses of a cohort (requirement 55): by calendar month and side, never finer. Only months that are over
/// everywhere are shown: an answer counts in its mentee's month, and figures that still change would tell by subtraction,
/// before and after it, what somebody answered.
/// </summary>
public static class SafetyPulse
{
    /// <summary>Months that are shown, counted back from the running one.</summary>
    public const int MonthsShown = 24;

    /// <summary>Where a day ends last (UTC-12).</summary>
    private static readonly TimeSpan LastOffset = TimeSpan.FromHours(-12);

    /// <summary>What may be shown.</summary>
    /// <param name="sums">Sums by month and side.</param>
    /// <param name="now">The instant.</param>
    /// <param name="least">People that a figure stands for at least; never under five.</param>
    /// <returns>The newest 24 months, oldest first; those in which nobody answered are left out.</returns>
    public static ImmutableArray<PulseMonth> Of(IEnumerable<PulseSum> sums, DateTimeOffset now, int least = SafeAggregates.LeastPeople)
    {
        var running = Number(DateOnly.FromDateTime(now.ToOffset(LastOffset).Date));
        return
        [
            .. from sum in sums
               where sum.Month < running && Place(sum.Month) >= Place(running) - MonthsShown
               group sum by sum.Month into month
               orderby month.Key
               select new PulseMonth(month.Key, SafeAggregates.Of(month.ToDictionary(sum => Name(sum.Side), sum => (sum.People, sum.Mean), StringComparer.Ordinal), least)),
        ];
    }

    /// <summary>The calendar month of an instant.</summary>
    /// <param name="at">The instant.</param>
    /// <param name="zone">The zone whose calendar counts.</param>
    /// <returns>Year times 100 and month.</returns>
    public static int MonthOf(DateTimeOffset at, string zone) => Number(LocalTimes.DateIn(at, zone));

    /// <summary>
    /// Whether a pairing still keeps its answers of a month. It keeps two months more than are ever shown, so that a figure
    /// never changes while it can be seen: a month leaves the figures of all pairings at once.
    /// </summary>
    /// <param name="month">Year times 100 and month.</param>
    /// <param name="newest">The month of its newest pulse, likewise.</param>
    /// <returns>False when it may be let go.</returns>
    public static bool IsKept(int month, int newest) => Place(month) >= Place(newest) - MonthsShown - 2;

    private static int Place(int month) => (month / 100 * 12) + (month % 100);

    private static int Number(DateOnly day) => (day.Year * 100) + day.Month;

    private static string Name(PairingSide side) => side == PairingSide.Mentor ? "mentors" : "mentees";
}
