using System.Collections.Immutable;
using MentorCloud.Domain.Pairings.Cadence;
using MentorCloud.Domain.Refusals;

namespace MentorCloud.Domain.Pairings.Growth;

/// <summary>What a pairing decides about autonomy, ratings and self-assessment.</summary>
internal static class GrowthDecisions
{
    private const int RatingsKept = 12;
    private const int AssessmentsKept = 8;

    /// <summary>Asks for the next stage. NOT_FOUND, PAIRING_OTHER_SIDE, ..., INPUT_INVALID, AUTONOMY_CRITERIA_UNMET.</summary>
    public static Decision<PairingState> Ask(PairingState state, PairingTurn turn, AskAutonomy command)
    {
        var refusal = PairingAccess.RefuseOtherThan(state, turn.Actor, PairingSide.Mentee) ?? PairingAccess.RefuseInactive(state)
            ?? ((int)command.Stage == (int)state.Autonomy + 1 && Enum.IsDefined(command.Stage)
                ? null : Inputs.Invalid("stage", $"must be the one after {state.Autonomy}"));
        if (refusal is not null)
        {
            return refusal;
        }

        var unmet = AutonomyRule.Criteria(state, command.Stage).Where(criterion => !criterion.IsMet).ToList();
        return unmet.Count > 0
            ? new Refusal(
                ErrorCodes.AutonomyCriteriaUnmet,
                $"Not yet: {string.Join(", ", unmet.Select(each => $"{each.Name} {each.Reached} of {each.Needed}"))}.",
                "stage")
            : Decision<PairingState>.Accept(state with { AutonomyAsked = command.Stage }, new AutonomyAsked(state.Id, command.Stage));
    }

    /// <summary>Agrees or not. NOT_FOUND, PAIRING_OTHER_SIDE, ..., AUTONOMY_NOT_ASKED.</summary>
    public static Decision<PairingState> Answer(PairingState state, PairingTurn turn, AnswerAutonomy command)
    {
        var refusal = PairingAccess.RefuseOtherThan(state, turn.Actor, PairingSide.Mentor) ?? PairingAccess.RefuseInactive(state)
            ?? (state.AutonomyAsked is not null
                ? null : new Refusal(ErrorCodes.AutonomyNotAsked, "The mentee has not asked for another stage."));
        if (refusal is not null)
        {
            return refusal;
        }

        if (!command.Agree)
        {
            return Decision<PairingState>.Accept(state with { AutonomyAsked = null });
        }

        var before = state.CadenceDays;
        var moved = state with { Autonomy = state.AutonomyAsked!.Value, AutonomyAsked = null };
        var fact = new AutonomyMoved(state.Id, moved.Autonomy, moved.CadenceDays);
        return Decision<PairingState>.Accept(moved.CadenceDays == before ? moved : DutySchedule.Recadence(moved, turn.Now), fact);
    }

    /// <summary>Rates the mentoring. NOT_FOUND, PAIRING_OTHER_SIDE, ..., INPUT_INVALID.</summary>
    public static Decision<PairingState> Rate(PairingState state, PairingTurn turn, RateMentoring command)
    {
        var refusal = PairingAccess.RefuseOtherThan(state, turn.Actor, PairingSide.Mentee) ?? PairingAccess.RefuseInactive(state)
            ?? Inputs.Range(command.Score, "score", 1, 5);
        return refusal is not null
            ? refusal
            : Decision<PairingState>.Accept(state with
            {
                Ratings = [.. state.Ratings.Append(new MentoringRating(turn.Now, command.Score)).TakeLast(RatingsKept)],
            });
    }

    /// <summary>Assesses themself; the first assessment is always kept, as the baseline. NOT_FOUND, PAIRING_OTHER_SIDE, ..., INPUT_INVALID.</summary>
    public static Decision<PairingState> Assess(PairingState state, PairingTurn turn, AssessSelf command)
    {
        var refusal = PairingAccess.RefuseOtherThan(state, turn.Actor, PairingSide.Mentee) ?? PairingAccess.RefuseResting(state)
            ?? CheckLevels(command.Levels, "levels");
        if (refusal is not null)
        {
            return refusal;
        }

        var side = PairingAccess.LearnerFor(state, turn.Actor);
        var own = state.SelfAssessments.Where(each => each.By == side).ToList();
        var kept = own.Count < AssessmentsKept ? state.SelfAssessments : state.SelfAssessments.Remove(own[1]);
        return Decision<PairingState>.Accept(state with { SelfAssessments = kept.Add(new SelfAssessment(turn.Now, command.Levels, side)) });
    }

    /// <summary>Checks levels by competency.</summary>
    public static Refusal? CheckLevels(ImmutableArray<CompetencyLevel> levels, string field) =>
        Inputs.Count(levels, field, 1, 12)
            ?? Inputs.FirstOf(levels, (level, index) =>
                Inputs.Text(level.Competency, $"{field}.{index}.competency", 100)
                ?? (level.Level is >= 0 and <= 10 ? null : Inputs.Invalid($"{field}.{index}.level", "must lie in 0..10")))
            ?? (levels.DistinctBy(level => level.Competency).Count() == levels.Length
                ? null : Inputs.Invalid(field, "name a competency twice"));
}
