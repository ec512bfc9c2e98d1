using MentorCloud.Domain.People;

namespace MentorCloud.Domain.Pairings.Cadence;

/// <summary>When a person can meet.</summary>
/// <param name="TimeZone">IANA zone.</param>
/// <param name="Hours">Working hours in it, Monday to Friday.</param>
public sealed record Availability(string TimeZone, WorkingHours Hours)
{
    /// <summary>Whether a meeting lies within one working day.</summary>
    /// <param name="from">Its beginning.</param>
    /// <param name="length">Its length.</param>
    /// <returns>True when it does.</returns>
    public bool Covers(DateTimeOffset from, TimeSpan length)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById(TimeZone);
        var begin = TimeZoneInfo.ConvertTime(from, zone).DateTime;
        var end = TimeZoneInfo.ConvertTime(from + length, zone).DateTime;
        return begin.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && begin.Date == end.Date
            && TimeOnly.FromDateTime(begin) >= Hours.From && TimeOnly.FromDateTime(end) <= Hours.To;
    }
}
