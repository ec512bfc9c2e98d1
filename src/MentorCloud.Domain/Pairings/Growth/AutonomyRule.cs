using System.Collections.Immutable;
using MentorCloud.Domain.Pairings.Cadence;
using MentorCloud.Domain.Pairings.Practice;

namespace MentorCloud.Domain.Pairings.Growth;

/// <summary>The criteria of the autonomy stages and their effect on the cadence.</summary>
public static class AutonomyRule
{
    /// <summary>The criteria for a stage: experience grows, ownership grows, and the mentee asks for the meetings.</summary>
    /// <param name="state">The pairing.</param>
    /// <param name="stage">The stage aimed at.</param>
    /// <returns>Criteria; none for the first stage.</returns>
    public static ImmutableArray<AutonomyCriterion> Criteria(PairingState state, AutonomyStage stage)
    {
        var step = (int)stage;
        if (step == 0)
        {
            return [];
        }

        var finished = state.Entries.Count(entry =>
            entry.Status == EntryStatus.Done && entry.Kind is EntryKind.Experiment or EntryKind.Assignment or EntryKind.PlanItem);
        var initiated = state.Duties.Count(duty =>
            duty is { Kind: DutyKind.CheckIn, Status: DutyStatus.Done, InitiatedBy: PairingSide.Mentee });
        return
        [
            new AutonomyCriterion("practiceFinished", step, finished),
            new AutonomyCriterion("menteeOwnershipPercent", 25 * step, (int)(100 * (Ownership.Of(state).Share ?? 0))),
            new AutonomyCriterion("milestonesMet", step - 1, state.Milestones.Count(milestone => milestone.MetAt is not null)),
            new AutonomyCriterion("checkInsInitiatedByMentee", step, initiated),
        ];
    }

    /// <summary>Days between check-ins at a stage: directed and guided as agreed, supported half as often again apart, independent twice.</summary>
    /// <param name="days">Days that the contract says.</param>
    /// <param name="stage">The stage.</param>
    /// <returns>Days, at most 90.</returns>
    public static int Stretch(int days, AutonomyStage stage) => Math.Min(90, stage switch
    {
        AutonomyStage.Supported => (days * 3 / 2) + (days % 2),
        AutonomyStage.Independent => days * 2,
        _ => days,
    });
}
