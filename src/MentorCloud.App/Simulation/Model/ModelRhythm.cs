using MentorCloud.Domain.Pairings.Cadence;

namespace MentorCloud.App.Simulation.Model;

/// <summary>By what days one kind of duty falls due; a rhythm without a step does so once, on its first day.</summary>
/// <param name="Kind">Which duty.</param>
/// <param name="First">The day from which steps are counted.</param>
/// <param name="Days">Days of a step.</param>
/// <param name="Months">Months of a step.</param>
/// <param name="Grace">Days after which it is missed; 0 for never.</param>
/// <param name="Rested">Days that the pairing has rested: each of its days comes so much later than the calendar of a pairing without pauses says.</param>
internal sealed record ModelRhythm(DutyKind Kind, DateOnly First, int Days, int Months, int Grace, int Rested = 0)
{
    private const int NoticeDays = 14;

    /// <summary>Two weeks before the end, tomorrow at the earliest.</summary>
    public static ModelRhythm EndOfTerm(DateOnly end, DateOnly today)
    {
        var (notice, tomorrow) = (end.AddDays(-NoticeDays), today.AddDays(1));
        return new(DutyKind.EndOfTerm, notice > tomorrow ? notice : tomorrow, 0, 0, 0);
    }

    /// <summary>What begins with the first contract, check-ins and the end of the term aside.</summary>
    public static ModelRhythm[] BesideCheckIns(DateOnly today, DateOnly half) =>
    [
        new(DutyKind.AlignmentCheck, today, 0, 1, 7),
        new(DutyKind.Midcourse, half, 0, 0, 21),
        new(DutyKind.PlanReview, today, 0, 3, 14),
        new(DutyKind.Prompt, today.AddDays(-7), 14, 0, 7),
        new(DutyKind.SafetyPulse, today, 42, 0, 7),
    ];

    public bool IsOnce => Days == 0 && Months == 0;

    /// <summary>The first due moment after another; null when there is none.</summary>
    public DateTimeOffset? After(DateTimeOffset moment, ModelCalendar calendar)
    {
        if (IsOnce)
        {
            return calendar.Nine(First.AddDays(Rested)) > moment ? calendar.Nine(First.AddDays(Rested)) : null;
        }

        var steps = 1;
        while (StepAt(steps, calendar) <= moment)
        {
            steps++;
        }

        return StepAt(steps, calendar);
    }

    private DateTimeOffset StepAt(int steps, ModelCalendar calendar) =>
        calendar.Nine(First.AddMonths(Months * steps).AddDays((Days * steps) + Rested));
}
