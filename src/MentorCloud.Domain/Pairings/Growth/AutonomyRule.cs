using System.Collections.Immutable;
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

        var tally = PracticeTally.Of(state);
        return
        [
            new AutonomyCriterion("practiceFinished", step, tally.Finished),
            new AutonomyCriterion("menteeOwnershipPercent", 25 * step, (int)(100 * (Ownership.Of(state).Share ?? 0))),
            new AutonomyCriterion("milestonesMet", step - 1, state.Milestones.Count(milestone => milestone.MetAt is not null)),
            new AutonomyCriterion("checkInsInitiatedByMentee", step, tally.AskedByMentee),
        ];
    }

    /// <summary>
    /// Days between check-ins at a stage: directed as agreed, guided a quarter longer, supported half longer, independent twice as
    /// long, rounded up, and every stage at least a day longer than the one before (requirement 46).
    /// </summary>
    /// <param name="days">Days that the contract says, 1..90.</param>
    /// <param name="stage">The stage.</param>
    /// <returns>Days, at most 180.</returns>
    public static int Stretch(int days, AutonomyStage stage)
    {
        var quarters = stage switch
        {
            AutonomyStage.Guided => 1,
            AutonomyStage.Supported => 2,
            AutonomyStage.Independent => 4,
            _ => 0,
        };
        return days + Math.Max((int)stage, (int)Math.Ceiling(days * quarters / 4.0));
    }
}
