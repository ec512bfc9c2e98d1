using System.Globalization;
using MentorCloud.Domain.Time;

namespace MentorCloud.Domain.Tests.Time;

public sealed class LocalTimesTests
{
    [Theory]
    [InlineData("2026-03-08", "09:00", "America/New_York", "2026-03-08T13:00Z")]
    [InlineData("2026-03-07", "09:00", "America/New_York", "2026-03-07T14:00Z")]
    [InlineData("2026-03-08", "02:30", "America/New_York", "2026-03-08T07:30Z")]
    [InlineData("2026-11-01", "01:30", "America/New_York", "2026-11-01T05:30Z")]
    [InlineData("2026-03-29", "02:30", "Europe/Warsaw", "2026-03-29T01:30Z")]
    [InlineData("2026-10-25", "02:30", "Europe/Warsaw", "2026-10-25T00:30Z")]
    [InlineData("2026-10-04", "02:15", "Australia/Lord_Howe", "2026-10-03T15:45Z")]
    [InlineData("2026-04-05", "01:45", "Australia/Lord_Howe", "2026-04-04T14:45Z")]
    [InlineData("2026-06-01", "09:00", "Asia/Kathmandu", "2026-06-01T03:15Z")]
    [InlineData("2026-06-01", "00:00", "Pacific/Kiritimati", "2026-05-31T10:00Z")]
    public void ToInstant_of_gap_overlap_and_odd_offsets_is_as_RFC_5545_says(string date, string time, string zone, string instant) =>
        Assert.Equal(
            DateTimeOffset.Parse(instant, CultureInfo.InvariantCulture),
            LocalTimes.ToInstant(
                DateOnly.Parse(date, CultureInfo.InvariantCulture), TimeOnly.Parse(time, CultureInfo.InvariantCulture), zone));

    [Theory]
    [InlineData("2026-01-05T04:59Z", "America/New_York", "2026-01-04")]
    [InlineData("2026-01-05T05:00Z", "America/New_York", "2026-01-05")]
    [InlineData("2026-01-04T10:00Z", "Pacific/Kiritimati", "2026-01-05")]
    public void DateIn_is_what_a_calendar_in_the_zone_shows(string instant, string zone, string date) =>
        Assert.Equal(
            DateOnly.Parse(date, CultureInfo.InvariantCulture),
            LocalTimes.DateIn(DateTimeOffset.Parse(instant, CultureInfo.InvariantCulture), zone));

    [Fact]
    public void ToInstant_in_a_zone_that_does_not_exist_throws() =>
        Assert.Throws<TimeZoneNotFoundException>(() => LocalTimes.ToInstant(new DateOnly(2026, 1, 1), TimeOnly.MinValue, "Mars/Olympus"));
}
