using System.Collections.Immutable;
using MentorCloud.Domain.Access;
using MentorCloud.Domain.Facts;
using MentorCloud.Domain.Pairings.Practice;
using MentorCloud.Domain.Refusals;

namespace MentorCloud.Domain.Pairings.Endings;

/// <summary>What a pairing decides when it does not work: requests, departures, handover.</summary>
internal static class ReassignmentDecisions
{
    private const int MostHandedOver = 50;

    /// <summary>Asks for somebody else; asking again changes nothing. NOT_FOUND, PAIRING_ENDED.</summary>
    public static Decision<PairingState> Request(PairingState state, PairingTurn turn)
    {
        if ((PairingAccess.RefuseStranger(state, turn.Actor) ?? PairingAccess.RefuseEnded(state)) is { } refusal)
        {
            return refusal;
        }

        // While one side's request waits, the other's changes nothing either: it must not learn that there is one.
        return state.Reassignment is { Answer: null }
            ? Decision<PairingState>.Accept(state)
            : Decision<PairingState>.Accept(
                state with { Reassignment = new ReassignmentRequest(PairingAccess.SideOf(state, turn.Actor), turn.Now) },
                new ReassignmentRequested(state.Id, state.Origin.Cohort));
    }

    /// <summary>Answers. NOT_FOUND, PAIRING_ENDED, REASSIGNMENT_NOT_REQUESTED.</summary>
    public static Decision<PairingState> Answer(PairingState state, PairingTurn turn, AnswerReassignment command)
    {
        var refusal = PairingAccess.RefuseOthersThanManagers(state, turn.Actor) ?? PairingAccess.RefuseEnded(state)
            ?? (state.Reassignment is { Answer: null }
                ? null
                : new Refusal(ErrorCodes.ReassignmentNotRequested, "Nobody waits for an answer about another partner."));
        if (refusal is not null)
        {
            return refusal;
        }

        var answered = state with { Reassignment = state.Reassignment! with { Answer = command.Grant } };
        var fact = new ReassignmentAnswered(state.Id, command.Grant);
        return command.Grant
            ? PairingDecisions.End(
                answered, PairingOutcome.Reassigned, turn.Now, fact, new CoverNeeded(state.Id, state.Origin.Cohort, state.Mentee))
            : Decision<PairingState>.Accept(answered, fact);
    }

    /// <summary>Nobody has answered: the program is reminded again.</summary>
    public static PairingState Remind(PairingState state, ReassignmentRequest request, ImmutableArray<Fact>.Builder facts)
    {
        var reminded = request with { Reminders = request.Reminders + 1 };
        facts.Add(new ReassignmentReminded(state.Id, reminded.Reminders));
        return state with { Reassignment = reminded };
    }

    /// <summary>A partner left. NOT_FOUND, PAIRING_ENDED.</summary>
    public static Decision<PairingState> Depart(PairingState state, PairingTurn turn, ReportDeparture command)
    {
        if ((PairingAccess.RefuseOthersThanManagers(state, turn.Actor) ?? PairingAccess.RefuseEnded(state)) is { } refusal)
        {
            return refusal;
        }

        return command.Side == PairingSide.Mentor
            ? PairingDecisions.End(
                state, PairingOutcome.PartnerLeft, turn.Now, new CoverNeeded(state.Id, state.Origin.Cohort, state.Mentee))
            : PairingDecisions.End(state, PairingOutcome.PartnerLeft, turn.Now);
    }

    /// <summary>The mentee has another mentor; a pairing that is over stays as it is. NOT_FOUND.</summary>
    public static Decision<PairingState> HandOn(PairingState state, PairingTurn turn)
    {
        if (turn.Actor.Kind != ActorKind.System)
        {
            return new Refusal(ErrorCodes.NotFound, "There is no such pairing.");
        }

        return state.Stage == PairingStage.Ended
            ? Decision<PairingState>.Accept(state)
            : PairingDecisions.End(state, PairingOutcome.Reassigned, turn.Now);
    }

    /// <summary>The mentee, among peers too, chooses what is handed over; also after the end. NOT_FOUND, PAIRING_OTHER_SIDE, INPUT_INVALID.</summary>
    public static Decision<PairingState> Choose(PairingState state, PairingTurn turn, ChooseHandover command)
    {
        var refusal = PairingAccess.RefuseOtherSide(state, turn.Actor, PairingSide.Mentee)
            ?? Inputs.Count(command.Entries, "entries", 0, MostHandedOver)
            ?? Inputs.FirstOf(command.Entries, (number, index) =>
                turn.Find(state, number) is { } entry && EntryAccess.MayHandOver(entry)
                    ? null : Inputs.Invalid($"entries.{index}", "names no entry that the mentee may pass on"));
        return refusal is not null
            ? refusal
            : Decision<PairingState>.Accept(
                state with { Handover = [.. command.Entries.Distinct()] }, new HandoverChosen(state.Id, command.Entries.Distinct().Count()));
    }
}
