using System.Collections.Immutable;
using MentorCloud.Domain.Facts;
using MentorCloud.Domain.Pairings.Cadence;
using MentorCloud.Domain.Refusals;

namespace MentorCloud.Domain.Pairings.Growth;

/// <summary>What a pairing decides about autonomy, ratings and self-assessment.</summary>
internal static class GrowthDecisions
{
    private const int RatingsKept = 12;
    private const int AssessmentsKept = 8;

    /// <summary>Asks for the next stage; asking again while nobody has answered changes nothing. NOT_FOUND, PAIRING_OTHER_SIDE, ..., INPUT_INVALID, AUTONOMY_CRITERIA_UNMET.</summary>
    public static Decision<PairingState> Ask(PairingState state, PairingTurn turn, AskAutonomy command)
    {
        var refusal = PairingAccess.RefuseOtherThan(state, turn.Actor, PairingSide.Mentee) ?? PairingAccess.RefuseInactive(state)
            ?? ((int)command.Stage == (int)state.Autonomy + 1 && Enum.IsDefined(command.Stage)
                ? null : Inputs.Invalid("stage", $"must be the one after {Inputs.Name(state.Autonomy)}"));
        if (refusal is not null)
        {
            return refusal;
        }

        if (state is { AutonomyAsked: not null, AutonomyRequest: not null })
        {
            return Decision<PairingState>.Accept(state);
        }

        var unmet = AutonomyRule.Criteria(state, command.Stage).Where(criterion => !criterion.IsMet).ToList();
        return unmet.Count > 0
            ? new Refusal(
                ErrorCodes.AutonomyCriteriaUnmet,
                $"Not yet: {string.Join(", ", unmet.Select(each => $"{each.Name} {each.Reached} of {each.Needed}"))}.",
                "stage")
            : Decision<PairingState>.Accept(
                state with
                {
                    AutonomyAsked = command.Stage,
                    AutonomyRequest = new AutonomyRequest(PairingAccess.SideOf(state, turn.Actor), turn.Now),
                },
                new AutonomyAsked(state.Id, command.Stage));
    }

    /// <summary>Agrees or not; whoever asked does not answer, among peers too. NOT_FOUND, PAIRING_OTHER_SIDE, ..., AUTONOMY_NOT_ASKED.</summary>
    public static Decision<PairingState> Answer(PairingState state, PairingTurn turn, AnswerAutonomy command)
    {
        var asker = state.AutonomyRequest?.By ?? PairingSide.Mentee;
        var refusal = PairingAccess.RefuseOtherSide(state, turn.Actor, PairingAccess.Other(asker)) ?? PairingAccess.RefuseInactive(state)
            ?? (state.AutonomyAsked is not null
                ? null : new Refusal(ErrorCodes.AutonomyNotAsked, "The mentee has not asked for another stage."));
        if (refusal is not null)
        {
            return refusal;
        }

        if (!command.Agree)
        {
            return Decision<PairingState>.Accept(
                state with { AutonomyAsked = null, AutonomyRequest = null }, new AutonomyDeclined(state.Id, state.AutonomyAsked!.Value));
        }

        var before = state.CadenceDays;
        var moved = state with { Autonomy = state.AutonomyAsked!.Value, AutonomyAsked = null, AutonomyRequest = null };
        var fact = new AutonomyMoved(state.Id, moved.Autonomy, moved.CadenceDays);
        return Decision<PairingState>.Accept(moved.CadenceDays == before ? moved : DutySchedule.Recadence(moved, turn.Now), fact);
    }

    /// <summary>Nobody has answered: the other side is reminded again.</summary>
    public static PairingState Remind(PairingState state, AutonomyRequest request, ImmutableArray<Fact>.Builder facts)
    {
        var reminded = request with { Reminders = request.Reminders + 1 };
        facts.Add(new AutonomyReminded(state.Id, state.AutonomyAsked!.Value, reminded.Reminders));
        return state with { AutonomyRequest = reminded };
    }

    /// <summary>Rates the mentoring. NOT_FOUND, PAIRING_OTHER_SIDE, ..., INPUT_INVALID.</summary>
    public static Decision<PairingState> Rate(PairingState state, PairingTurn turn, RateMentoring command)
    {
        var refusal = PairingAccess.RefuseOtherThan(state, turn.Actor, PairingSide.Mentee) ?? PairingAccess.RefuseInactive(state)
            ?? Inputs.Range(command.Score, "score", 1, 5);
        if (refusal is not null)
        {
            return refusal;
        }

        var side = PairingAccess.LearnerFor(state, turn.Actor);
        var own = state.Ratings.Where(each => each.By == side).ToList();
        var kept = own.Count < RatingsKept ? state.Ratings : state.Ratings.Remove(own[0]);
        return Decision<PairingState>.Accept(state with { Ratings = kept.Add(new MentoringRating(turn.Now, command.Score, side)) });
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
