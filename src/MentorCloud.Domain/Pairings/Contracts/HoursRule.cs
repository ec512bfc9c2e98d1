using System.Collections.Immutable;
using MentorCloud.Domain.Facts;
using MentorCloud.Domain.Pairings.Cadence;
using MentorCloud.Domain.Refusals;
using MentorCloud.Domain.Time;

namespace MentorCloud.Domain.Pairings.Contracts;

/// <summary>Adds up mentoring time month by month and holds it against the contract (requirement 29).</summary>
internal static class HoursRule
{
    private const int MonthsKept = 13;

    /// <summary>Logs time outside check-ins. NOT_FOUND, PAIRING_ENDED, ..., INPUT_INVALID.</summary>
    public static Decision<PairingState> Log(PairingState state, PairingTurn turn, LogHours command)
    {
        var refusal = PairingAccess.RefuseStranger(state, turn.Actor) ?? PairingAccess.RefuseInactive(state)
            ?? DutyDecisions.RefuseHeld(state, turn, command.At, command.Minutes, "at");
        return refusal is not null ? refusal : Add(Decision<PairingState>.Accept(state), command.At, command.Minutes, turn.Now);
    }

    /// <summary>Adds minutes to their month; the first time that a month is above the contract, the mentor's participant is to learn it.</summary>
    public static Decision<PairingState> Add(Decision<PairingState> decision, DateTimeOffset at, int minutes, DateTimeOffset now)
    {
        var state = decision.State!;
        var zone = state.Origin.TimeZone;
        var day = LocalTimes.DateIn(at, zone);
        var key = (day.Year * 100) + day.Month;
        var month = state.Hours.FirstOrDefault(each => each.Month == key) ?? new MonthHours(key, 0, false);
        month = month with { Minutes = month.Minutes + minutes };
        var agreed = (state.ActiveContract?.Terms.Boundaries.MentorHoursPerMonth ?? 0) * 60;
        var until = LocalTimes.ToInstant(new DateOnly(day.Year, day.Month, 1).AddMonths(1), TimeOnly.MinValue, zone);
        if (month.Overloaded || month.Minutes <= agreed || until <= now)
        {
            return Decision<PairingState>.Accept(With(state, month), decision.Facts);
        }

        var overloaded = With(state, month with { Overloaded = true, OverloadedAt = now, BlocksUntil = until });
        return Decision<PairingState>.Accept(
            overloaded with { Effects = overloaded.Effects.Add(new PairingEffect(PairingEffectKind.NoteOverload, until)) },
            decision.Facts.Add(new MentorOverloaded(state.Id, state.Mentor, key, month.Minutes, agreed, until)));
    }

    /// <summary>The month is over; its alert is settled.</summary>
    public static PairingState Lift(PairingState state, MonthHours month, ImmutableArray<Fact>.Builder facts)
    {
        facts.Add(new MentorOverloadPassed(state.Id, state.Mentor, month.Month));
        return With(state, month with { BlocksUntil = null });
    }

    private static PairingState With(PairingState state, MonthHours month) => state with
    {
        Hours = [.. state.Hours.Where(each => each.Month != month.Month).Append(month).OrderBy(each => each.Month).TakeLast(MonthsKept)],
    };
}
