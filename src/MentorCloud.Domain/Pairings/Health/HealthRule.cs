using System.Collections.Immutable;
using MentorCloud.Domain.Facts;
using MentorCloud.Domain.Pairings.Cadence;
using MentorCloud.Domain.Pairings.Contracts;
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

    /// <summary>Weekly reminders after which an unsigned contract is three weeks old.</summary>
    private const int RemindersUnsigned = 2;

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

    /// <summary>When health changes next by the date alone, with nobody doing and nothing falling due: a milestone is overdue, the term is over.</summary>
    /// <param name="state">The pairing.</param>
    /// <returns>The instant, UTC; the past for what is to be found at once, null when nothing will change so.</returns>
    internal static DateTimeOffset? NextByDate(PairingState state) => state.Stage != PairingStage.Active ? null : new[]
    {
        state.Health.Reasons.Contains(HealthReason.TermUndecided) ? null : state.EndsAt,
        state.Health.Reasons.Contains(HealthReason.MilestoneOverdue) ? null : MilestoneOverdueAt(state),
    }.Min();

    private static IEnumerable<HealthReason> Reasons(PairingState state, DateTimeOffset now) =>
        from rule in new (HealthReason Reason, bool Holds)[]
        {
            (HealthReason.ContractDue, state.Open(DutyKind.ContractSignature) is { IsOwed: true, Reminders: < RemindersUnsigned }),
            (HealthReason.ContractUnsigned, IsUnsigned(state)),
            (HealthReason.CheckInMissed, CheckInCount.Of(state).MissedInARow == 1),
            (HealthReason.TwoCheckInsMissed, CheckInCount.Of(state).MissedInARow == 2),
            (HealthReason.CheckInsSilent, CheckInCount.Of(state).MissedInARow >= 3),
            (HealthReason.NoProgress, ProgressRule.ChecksWithout(state) > 0 && !ProgressRule.IsStalled(state)),
            (HealthReason.NoProgressRepeated, ProgressRule.IsStalled(state)),
            (HealthReason.MidcourseMissed, DutyDecisions.IsMidcourseMissed(state)),
            (HealthReason.MilestoneOverdue, HasOverdueMilestone(state, now)),
            (HealthReason.SessionsRatedLow, AreSessionsRatedLow(state)),
            (HealthReason.TermUndecided, state.Stage == PairingStage.Active && state.EndsAt <= now),
        }
        where rule.Holds
        select rule.Reason;

    /// <summary>The signature is asked for a week after publication and reminded every week; earlier releases counted it as missed then.</summary>
    private static bool IsUnsigned(PairingState state) => state.Stage == PairingStage.Contracting
        && (state.Open(DutyKind.ContractSignature) is { Reminders: >= RemindersUnsigned } || state.Tally(DutyKind.ContractSignature) is { Missed: > 0 });

    private static bool HasOverdueMilestone(PairingState state, DateTimeOffset now)
    {
        var today = LocalTimes.DateIn(now, state.Origin.TimeZone);
        return OpenMilestones(state).Any(due => due.AddDays(MilestoneGraceDays) < today);
    }

    /// <summary>Days of the milestones that are not met. Earlier releases took any year: such a day never comes.</summary>
    private static IEnumerable<DateOnly> OpenMilestones(PairingState state) =>
        from milestone in state.ActiveContract?.Terms.Milestones ?? []
        where !state.Milestones.Any(each => each.Title == milestone.Title && each.MetAt is not null)
        let due = milestone.DueOn ?? DateOnly.MaxValue
        where due.Year <= ContractTermsCheck.LastYear
        select due;

    private static DateTimeOffset? MilestoneOverdueAt(PairingState state) => OpenMilestones(state)
        .Select(due => (DateTimeOffset?)LocalTimes.ToInstant(due.AddDays(MilestoneGraceDays + 1), TimeOnly.MinValue, state.Origin.TimeZone)).Min();

    private static bool AreSessionsRatedLow(PairingState state)
    {
        var rated = RatedSession.Of(state);
        return rated.Length == RatedSession.Kept && rated.Average(session => session.Mean) < 2.5;
    }
}
