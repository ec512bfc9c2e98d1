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

    /// <summary>Asks for somebody else, each side for itself; asking again while one's own request waits changes nothing. NOT_FOUND, PAIRING_ENDED.</summary>
    public static Decision<PairingState> Request(PairingState state, PairingTurn turn)
    {
        if ((PairingAccess.RefuseStranger(state, turn.Actor) ?? PairingAccess.RefuseEnded(state)) is { } refusal)
        {
            return refusal;
        }

        var side = PairingAccess.SideOf(state, turn.Actor);
        return state.Reassignments.Any(each => each.By == side && each.Answer is null)
            ? Decision<PairingState>.Accept(state)
            : Decision<PairingState>.Accept(
                With(state, new ReassignmentRequest(side, turn.Now)), new ReassignmentRequested(state.Id, state.Origin.Cohort));
    }

    /// <summary>
    /// Answers one side's request; when it is granted the pairing ends, and so whatever else waits is granted too.
    /// NOT_FOUND, PAIRING_ENDED, REASSIGNMENT_NOT_REQUESTED, INPUT_INVALID.
    /// </summary>
    public static Decision<PairingState> Answer(PairingState state, PairingTurn turn, AnswerReassignment command)
    {
        var waiting = state.Reassignments.RemoveAll(each => each.Answer is not null);
        var refusal = PairingAccess.RefuseOthersThanManagers(state, turn.Actor) ?? PairingAccess.RefuseEnded(state) ?? RefuseAnswer(waiting, command);
        if (refusal is not null)
        {
            return refusal;
        }

        if (command.Grant)
        {
            var granted = waiting.Aggregate(state, (all, each) => With(all, each with { Answer = true }));
            return PairingDecisions.End(
                granted,
                PairingOutcome.Reassigned,
                turn.Now,
                [.. waiting.Select(_ => new ReassignmentAnswered(state.Id, true)), new CoverNeeded(state.Id, state.Origin.Cohort, state.Mentee)]);
        }

        var declined = waiting.First(each => command.Side is null || each.By == command.Side);
        return Decision<PairingState>.Accept(With(state, declined with { Answer = false }), new ReassignmentAnswered(state.Id, false));
    }

    /// <summary>Nobody has answered: the program is reminded again.</summary>
    public static PairingState Remind(PairingState state, ReassignmentRequest request, ImmutableArray<Fact>.Builder facts)
    {
        var reminded = request with { Reminders = request.Reminders + 1 };
        facts.Add(new ReassignmentReminded(state.Id, reminded.Reminders));
        return With(state, reminded);
    }

    private static PairingState With(PairingState state, ReassignmentRequest request) =>
        state.Reassignment is null || state.Reassignment.By == request.By
            ? state with { Reassignment = request } : state with { OtherReassignment = request };

    private static Refusal? RefuseAnswer(ImmutableArray<ReassignmentRequest> waiting, AnswerReassignment command) => command.Side switch
    {
        null when waiting.IsEmpty => new Refusal(ErrorCodes.ReassignmentNotRequested, "Nobody waits for an answer about another partner."),
        null when waiting.Length > 1 && !command.Grant => Inputs.Invalid("side", "is missing; both sides wait for an answer, say whose request this one is about"),
        { } side when waiting.All(each => each.By != side) =>
            new Refusal(ErrorCodes.ReassignmentNotRequested, "This side does not wait for an answer about another partner.", "side"),
        _ => null,
    };

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
