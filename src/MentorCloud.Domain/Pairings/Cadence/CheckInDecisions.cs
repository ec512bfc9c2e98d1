using System.Collections.Immutable;
using MentorCloud.Domain.Access;
using MentorCloud.Domain.Facts;
using MentorCloud.Domain.Refusals;

namespace MentorCloud.Domain.Pairings.Cadence;

/// <summary>What a pairing decides about its check-ins.</summary>
public static class CheckInDecisions
{
    /// <summary>Logs the open check-in, due or early; the next one is scheduled.</summary>
    /// <param name="state">The pairing.</param>
    /// <param name="actor">Mentor or mentee of it.</param>
    /// <param name="command">What was held.</param>
    /// <param name="now">The instant.</param>
    /// <returns>The pairing; NOT_FOUND, PAIRING_ENDED, PAIRING_CONTRACT_UNSIGNED, CHECK_IN_NOT_SCHEDULED, INPUT_INVALID.</returns>
    public static Decision<PairingState> Log(PairingState state, Actor actor, LogCheckIn command, DateTimeOffset now)
    {
        var refusal = RefuseCommon(state, actor)
            ?? Inputs.Range(command.Minutes, "minutes", 1, 480)
            ?? (command.HeldAt <= now ? null : Inputs.Invalid("heldAt", "lies in the future; log a check-in after it was held"))
            ?? (command.HeldAt >= state.PublishedAt ? null : Inputs.Invalid("heldAt", "lies before the pairing began"));
        if (refusal is not null)
        {
            return refusal;
        }

        var done = state.OpenCheckIn! with
        {
            Status = CheckInStatus.Done,
            HeldAt = command.HeldAt.ToUniversalTime(),
            Minutes = command.Minutes,
            LoggedBy = PairingAccess.SideOf(state, actor),
            Notes = command.Note is null ? [] : [command.Note],
        };
        return Decision<PairingState>.Accept(Close(state, done, now), new CheckInLogged(state.Id, done.Number, done.HeldAt.Value, done.Minutes));
    }

    /// <summary>Calls the open check-in off; the next one is scheduled.</summary>
    /// <param name="state">The pairing.</param>
    /// <param name="actor">Mentor or mentee of it.</param>
    /// <param name="reason">Why, 1..200 characters; the program's managers see it.</param>
    /// <param name="now">The instant.</param>
    /// <returns>The pairing; NOT_FOUND, PAIRING_ENDED, PAIRING_CONTRACT_UNSIGNED, CHECK_IN_NOT_SCHEDULED, INPUT_INVALID.</returns>
    public static Decision<PairingState> Excuse(PairingState state, Actor actor, string reason, DateTimeOffset now)
    {
        if ((RefuseCommon(state, actor) ?? Inputs.Line(reason, "reason")) is { } refusal)
        {
            return refusal;
        }

        var excused = state.OpenCheckIn! with { Status = CheckInStatus.Excused, Excuse = reason };
        return Decision<PairingState>.Accept(Close(state, excused, now), new CheckInExcused(state.Id, excused.Number));
    }

    /// <summary>
    /// Brings the check-ins up to an instant, whatever became due meanwhile: each step happens once, in order, even
    /// when the clock comes late by months.
    /// </summary>
    /// <param name="state">The pairing.</param>
    /// <param name="now">The instant.</param>
    /// <returns>The pairing as of now; the same state and no facts when nothing was due.</returns>
    public static Decision<PairingState> Tick(PairingState state, DateTimeOffset now)
    {
        var facts = ImmutableArray.CreateBuilder<Fact>();
        while (state.NextDue is { } due && due <= now)
        {
            state = Step(state, state.OpenCheckIn!, facts);
        }

        return Decision<PairingState>.Accept(state, facts.ToImmutable());
    }

    /// <summary>Checks a note before it is sealed.</summary>
    /// <param name="note">The plain text; null when there is none.</param>
    /// <returns>INPUT_INVALID, or null.</returns>
    public static Refusal? RefuseNote(string? note) => Inputs.Paragraph(note, "note", required: false);

    private static PairingState Step(PairingState state, CheckIn open, ImmutableArray<Fact>.Builder facts)
    {
        switch (open.Status)
        {
            case CheckInStatus.Scheduled:
                facts.Add(new CheckInFellDue(state.Id, open.Number, open.DueAt));
                return Replace(state, open with { Status = CheckInStatus.Due });
            case CheckInStatus.Due:
                facts.Add(new CheckInReminded(state.Id, open.Number));
                return Replace(state, open with { Status = CheckInStatus.Reminded });
            default:
                facts.Add(new CheckInMissed(state.Id, open.Number));
                return Close(state, open with { Status = CheckInStatus.Missed }, open.DueAt + CheckIn.MissedAfter);
        }
    }

    private static PairingState Close(PairingState state, CheckIn closed, DateTimeOffset now)
    {
        // The next one follows the one closed, also when that was logged before its day or missed after the next one's.
        var after = now > closed.DueAt ? now : closed.DueAt;
        return state.Schedule!.ScheduleAfter(Replace(state, closed), closed.Status == CheckInStatus.Missed ? closed.DueAt : after);
    }

    private static PairingState Replace(PairingState state, CheckIn checkIn) =>
        state with { CheckIns = state.CheckIns.SetItem(state.CheckIns.Length - 1, checkIn) };

    private static Refusal? RefuseCommon(PairingState state, Actor actor) =>
        PairingAccess.RefuseStranger(state, actor)
            ?? PairingAccess.RefuseEnded(state)
            ?? (state.Stage == PairingStage.Active
                ? null
                : new Refusal(ErrorCodes.PairingContractUnsigned, "Both sides must sign the learning contract first."))
            ?? (state.OpenCheckIn is not null
                ? null
                : new Refusal(ErrorCodes.CheckInNotScheduled, "No check-in is to come within the pairing's term."));
}
