namespace MentorCloud.App.Simulation.Model;

/// <summary>Local days and hours of one zone, reckoned by the model's own arithmetic.</summary>
internal sealed class ModelCalendar(string zone)
{
    private readonly TimeZoneInfo place = TimeZoneInfo.FindSystemTimeZoneById(zone);

    public DateOnly DayOf(DateTimeOffset at) => DateOnly.FromDateTime(Local(at));

    public DateTimeOffset Nine(DateOnly day) => Instant(day.ToDateTime(new TimeOnly(9, 0)));

    public DateTimeOffset Midnight(DateOnly day) => Instant(day.ToDateTime(TimeOnly.MinValue));

    /// <summary>The same time of day, so many days later.</summary>
    public DateTimeOffset Later(DateTimeOffset at, int days) => Instant(Local(at).AddDays(days));

    /// <summary>The same time of day, so many months later.</summary>
    public DateTimeOffset LaterMonths(DateTimeOffset at, int months) => Instant(Local(at).AddMonths(months));

    private DateTime Local(DateTimeOffset at) => TimeZoneInfo.ConvertTime(at, place).DateTime;

    private DateTimeOffset Instant(DateTime local) => new DateTimeOffset(local, place.GetUtcOffset(local)).ToUniversalTime();
}
