using System.Collections.Immutable;
using MentorCloud.Domain.Facts;
using MentorCloud.Domain.Pairings.Cadence;
using MentorCloud.Domain.Refusals;
using MentorCloud.Domain.Time;

namespace MentorCloud.Domain.Pairings.Health;

/// <summary>
/// The rule by which a pairing's health is found (docs/pairings.md, "Health"). It looks at duties, milestones and
/// ratings alone: escalations and requests for reassignment are confidential and must not show through it.
/// </summary>
public static class HealthRule
{
    /// <summary>How long after a milestone's day it counts as overdue.</summary>
    private const int MilestoneGraceDays = 7;

    /// <summary>Finds how a pairing stands.</summary>
    /// <param name="state">The pairing.</param>
    /// <param name="now">The instant.</param>
    /// <returns>Status and reasons.</returns>
    public static PairingHealth Assess(PairingState state, DateTimeOffset now)
    {
        var reasons = Reasons(state, now).Order().ToImmutableArray();
        return reasons.IsEmpty ? PairingHealth.New : new PairingHealth(reasons.Max(StatusOf), reasons);
    }

    /// <summary>How bad a reason is.</summary>
    /// <param name="reason">The reason.</param>
    /// <returns>The status that it gives at least.</returns>
    public static HealthStatus StatusOf(HealthReason reason) => reason switch
    {
        HealthReason.CheckInsSilent or HealthReason.NoProgressRepeated => HealthStatus.Stalled,
        HealthReason.ContractUnsigned or HealthReason.TwoCheckInsMissed or HealthReason.NoProgress or HealthReason.TermUndecided
            => HealthStatus.AtRisk,
        _ => HealthStatus.Drifting,
    };

    /// <summary>Keeps a pairing's health with its state; a change is a fact.</summary>
    internal static Decision<PairingState> Refresh(PairingState state, DateTimeOffset now, ImmutableArray<Fact> facts)
    {
        var health = state.Stage is PairingStage.Contracting or PairingStage.Active ? Assess(state, now) : state.Health;
        if (health.Status == state.Health.Status && health.Reasons.SequenceEqual(state.Health.Reasons))
        {
            return Decision<PairingState>.Accept(state, facts);
        }

        var fact = new PairingHealthChanged(state.Id, state.Origin.Cohort, state.Health.Status, health.Status, health.Reasons);
        return Decision<PairingState>.Accept(state with { Health = health }, facts.Add(fact));
    }

    private static IEnumerable<HealthReason> Reasons(PairingState state, DateTimeOffset now) =>
        from rule in new (HealthReason Reason, bool Holds)[]
        {
            (HealthReason.ContractDue, state.Open(DutyKind.ContractSignature)?.IsOwed == true),
            (HealthReason.ContractUnsigned, state.Stage == PairingStage.Contracting && Last(state, DutyKind.ContractSignature) == DutyStatus.Missed),
            (HealthReason.CheckInMissed, MissedInARow(state) == 1),
            (HealthReason.TwoCheckInsMissed, MissedInARow(state) == 2),
            (HealthReason.CheckInsSilent, MissedInARow(state) >= 3),
            (HealthReason.NoProgress, ProgressRule.ChecksWithout(state) > 0 && !ProgressRule.IsStalled(state)),
            (HealthReason.NoProgressRepeated, ProgressRule.IsStalled(state)),
            (HealthReason.MidcourseMissed, Last(state, DutyKind.Midcourse) == DutyStatus.Missed),
            (HealthReason.MilestoneOverdue, HasOverdueMilestone(state, now)),
            (HealthReason.SessionsRatedLow, AreSessionsRatedLow(state)),
            (HealthReason.TermUndecided, state.Stage == PairingStage.Active && state.EndsAt <= now),
        }
        where rule.Holds
        select rule.Reason;

    private static DutyStatus? Last(PairingState state, DutyKind kind) =>
        state.Duties.LastOrDefault(duty => duty.Kind == kind && !duty.IsOpen)?.Status;

    private static int MissedInARow(PairingState state) => state.Duties
        .Where(duty => duty is { Kind: DutyKind.CheckIn, IsOpen: false } && duty.Status != DutyStatus.Excused)
        .Reverse().TakeWhile(duty => duty.Status == DutyStatus.Missed).Count();

    private static bool HasOverdueMilestone(PairingState state, DateTimeOffset now)
    {
        var today = LocalTimes.DateIn(now, state.Origin.TimeZone);
        return state.ActiveContract?.Terms.Milestones.Any(milestone =>
            milestone.DueOn is { } due && today.DayNumber - due.DayNumber > MilestoneGraceDays
            && !state.Milestones.Any(each => each.Title == milestone.Title && each.MetAt is not null)) == true;
    }

    private static bool AreSessionsRatedLow(PairingState state)
    {
        var rated = state.Duties.Where(duty => duty.Kind == DutyKind.CheckIn && (duty.MenteeScore ?? duty.MentorScore) is not null)
            .TakeLast(3).ToList();
        return rated.Count == 3 && rated.Average(duty => ((duty.MenteeScore ?? duty.MentorScore)!.Value + (duty.MentorScore ?? duty.MenteeScore)!.Value) / 2.0) < 2.5;
    }
}
