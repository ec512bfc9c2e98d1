using System.Collections.Immutable;
using MentorCloud.Domain.Pairings.Cadence.Meetings;
using MentorCloud.Domain.Refusals;

namespace MentorCloud.Domain.Pairings.Cadence;

/// <summary>Finds times at which both partners work (requirement 37), right across daylight-saving changes.</summary>
public static class MeetingSlots
{
    private const int DaysAhead = 28;
    private static readonly TimeSpan Step = TimeSpan.FromMinutes(15);

    /// <summary>Refuses lengths and counts out of range.</summary>
    /// <param name="minutes">Minutes, 15..480.</param>
    /// <param name="count">How many slots, 1..10.</param>
    /// <returns>INPUT_INVALID, or null.</returns>
    public static Refusal? Refuse(int minutes, int count) =>
        Inputs.Range(minutes, "minutes", 15, 480) ?? Inputs.Range(count, "count", 1, 10);

    /// <summary>The first slots inside both working hours, at most one each day, on full quarters of an hour: every zone lies on them.</summary>
    /// <param name="one">One partner.</param>
    /// <param name="other">The other partner.</param>
    /// <param name="from">Not before this instant.</param>
    /// <param name="length">How long, 15 minutes to 8 hours.</param>
    /// <param name="count">How many are wanted, 1..10.</param>
    /// <param name="arranged">Meetings that the two have; the time of those that were not called off is taken.</param>
    /// <returns>Beginnings, UTC; fewer when the two hardly work at the same time within the next four weeks, none when never.</returns>
    public static ImmutableArray<DateTimeOffset> Find(
        Availability one, Availability other, DateTimeOffset from, TimeSpan length, int count, ImmutableArray<Meeting> arranged)
    {
        var taken = arranged.RemoveAll(meeting => meeting.CalledOff);
        var slots = ImmutableArray.CreateBuilder<DateTimeOffset>();
        var start = new DateTimeOffset(from.UtcTicks - (from.UtcTicks % Step.Ticks), TimeSpan.Zero);
        for (var at = start < from ? start + Step : start; at < from.AddDays(DaysAhead) && slots.Count < count; at += Step)
        {
            if (one.Covers(at, length) && other.Covers(at, length) && !taken.Any(meeting => meeting.Overlaps(at, length)))
            {
                slots.Add(at);
                at += TimeSpan.FromHours(20);
            }
        }

        return slots.ToImmutable();
    }
}
