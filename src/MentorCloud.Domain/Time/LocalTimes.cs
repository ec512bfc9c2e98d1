namespace MentorCloud.Domain.Time;

/// <summary>A person's local time as an instant, across daylight-saving changes.</summary>
public static class LocalTimes
{
    /// <summary>
    /// The instant of a local date and time in a zone. A time that a spring change skips moves forward by the length of
    /// the gap; a time that an autumn change repeats means its first occurrence (RFC 5545, section 3.3.5).
    /// </summary>
    /// <param name="date">The local date.</param>
    /// <param name="time">The local time of day.</param>
    /// <param name="zone">IANA zone id that was validated before.</param>
    /// <returns>The instant, UTC.</returns>
    /// <exception cref="TimeZoneNotFoundException">The zone does not exist.</exception>
    public static DateTimeOffset ToInstant(DateOnly date, TimeOnly time, string zone)
    {
        var rules = TimeZoneInfo.FindSystemTimeZoneById(zone);
        var local = date.ToDateTime(time, DateTimeKind.Unspecified);
        if (rules.IsInvalidTime(local))
        {
            // In a gap: read the clock as it stood just before it.
            return new DateTimeOffset(local, rules.GetUtcOffset(local.AddDays(-1))).ToUniversalTime();
        }

        var offset = rules.IsAmbiguousTime(local) ? rules.GetAmbiguousTimeOffsets(local).Max() : rules.GetUtcOffset(local);
        return new DateTimeOffset(local, offset).ToUniversalTime();
    }

    /// <summary>The local date of an instant.</summary>
    /// <param name="instant">The instant.</param>
    /// <param name="zone">IANA zone id that was validated before.</param>
    /// <returns>The date that a calendar in the zone shows.</returns>
    public static DateOnly DateIn(DateTimeOffset instant, string zone) =>
        DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, TimeZoneInfo.FindSystemTimeZoneById(zone)).DateTime);
}
