using MentorCloud.Domain.Cohorts;
using MentorCloud.Domain.Insights;
using MentorCloud.Domain.Pairings.Contracts;
using MentorCloud.Domain.Pairings.Health;
using MentorCloud.Domain.Refusals;
using MentorCloud.Domain.Time;

namespace MentorCloud.Domain.Pairings.Cadence;

/// <summary>What a pairing decides about its duties.</summary>
public static class DutyDecisions
{
    /// <summary>Logs the open check-in, due or early; the next one is scheduled.</summary>
    /// <param name="state">The pairing.</param>
    /// <param name="turn">Mentor or mentee of it.</param>
    /// <param name="command">What was held.</param>
    /// <returns>
    /// The pairing; NOT_FOUND, PAIRING_ENDED, PAIRING_PAUSED, PAIRING_CONTRACT_UNSIGNED, DUTY_NOT_SCHEDULED, INPUT_INVALID, and
    /// ALREADY_EXISTS for a session that shares time with one that is logged: it is the same one, logged by the other side too.
    /// </returns>
    public static Decision<PairingState> Log(PairingState state, PairingTurn turn, LogCheckIn command)
    {
        var refused = RefuseClosed(state, turn, DutyKind.CheckIn) ?? RefuseHeld(state, turn, command.HeldAt, command.Minutes)
            ?? (command.Note is { } note ? Inputs.Paragraph(note, "note") : null) ?? RefuseLogged(state, command) ?? Inputs.Range(command.SharedBy, "sharedBy", 1, ProgramRules.Of(state.Origin.Type).CommonSessions ? 20 : 1);
        if (refused is { } refusal)
        {
            return refusal;
        }

        var done = Held(state, turn, DutyKind.CheckIn, command.HeldAt, command.Minutes) with { InitiatedBy = command.InitiatedBy };
        return HoursRule.Add(
            Done(state, done, turn.Now), command.HeldAt, (command.Minutes + command.SharedBy - 1) / command.SharedBy, turn.Now);
    }

    /// <summary>Logs a midcourse correction, plan review or answered prompt. There is one midcourse: when it was missed it can be held late.</summary>
    /// <param name="state">The pairing.</param>
    /// <param name="turn">Mentor or mentee of it.</param>
    /// <param name="command">What was held.</param>
    /// <returns>The pairing; as for check-ins, and DUTY_TOO_EARLY.</returns>
    public static Decision<PairingState> Hold(PairingState state, PairingTurn turn, HoldReview command)
    {
        if (command.Kind == DutyKind.Midcourse && IsMidcourseMissed(state) && state.Open(DutyKind.Midcourse) is null)
        {
            state = DutySchedule.Reopen(state, DutyKind.Midcourse);
        }

        var refusal = RefuseClosed(state, turn, command.Kind)
            ?? (command.Kind is DutyKind.Midcourse or DutyKind.PlanReview or DutyKind.Prompt
                ? null : Inputs.Invalid("kind", "must be Midcourse, PlanReview or Prompt"))
            ?? RefuseHeld(state, turn, command.HeldAt, command.Minutes) ?? RefuseEarly(state, turn, command.Kind);
        if (refusal is not null)
        {
            return refusal;
        }

        var done = Done(state, Held(state, turn, command.Kind, command.HeldAt, command.Minutes), turn.Now);
        return command.Kind == DutyKind.Midcourse
            ? Decision<PairingState>.Accept(done.State!, done.Facts.Add(new MidcourseHeld(state.Id, command.AmendmentWanted)))
            : done;
    }

    /// <summary>Answers an alignment check or safety pulse for one side.</summary>
    /// <param name="state">The pairing.</param>
    /// <param name="turn">Mentor or mentee of it.</param>
    /// <param name="command">The answer.</param>
    /// <returns>The pairing; as for check-ins, and DUTY_TOO_EARLY. Answering again replaces the side's answer while the check is open.</returns>
    public static Decision<PairingState> Answer(PairingState state, PairingTurn turn, AnswerCheck command)
    {
        var refusal = RefuseClosed(state, turn, command.Kind)
            ?? (command.Kind is DutyKind.AlignmentCheck or DutyKind.SafetyPulse
                ? null : Inputs.Invalid("kind", "must be AlignmentCheck or SafetyPulse"))
            ?? Inputs.Range(command.Score, "score", 1, 5) ?? RefuseEarly(state, turn, command.Kind);
        if (refusal is not null)
        {
            return refusal;
        }

        var answered = Score(state.Open(command.Kind)!, PairingAccess.SideOf(state, turn.Actor), command.Score);
        if (answered is not { MentorScore: not null, MenteeScore: not null })
        {
            return Decision<PairingState>.Accept(DutySchedule.Replace(state, answered));
        }

        var done = answered with { Status = DutyStatus.Done, HeldAt = turn.Now };
        return command.Kind == DutyKind.AlignmentCheck
            ? ProgressRule.CloseAlignment(state, done, turn.Now)
            : Done(Keep(state, done, turn.Now), done, turn.Now);
    }

    /// <summary>Calls the open duty of a kind off, near its time, so that nobody can call off a whole term at once; the next one is scheduled.</summary>
    /// <param name="state">The pairing.</param>
    /// <param name="turn">Mentor or mentee of it.</param>
    /// <param name="command">Which, and why.</param>
    /// <returns>
    /// The pairing; NOT_FOUND, PAIRING_ENDED, PAIRING_PAUSED, PAIRING_CONTRACT_UNSIGNED, DUTY_NOT_SCHEDULED, DUTY_ANSWERED, INPUT_INVALID,
    /// and DUTY_TOO_EARLY longer before its day than it can be done; a check-in can be called off from as many days before as lie between two.
    /// </returns>
    public static Decision<PairingState> Excuse(PairingState state, PairingTurn turn, ExcuseDuty command)
    {
        var refusal = RefuseClosed(state, turn, command.Kind) ?? Inputs.Line(command.Reason, "reason")
            ?? (state.Open(command.Kind) is { IsAnswered: true }
                ? new Refusal(ErrorCodes.DutyAnswered, "A partner has answered this already; answer it too instead of calling it off.", "kind") : null)
            ?? (command.Kind == DutyKind.EndOfTerm ? Inputs.Invalid("kind", "cannot be called off; decide what comes after the term") : null)
            ?? RefuseEarly(state, turn, command.Kind);
        if (refusal is not null)
        {
            return refusal;
        }

        var excused = state.Open(command.Kind)! with
        {
            Status = DutyStatus.Excused, Excuse = command.Reason, LoggedBy = PairingAccess.SideOf(state, turn.Actor),
        };
        return Decision<PairingState>.Accept(
            DutySchedule.Close(state, excused, Later(turn.Now, excused.DueAt)), new DutyExcused(state.Id, excused.Kind, excused.Number));
    }

    /// <summary>Rates a session that was held.</summary>
    /// <param name="state">The pairing.</param>
    /// <param name="turn">Mentor or mentee of it.</param>
    /// <param name="command">The rating.</param>
    /// <returns>The pairing; NOT_FOUND, PAIRING_ENDED, PAIRING_PAUSED, INPUT_INVALID. Rating again replaces the side's rating.</returns>
    public static Decision<PairingState> Rate(PairingState state, PairingTurn turn, RateSession command)
    {
        var held = state.Duties.FirstOrDefault(duty =>
            duty.Kind == DutyKind.CheckIn && duty.Number == command.CheckIn && duty.Status == DutyStatus.Done);
        var refusal = PairingAccess.RefuseStranger(state, turn.Actor) ?? PairingAccess.RefuseResting(state)
            ?? Inputs.Range(command.Score, "score", 1, 5)
            ?? (held is null ? Inputs.Invalid("checkIn", "names no recent check-in that was held") : null);
        if (refusal is not null)
        {
            return refusal;
        }

        var rated = Score(held!, PairingAccess.SideOf(state, turn.Actor), command.Score);
        return Decision<PairingState>.Accept(DutySchedule.Replace(state, rated) with { Rated = RatedSession.With(state, rated) });
    }

    /// <summary>Whether the midcourse was missed and not held since.</summary>
    internal static bool IsMidcourseMissed(PairingState state) => state.Tally(DutyKind.Midcourse) is { Missed: > 0, Done: 0 };

    /// <summary>Closes a duty as done, with its fact.</summary>
    internal static Decision<PairingState> Done(PairingState state, Duty done, DateTimeOffset now) => Decision<PairingState>.Accept(
        DutySchedule.Close(state, done, Later(now, done.DueAt)),
        new DutyDone(state.Id, done.Kind, done.Number, done.HeldAt!.Value, done.Minutes));

    /// <summary>Refuses an instant at which nothing can have been held.</summary>
    internal static Refusal? RefuseHeld(PairingState state, PairingTurn turn, DateTimeOffset heldAt, int minutes, string field = "heldAt") =>
        Inputs.Range(minutes, "minutes", 1, 480)
            ?? (heldAt <= turn.Now ? null : Inputs.Invalid(field, "lies in the future; log it after it was held"))
            ?? (heldAt >= state.PublishedAt ? null : Inputs.Invalid(field, "lies before the pairing began"));

    /// <summary>Both sides log a session, each by their own clock: what shares time with a logged one is the same.</summary>
    private static Refusal? RefuseLogged(PairingState state, LogCheckIn command) => state.Duties.Any(duty =>
        duty is { Kind: DutyKind.CheckIn, Status: DutyStatus.Done, HeldAt: { } held }
        && command.HeldAt < held.AddMinutes(duty.Minutes) && held < command.HeldAt.AddMinutes(command.Minutes))
            ? new Refusal(ErrorCodes.AlreadyExists, "A session at this time is logged already; each is logged once, by either side.", "heldAt")
            : null;

    /// <summary>What is asked at times is answered or called off near its time: as early as it may come late, a check-in as early as the one before it is due.</summary>
    private static Refusal? RefuseEarly(PairingState state, PairingTurn turn, DutyKind kind)
    {
        var (open, zone) = (state.Open(kind)!, state.Origin.TimeZone);
        var from = LocalTimes.DateIn(open.DueAt, zone).AddDays(-(kind == DutyKind.CheckIn ? state.CadenceDays : open.GraceDays));
        return LocalTimes.DateIn(turn.Now, zone) >= from
            ? null : new Refusal(ErrorCodes.DutyTooEarly, $"This is too early; it can be done or called off from {from:yyyy-MM-dd} on.", "kind");
    }

    private static Duty Held(PairingState state, PairingTurn turn, DutyKind kind, DateTimeOffset heldAt, int minutes) => state.Open(kind)! with
    {
        Status = DutyStatus.Done,
        HeldAt = heldAt.ToUniversalTime(),
        Minutes = minutes,
        LoggedBy = PairingAccess.SideOf(state, turn.Actor),
    };

    /// <summary>Keeps what was answered in a pulse, also when only one side did before it was missed.</summary>
    internal static PairingState Keep(PairingState state, Duty pulse, DateTimeOffset now)
    {
        if (!pulse.IsAnswered)
        {
            return state;
        }

        var month = SafetyPulse.MonthOf(now, state.Origin.TimeZone);
        var score = new PulseScore(pulse.Number, month, pulse.MentorScore ?? 0, pulse.MenteeScore ?? 0);
        return state with { Pulses = [.. state.Pulses.Where(each => SafetyPulse.IsKept(each.Month, month)), score] };
    }

    private static Duty Score(Duty duty, PairingSide side, int score) =>
        side == PairingSide.Mentor ? duty with { MentorScore = score } : duty with { MenteeScore = score };

    // The next one follows the one closed, also when that was logged before its day or after the next one's.
    private static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;

    private static Refusal? RefuseClosed(PairingState state, PairingTurn turn, DutyKind kind) =>
        PairingAccess.RefuseStranger(state, turn.Actor) ?? PairingAccess.RefuseInactive(state) ?? (state.Open(kind) is not null
            ? null
            : new Refusal(ErrorCodes.DutyNotScheduled, "Nothing of this kind is to come within the pairing's term."));
}
