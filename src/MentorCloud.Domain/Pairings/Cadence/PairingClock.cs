using System.Collections.Immutable;
using MentorCloud.Domain.Facts;
using MentorCloud.Domain.Pairings.Contracts;
using MentorCloud.Domain.Pairings.Endings;
using MentorCloud.Domain.Pairings.Escalations;
using MentorCloud.Domain.Pairings.Growth;
using MentorCloud.Domain.Pairings.Health;
using MentorCloud.Domain.Refusals;

namespace MentorCloud.Domain.Pairings.Cadence;

/// <summary>Brings a pairing up to an instant.</summary>
public static class PairingClock
{
    /// <summary>
    /// Does whatever became due meanwhile: each step once, in order of time, at the instant that it was due, even when the
    /// clock comes late by months.
    /// </summary>
    /// <param name="state">The pairing.</param>
    /// <param name="now">The instant.</param>
    /// <returns>The pairing as of now; the same state and no facts when nothing was due.</returns>
    public static Decision<PairingState> Tick(PairingState state, DateTimeOffset now)
    {
        var facts = ImmutableArray.CreateBuilder<Fact>();
        while (state.NextStepAt is { } due && due <= now)
        {
            state = Step(state, due, facts);
        }

        return facts.Count == 0 ? Decision<PairingState>.Accept(state) : HealthRule.Refresh(state, now, facts.ToImmutable());
    }

    private static PairingState Step(PairingState state, DateTimeOffset due, ImmutableArray<Fact>.Builder facts)
    {
        if (state.Pause is { } pause && pause.ResumesAt == due)
        {
            return PauseDecisions.End(state, due, facts);
        }

        if (state.Escalations.FirstOrDefault(each => each.NextStepAt == due) is { } escalation)
        {
            return EscalationDecisions.Climb(state, escalation, facts);
        }

        if (state.Reassignments.FirstOrDefault(each => each.NextStepAt == due) is { } request)
        {
            return ReassignmentDecisions.Remind(state, request, facts);
        }

        if (state.AutonomyRequest is { } asked && asked.NextStepAt == due)
        {
            return GrowthDecisions.Remind(state, asked, facts);
        }

        if (state.Hours.FirstOrDefault(each => each.BlocksUntil == due) is { } month)
        {
            return HoursRule.Lift(state, month, facts);
        }

        return state.Duties.FirstOrDefault(duty => duty.IsOpen && duty.NextStepAt == due) is { } owed
            ? Step(state, owed, facts) : Assess(state, due, facts);
    }

    /// <summary>Health changes by the date alone.</summary>
    private static PairingState Assess(PairingState state, DateTimeOffset due, ImmutableArray<Fact>.Builder facts)
    {
        var found = HealthRule.Refresh(state, due, []);
        facts.AddRange(found.Facts);
        return found.State!;
    }

    private static PairingState Step(PairingState state, Duty duty, ImmutableArray<Fact>.Builder facts)
    {
        if (duty.Status == DutyStatus.Scheduled)
        {
            facts.Add(new DutyFellDue(state.Id, duty.Kind, duty.Number, duty.DueAt));
            return DutySchedule.Replace(state, duty with { Status = DutyStatus.Due });
        }

        if (duty.Status == DutyStatus.Due || duty.GraceDays == 0)
        {
            var reminded = duty with { Status = DutyStatus.Reminded, Reminders = duty.Reminders + 1 };
            facts.Add(new DutyReminded(state.Id, duty.Kind, duty.Number, reminded.Reminders));
            return DutySchedule.Replace(state, reminded);
        }

        facts.Add(new DutyMissed(state.Id, duty.Kind, duty.Number));
        var missed = duty with { Status = DutyStatus.Missed };
        var at = duty.DueAt.AddDays(duty.GraceDays);
        return duty.Kind switch
        {
            DutyKind.AlignmentCheck => ProgressRule.CloseAlignment(state, missed, at, facts),
            DutyKind.SafetyPulse => DutySchedule.Close(DutyDecisions.Keep(state, missed, at), missed, duty.DueAt),
            _ => DutySchedule.Close(state, missed, duty.DueAt),
        };
    }
}
