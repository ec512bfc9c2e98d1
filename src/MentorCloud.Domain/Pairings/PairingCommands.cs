using System.Collections.Immutable;
using MentorCloud.Domain.Pairings.Cadence;
using MentorCloud.Domain.Pairings.Cadence.Meetings;
using MentorCloud.Domain.Pairings.Contracts;
using MentorCloud.Domain.Pairings.Endings;
using MentorCloud.Domain.Pairings.Escalations;
using MentorCloud.Domain.Pairings.Forgetting;
using MentorCloud.Domain.Pairings.Growth;
using MentorCloud.Domain.Pairings.Health;
using MentorCloud.Domain.Pairings.Practice;
using MentorCloud.Domain.Refusals;

namespace MentorCloud.Domain.Pairings;

/// <summary>The closed set of commands and who decides them.</summary>
public static class PairingCommands
{
    /// <summary>
    /// Does what has fallen due by now, decides the command, and brings the pairing's health up to date. So a command that
    /// comes before a late reminder finds the same pairing as one that comes after it, and no duty is passed over.
    /// </summary>
    /// <param name="state">The pairing.</param>
    /// <param name="turn">Who asks, and when.</param>
    /// <param name="command">What is asked.</param>
    /// <returns>The pairing and what happened, or the refusal; codes are documented at the decisions.</returns>
    public static Decision<PairingState> Decide(PairingState state, PairingTurn turn, PairingCommand command)
    {
        var due = PairingClock.Tick(state, turn.Now);
        var current = due.State!;
        var decision = Contract(current, turn, command) ?? Duties(current, turn, command)
            ?? Practice(current, turn, command) ?? Ending(current, turn, command)
            ?? throw new ArgumentException($"{command.GetType().Name} is no command of a pairing.", nameof(command));
        return decision.State is { } next && !ReferenceEquals(next, state)
            ? HealthRule.Refresh(next, turn.Now, due.Facts.AddRange(decision.Facts)) : decision;
    }

    /// <summary>The operation that a command is in the policy table.</summary>
    /// <param name="command">The command.</param>
    /// <returns><c>Pairing.{CommandName}</c>.</returns>
    public static string OperationOf(PairingCommand command) => $"Pairing.{command.GetType().Name}";

    /// <summary>The texts that a command brings, and the entry whose page they belong on once it is accepted.</summary>
    /// <param name="state">The pairing before the command.</param>
    /// <param name="command">The command.</param>
    /// <returns>Number of the entry, texts that its page holds already, and the new texts; none for most commands.</returns>
    public static (int Entry, int Present, ImmutableArray<EntryText> Texts) TextsOf(PairingState state, PairingCommand command) => command switch
    {
        WriteEntry write => (state.EntriesWritten + 1, 0, write.Texts),
        MoveEntry move => (move.Number, state.Entries.FirstOrDefault(entry => entry.Number == move.Number)?.Texts ?? 0, move.Texts),
        LogCheckIn { Note: { } note } => (state.EntriesWritten + 1, 0, [new EntryText("text", note)]),
        _ => (0, 0, []),
    };

    /// <summary>Numbers of the entries that a command names: those on pages are needed to decide it.</summary>
    /// <param name="command">The command.</param>
    /// <returns>Numbers; none for most commands.</returns>
    public static ImmutableArray<int> EntriesOf(PairingCommand command) => command switch
    {
        MoveEntry move => [move.Number],
        ShareEntry share => [share.Number],
        MeetMilestone meet => [meet.Evidence],
        ChooseHandover { Entries: { IsDefault: false } entries } => entries,
        _ => [],
    };

    /// <summary>Whether a command brings words or answers in confidence, which nobody may guess from what is stored of it (docs/adr/0072).</summary>
    /// <param name="command">The command.</param>
    /// <returns>True for whatever has a text that a person wrote, and for answers that are shown to nobody or in sums alone.</returns>
    public static bool BringsWords(PairingCommand command) => command
        is DraftContract or MeetMilestone or NoteSmallWin or OpenEscalation or ResolveEscalation or ExcuseDuty or PausePairing
        or WriteEntry or MoveEntry or LogCheckIn { Note: not null } or Rate360 or AnswerCheck;

    private static Decision<PairingState>? Contract(PairingState state, PairingTurn turn, PairingCommand command) => command switch
    {
        DraftContract draft => ContractDecisions.Draft(state, turn.Actor, draft.Terms, draft.Seen),
        ProposeContract => ContractDecisions.Propose(state, turn.Actor),
        WithdrawContract => ContractDecisions.Withdraw(state, turn.Actor),
        SignContract sign => ContractDecisions.Sign(state, turn.Actor, sign.Version, turn.Now),
        MeetMilestone meet => MilestoneDecisions.Meet(state, turn, meet),
        NoteSmallWin note => MilestoneDecisions.Note(state, turn, note),
        LogHours log => HoursRule.Log(state, turn, log),
        OpenEscalation open => EscalationDecisions.Open(state, turn, open),
        AcknowledgeEscalation acknowledge => EscalationDecisions.Acknowledge(state, turn, acknowledge),
        ResolveEscalation resolve => EscalationDecisions.Resolve(state, turn, resolve),
        _ => null,
    };

    private static Decision<PairingState>? Duties(PairingState state, PairingTurn turn, PairingCommand command) => command switch
    {
        LogCheckIn log => WithNote(DutyDecisions.Log(state, turn, log), turn, log, state.Open(DutyKind.CheckIn)?.Number),
        ExcuseDuty excuse => DutyDecisions.Excuse(state, turn, excuse),
        HoldReview hold => DutyDecisions.Hold(state, turn, hold),
        AnswerCheck answer => DutyDecisions.Answer(state, turn, answer),
        RateSession rate => DutyDecisions.Rate(state, turn, rate),
        PausePairing pause => PauseDecisions.Begin(state, turn, pause),
        ResumePairing => PauseDecisions.Resume(state, turn),
        InviteToMeeting invite => MeetingDecisions.Invite(state, turn, invite),
        CallOffMeeting callOff => MeetingDecisions.CallOff(state, turn, callOff),
        _ => null,
    };

    private static Decision<PairingState>? Practice(PairingState state, PairingTurn turn, PairingCommand command) => command switch
    {
        WriteEntry write => EntryDecisions.Write(state, turn, write),
        MoveEntry move => EntryDecisions.Move(state, turn, move),
        ShareEntry share => EntryDecisions.Share(state, turn, share),
        AskAutonomy ask => GrowthDecisions.Ask(state, turn, ask),
        AnswerAutonomy answer => GrowthDecisions.Answer(state, turn, answer),
        RateMentoring rate => GrowthDecisions.Rate(state, turn, rate),
        AssessSelf assess => GrowthDecisions.Assess(state, turn, assess),
        OpenReview360 open => Review360Decisions.Open(state, turn, open),
        Rate360 rate => Review360Decisions.Rate(state, turn, rate),
        CloseReview360 close => Review360Decisions.Close(state, turn, close),
        _ => null,
    };

    private static Decision<PairingState>? Ending(PairingState state, PairingTurn turn, PairingCommand command) => command switch
    {
        DecideTerm decide => TermDecisions.Decide(state, turn, decide),
        RotateOn => TermDecisions.RotateOn(state, turn),
        RequestReassignment => ReassignmentDecisions.Request(state, turn),
        AnswerReassignment answer => ReassignmentDecisions.Answer(state, turn, answer),
        ReportDeparture report => ReassignmentDecisions.Depart(state, turn, report),
        HandOn => ReassignmentDecisions.HandOn(state, turn),
        ForgetTexts forget => TextForgetting.Decide(state, turn, forget),
        ChooseHandover choose => ReassignmentDecisions.Choose(state, turn, choose),
        _ => null,
    };

    /// <summary>A note logged with a check-in is an entry, decided in the same breath: both are accepted or neither.</summary>
    private static Decision<PairingState> WithNote(Decision<PairingState> logged, PairingTurn turn, LogCheckIn command, int? number)
    {
        if (logged.State is not { } state || command.Note is not { } note)
        {
            return logged;
        }

        var written = EntryDecisions.Write(state, turn, new WriteEntry
        {
            Kind = EntryKind.CheckInNote,
            Texts = [new EntryText("text", note)],
            Visibility = command.NoteVisibility,
            CheckIn = number,
        });
        return written.State is null ? written : Decision<PairingState>.Accept(written.State, logged.Facts.AddRange(written.Facts));
    }
}
