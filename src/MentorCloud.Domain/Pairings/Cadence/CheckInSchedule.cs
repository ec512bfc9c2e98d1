using MentorCloud.Domain.Time;

namespace MentorCloud.Domain.Pairings.Cadence;

/// <summary>By what check-ins fall due: every so many days at nine in the morning, in the mentee's zone.</summary>
/// <param name="FirstDay">The day from which is counted, in <paramref name="TimeZone"/>.</param>
/// <param name="CadenceDays">Days between check-ins, 1..90.</param>
/// <param name="TimeZone">IANA zone.</param>
public sealed record CheckInSchedule(DateOnly FirstDay, int CadenceDays, string TimeZone)
{
    private static readonly TimeOnly DueTime = new(9, 0);

    /// <summary>Begins the schedule anew from today, when a contract comes into force; an open check-in moves to it.</summary>
    /// <param name="state">The pairing.</param>
    /// <param name="cadenceDays">Days between check-ins.</param>
    /// <param name="now">The instant.</param>
    /// <returns>The pairing with schedule and next check-in.</returns>
    public static PairingState Restart(PairingState state, int cadenceDays, DateTimeOffset now)
    {
        var zone = state.Origin.TimeZone;
        var schedule = new CheckInSchedule(LocalTimes.DateIn(now, zone), cadenceDays, zone);
        var closed = state.OpenCheckIn is null ? state.CheckIns : state.CheckIns[..^1];
        return schedule.ScheduleAfter(state with { Schedule = schedule, CheckIns = closed }, now);
    }

    /// <summary>Schedules the first check-in that falls due after an instant, unless the pairing's term is over by then.</summary>
    /// <param name="state">The pairing, without an open check-in.</param>
    /// <param name="after">The instant.</param>
    /// <returns>The pairing with the check-in, or as it was.</returns>
    public PairingState ScheduleAfter(PairingState state, DateTimeOffset after)
    {
        var days = LocalTimes.DateIn(after, TimeZone).DayNumber - FirstDay.DayNumber;
        var place = Math.Max(1, days / CadenceDays);
        while (DueAt(place) <= after)
        {
            place++;
        }

        var due = DueAt(place);
        return due >= state.Origin.EndsAt
            ? state
            : state with { CheckIns = state.CheckIns.Add(new CheckIn { Number = state.CheckIns.Length + 1, DueAt = due }) };
    }

    private DateTimeOffset DueAt(int place) => LocalTimes.ToInstant(FirstDay.AddDays(place * CadenceDays), DueTime, TimeZone);
}
