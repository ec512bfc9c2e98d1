namespace MentorCloud.Domain.Pairings.Cadence;

/// <summary>The steps and days of grace of every recurring and dated duty.</summary>
internal static class Cadence
{
    /// <summary>Check-ins: missed after five days, or when the next would be due if that comes earlier.</summary>
    public static Rhythm CheckIns(DateOnly today, int days, string zone) =>
        new(DutyKind.CheckIn, today, days, 0, Math.Min(5, days), zone);

    /// <summary>The one session of a flash program.</summary>
    public static Rhythm OneSession(DateOnly today, int days, string zone) =>
        new(DutyKind.CheckIn, today.AddDays(days), 0, 0, 5, zone);

    /// <summary>Everything that begins with the first contract, except the end of the term.</summary>
    public static IEnumerable<Rhythm> Rhythms(DateOnly today, int checkInDays, DateOnly half, int pulseWeeks, string zone) =>
    [
        CheckIns(today, checkInDays, zone),
        new Rhythm(DutyKind.AlignmentCheck, today, 0, 1, 7, zone),
        new Rhythm(DutyKind.Midcourse, half, 0, 0, 21, zone),
        new Rhythm(DutyKind.PlanReview, today, 0, 3, 14, zone),
        new Rhythm(DutyKind.Prompt, today.AddDays(-7), 14, 0, 7, zone),
        new Rhythm(DutyKind.SafetyPulse, today, 7 * pulseWeeks, 0, 7, zone),
    ];
}
