using System.Collections.Immutable;
using MentorCloud.Domain.Cohorts;
using MentorCloud.Domain.Pairings.Health;
using MentorCloud.Domain.Time;

namespace MentorCloud.Domain.Pairings.Cadence;

/// <summary>Puts duties on a pairing's one schedule and takes them off when they are closed.</summary>
internal static class DutySchedule
{
    /// <summary>Days before the end of the term at which its decision falls due.</summary>
    private const int EndOfTermNotice = 14;

    /// <summary>The contract is to be signed within a week of publication, and is asked for every week until it is, whatever the term says.</summary>
    public static PairingState BeginContracting(PairingState state, DateTimeOffset now)
    {
        var zone = state.Origin.TimeZone;
        return Add(state, new Rhythm(DutyKind.ContractSignature, LocalTimes.DateIn(now, zone).AddDays(7), 0, 0, 0, zone), now);
    }

    /// <summary>The contract is in force: on the first time every rhythm begins, later only a changed cadence's.</summary>
    public static PairingState BeginContract(PairingState state, DateTimeOffset now)
    {
        if (state.Rhythms.FirstOrDefault(rhythm => rhythm.Kind == DutyKind.CheckIn) is { } checkIns)
        {
            return IsFlash(state) || checkIns.Days == state.CadenceDays ? state : Recadence(state, now);
        }

        var zone = state.Origin.TimeZone;
        var today = LocalTimes.DateIn(now, zone);
        var last = LocalTimes.DateIn(state.EndsAt, zone);
        var half = today.AddDays((last.DayNumber - today.DayNumber) / 2);
        var rhythms = IsFlash(state)
            ? [Cadence.OneSession(today, state.CadenceDays, zone)] : Cadence.Rhythms(today, state.CadenceDays, half, state.Origin.Numbers.PulseWeeks, zone);
        state = rhythms.Aggregate(state, (each, rhythm) => Add(each, rhythm, now));
        return AddEndOfTerm(state, now);
    }

    /// <summary>
    /// The check-ins' cadence has changed: one that is still to come moves to the new rhythm, which begins today, or on the last
    /// one's day when that was done before it; one that is owed stays owed, so that none is lost and none is asked for twice.
    /// </summary>
    public static PairingState Recadence(PairingState state, DateTimeOffset now)
    {
        var zone = state.Origin.TimeZone;
        var today = LocalTimes.DateIn(now, zone);
        var first = Last(state, DutyKind.CheckIn) is { } last && LocalTimes.DateIn(last.DueAt, zone) is var day && day > today ? day : today;
        var rhythm = Cadence.CheckIns(first, state.CadenceDays, zone);
        state = state with { Rhythms = state.Rhythms.RemoveAll(each => each.Kind == DutyKind.CheckIn).Add(rhythm) };
        return state.Open(DutyKind.CheckIn) switch
        {
            null => Next(state, DutyKind.CheckIn, now),
            { IsOwed: true } => state,
            var open when rhythm.FirstAfter(now) is { } due && due < state.EndsAt => Replace(
                state, open with { DueAt = due, GraceDays = rhythm.GraceDays }),
            var open => state with { Duties = state.Duties.Remove(open), Tallies = Count(state, open.Kind, last: -1) },
        };
    }

    /// <summary>The term was extended: rhythms that had come to their end go on, and its new end is to be decided.</summary>
    public static PairingState Extend(PairingState state, DateTimeOffset now)
    {
        state = state.Rhythms.Where(rhythm => !rhythm.IsOnce && state.Open(rhythm.Kind) is null)
            .Aggregate(state, (each, rhythm) => Next(each, rhythm.Kind, AfterLast(each, rhythm.Kind, now)));
        return AddEndOfTerm(state with { Rhythms = state.Rhythms.RemoveAll(each => each.Kind == DutyKind.EndOfTerm) }, now);
    }

    /// <summary>Moves every open duty, every rhythm and the end of the term by whole days (requirement 38).</summary>
    public static PairingState Move(PairingState state, int days)
    {
        var zone = state.Origin.TimeZone;
        return state with
        {
            EndsAt = MoveInstant(state.EndsAt, days, zone),
            Rhythms = [.. state.Rhythms.Select(rhythm => rhythm with { Moved = rhythm.Moved + days })],
            Duties = [.. state.Duties.Select(duty => duty.IsOpen ? duty with { DueAt = MoveInstant(duty.DueAt, days, zone) } : duty)],
            AutonomyRequest = state.AutonomyRequest is { } asked ? asked with { At = asked.At.AddDays(days) } : null,
        };
    }

    /// <summary>Closes an open duty and schedules the next of its kind.</summary>
    /// <param name="state">The pairing.</param>
    /// <param name="closed">The duty as closed.</param>
    /// <param name="after">The next falls due after this instant.</param>
    public static PairingState Close(PairingState state, Duty closed, DateTimeOffset after)
    {
        state = Replace(state, closed) with
        {
            CheckInCount = closed.Kind == DutyKind.CheckIn ? CheckInCount.After(state, closed.Status) : state.CheckInCount,
            Tallies = Count(
                state,
                closed.Kind,
                done: closed.Status == DutyStatus.Done ? 1 : 0,
                missed: closed.Status == DutyStatus.Missed ? 1 : 0,
                excused: closed.Status == DutyStatus.Excused ? 1 : 0),
        };
        return Next(state, closed.Kind, after);
    }

    /// <summary>A duty that there is once was missed and is to be done all the same: one more of its kind, due when the first was.</summary>
    public static PairingState Reopen(PairingState state, DutyKind kind)
    {
        var rhythm = state.Rhythms.First(each => each.Kind == kind);
        var again = new Duty { Kind = kind, Number = state.Tally(kind)!.Last + 1, DueAt = rhythm.DueAt(1), GraceDays = rhythm.GraceDays };
        return state with { Duties = state.Duties.Add(again), Tallies = Count(state, kind, last: 1) };
    }

    /// <summary>Puts a changed duty in the place of what it was.</summary>
    public static PairingState Replace(PairingState state, Duty duty) => state with
    {
        Duties = [.. state.Duties.Select(each => each.Kind == duty.Kind && each.Number == duty.Number ? duty : each)],
    };

    private static bool IsFlash(PairingState state) => ProgramRules.Of(state.Origin.Type).OneSession;

    private static PairingState AddEndOfTerm(PairingState state, DateTimeOffset now)
    {
        var zone = state.Origin.TimeZone;
        var notice = LocalTimes.DateIn(state.EndsAt, zone).AddDays(-EndOfTermNotice);
        var tomorrow = LocalTimes.DateIn(now, zone).AddDays(1);
        return Add(state, new Rhythm(DutyKind.EndOfTerm, notice > tomorrow ? notice : tomorrow, 0, 0, 0, zone), now);
    }

    /// <summary>The next comes a step after the last one's day at the earliest, also when that was done before it and the rhythm has moved since.</summary>
    private static DateTimeOffset AfterLast(PairingState state, DutyKind kind, DateTimeOffset now)
    {
        if (Last(state, kind) is not { } last)
        {
            return now;
        }

        var (rhythm, zone) = (state.Rhythms.First(each => each.Kind == kind), state.Origin.TimeZone);
        var earliest = LocalTimes.ToInstant(LocalTimes.DateIn(last.DueAt, zone).AddDays(rhythm.LeastStep), TimeOnly.MinValue, zone);
        return earliest > now ? earliest : now;
    }

    private static Duty? Last(PairingState state, DutyKind kind) => state.Duties.LastOrDefault(duty => duty.Kind == kind && !duty.IsOpen);

    private static PairingState Add(PairingState state, Rhythm rhythm, DateTimeOffset now) =>
        Next(state with { Rhythms = state.Rhythms.Add(rhythm) }, rhythm.Kind, now);

    private static PairingState Next(PairingState state, DutyKind kind, DateTimeOffset after)
    {
        var rhythm = state.Rhythms.First(each => each.Kind == kind);
        if (rhythm.FirstAfter(after) is not { } due || (due >= state.EndsAt && rhythm.GraceDays > 0))
        {
            return state;
        }

        var number = (state.Tally(kind)?.Last ?? 0) + 1;
        var duty = new Duty { Kind = kind, Number = number, DueAt = due, GraceDays = rhythm.GraceDays };
        return state with
        {
            Duties = state.Duties.Add(kind == DutyKind.Prompt ? duty with { Prompt = Prompts.PlaceOf(state.Id, number) } : duty),
            Tallies = Count(state, kind, last: 1),
        };
    }

    private static ImmutableArray<DutyTally> Count(PairingState state, DutyKind kind, int last = 0, int done = 0, int missed = 0, int excused = 0)
    {
        var tally = state.Tally(kind) ?? new DutyTally(kind, 0, 0, 0, 0);
        var counted = new DutyTally(kind, tally.Last + last, tally.Done + done, tally.Missed + missed, tally.Excused + excused);
        return [.. state.Tallies.Where(each => each.Kind != kind), counted];
    }

    private static DateTimeOffset MoveInstant(DateTimeOffset instant, int days, string zone)
    {
        var local = TimeZoneInfo.ConvertTime(instant, TimeZoneInfo.FindSystemTimeZoneById(zone));
        return LocalTimes.ToInstant(DateOnly.FromDateTime(local.DateTime).AddDays(days), TimeOnly.FromDateTime(local.DateTime), zone);
    }
}
