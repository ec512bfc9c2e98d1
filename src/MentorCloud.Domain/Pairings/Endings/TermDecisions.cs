using MentorCloud.Domain.Access;
using MentorCloud.Domain.Pairings.Cadence;
using MentorCloud.Domain.Refusals;
using MentorCloud.Domain.Time;

namespace MentorCloud.Domain.Pairings.Endings;

/// <summary>What a pairing decides at the end of its term. Nothing ends by silence: without a decision it goes on and asks every week. The program can close one whose contract nobody signs.</summary>
internal static class TermDecisions
{
    /// <summary>Decides or proposes. NOT_FOUND, PAIRING_ENDED, PAIRING_PAUSED, PAIRING_CONTRACT_UNSIGNED, INPUT_INVALID, TERM_NOT_DUE.</summary>
    public static Decision<PairingState> Decide(PairingState state, PairingTurn turn, DecideTerm command)
    {
        var partner = PairingAccess.IsPartner(state, turn.Actor);
        var refusal = (partner ? PairingAccess.RefuseStranger(state, turn.Actor) : PairingAccess.RefuseOthersThanManagers(state, turn.Actor))
            ?? (partner || command.Choice != TermChoice.Close ? PairingAccess.RefuseInactive(state) : PairingAccess.RefuseResting(state))
            ?? (command.Choice == TermChoice.Extend
                ? Inputs.Range(command.Months, "months", 1, 12) : Inputs.Range(command.Months, "months", 0, 0))
            ?? (partner && command.Choice != TermChoice.Extend ? RefuseEarly(state) : null);
        if (refusal is not null)
        {
            return refusal;
        }

        return partner && !IsAgreed(state, turn, command) ? Propose(state, turn, command) : CarryOut(state, turn.Now, command);
    }

    /// <summary>The rotation plan moves on. One that has ended stays as it is. NOT_FOUND for everybody but the system.</summary>
    public static Decision<PairingState> RotateOn(PairingState state, PairingTurn turn)
    {
        if (turn.Actor.Kind != ActorKind.System || state.PublishedAt is null)
        {
            return new Refusal(ErrorCodes.NotFound, "There is no such pairing.");
        }

        return state.Stage == PairingStage.Ended
            ? Decision<PairingState>.Accept(state)
            : PairingDecisions.End(state, PairingOutcome.Rotated, turn.Now);
    }

    private static bool IsAgreed(PairingState state, PairingTurn turn, DecideTerm command) =>
        state.TermProposal is { } proposal && proposal.By != PairingAccess.SideOf(state, turn.Actor)
        && proposal.Choice == command.Choice && proposal.Months == command.Months;

    private static Decision<PairingState> Propose(PairingState state, PairingTurn turn, DecideTerm command)
    {
        var side = PairingAccess.SideOf(state, turn.Actor);
        return Decision<PairingState>.Accept(
            state with { TermProposal = new TermProposal(side, command.Choice, command.Months, turn.Now) },
            new TermProposed(state.Id, side, command.Choice, command.Months));
    }

    private static Decision<PairingState> CarryOut(PairingState state, DateTimeOffset now, DecideTerm command)
    {
        var closed = state.Open(DutyKind.EndOfTerm) is { } duty
            ? DutyDecisions.Done(state, duty with { Status = DutyStatus.Done, HeldAt = now }, now) : Decision<PairingState>.Accept(state);
        if (command.Choice != TermChoice.Extend)
        {
            return PairingDecisions.End(closed.State!, state.Stage == PairingStage.Contracting ? PairingOutcome.NotBegun : OutcomeOf(command.Choice), now, closed.Facts);
        }

        var zone = state.Origin.TimeZone;
        var end = TimeZoneInfo.ConvertTime(state.EndsAt > now ? state.EndsAt : now, TimeZoneInfo.FindSystemTimeZoneById(zone)).DateTime;
        var endsAt = LocalTimes.ToInstant(DateOnly.FromDateTime(end).AddMonths(command.Months), TimeOnly.FromDateTime(end), zone);
        var extended = DutySchedule.Extend(closed.State! with { EndsAt = endsAt, TermProposal = null }, now);
        return Decision<PairingState>.Accept(extended, closed.Facts.Add(new TermExtended(state.Id, endsAt)));
    }

    private static PairingOutcome OutcomeOf(TermChoice choice) => choice switch
    {
        TermChoice.Rotate => PairingOutcome.Rotated,
        TermChoice.Graduate => PairingOutcome.Graduated,
        _ => PairingOutcome.Closed,
    };

    private static Refusal? RefuseEarly(PairingState state) => state.Open(DutyKind.EndOfTerm)?.IsOwed == true
        ? null
        : new Refusal(
            ErrorCodes.TermNotDue,
            "The end of the term is not near yet. To part earlier, ask for reassignment or speak to your program manager.",
            "choice");
}
