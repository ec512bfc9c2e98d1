using MentorCloud.Domain.Identifiers;
using MentorCloud.Domain.Pairings;
using MentorCloud.Domain.Pairings.Cadence;
using MentorCloud.Domain.Pairings.Cadence.Meetings;
using MentorCloud.Domain.Pairings.Contracts;
using MentorCloud.Domain.Pairings.Endings;
using MentorCloud.Domain.Pairings.Escalations;
using MentorCloud.Domain.Pairings.Forgetting;
using MentorCloud.Domain.Pairings.Growth;
using MentorCloud.Domain.Pairings.Practice;
using MentorCloud.Domain.Privacy;
using MentorCloud.Domain.Tests.Pairings.Practice;
using MentorCloud.Domain.Tests.Support;

namespace MentorCloud.Domain.Tests.Pairings;

/// <summary>Samples of every command of a pairing, of frequent ones several, for playing sequences.</summary>
internal static class PairingCommandSamples
{
    /// <summary>How many samples there are.</summary>
    public static int Count { get; } = Of(Life.Active()).Length;

    public static PairingCommand[] Of(Life life) => [.. Contract(life), .. Duties(life), .. Practice(life), .. Growth(), .. Endings()];

    private static PairingCommand[] Contract(Life life)
    {
        var newest = life.State.NewestContract?.Number ?? 1;
        return
        [
            new DraftContract(Sample.Terms with { CadenceDays = 1 + (newest * 5 % 30) }), new ProposeContract(), new ProposeContract(),
            new SignContract(newest), new SignContract(newest), new SignContract(newest), new WithdrawContract(),
            new MeetMilestone("First board paper", life.State.EntriesWritten), new NoteSmallWin("First board paper", 0), new LogHours(life.Now, 300),
            new OpenEscalation("CANARY-free"), new AcknowledgeEscalation(1), new ResolveEscalation(1, "done"),
        ];
    }

    private static PairingCommand[] Duties(Life life) =>
    [
        new LogCheckIn(life.Now, 60), new LogCheckIn(life.Now, 200, PairingSide.Mentee, "CANARY", Visibility.Author),
        new ExcuseDuty(DutyKind.CheckIn, "x"), new ExcuseDuty(DutyKind.EndOfTerm, "x"),
        new HoldReview(DutyKind.Midcourse, life.Now, 60), new HoldReview(DutyKind.PlanReview, life.Now, 60), new HoldReview(DutyKind.Prompt, life.Now, 5),
        new AnswerCheck(DutyKind.AlignmentCheck, 2), new AnswerCheck(DutyKind.AlignmentCheck, 4), new AnswerCheck(DutyKind.SafetyPulse, 3),
        new PausePairing(DateOnly.FromDateTime(life.Now.Date).AddDays(20), "x"), new ResumePairing(), new RateSession(1, 4),
        new InviteToMeeting(life.Now.AddDays(1), 60), new CallOffMeeting(life.State.MeetingsArranged),
    ];

    private static PairingCommand[] Practice(Life life) =>
    [
        EntryTests.Complete(EntryKind.Experiment) with { Texts = [new EntryText("hypothesis", "CANARY")] },
        EntryTests.Complete(EntryKind.Evidence), EntryTests.Complete(EntryKind.Feedback), EntryTests.Complete(EntryKind.PlanItem),
        new MoveEntry(1, EntryStatus.Dropped, [new EntryText("reason", "CANARY")]), new ShareEntry(2, Visibility.Pair),
        new MoveEntry(life.State.EntriesWritten, EntryStatus.Underway, []),
    ];

    private static PairingCommand[] Growth() =>
    [
        new RateMentoring(2), new AskAutonomy(AutonomyStage.Guided), new AnswerAutonomy(true), new AssessSelf([new CompetencyLevel("Persuasion", 3)]),
        new OpenReview360(["Persuasion"], [.. Enumerable.Range(12, 4).Select(Sample.Id<ParticipantId>)]), new Rate360(1, [4]), new CloseReview360(1),
    ];

    private static PairingCommand[] Endings() =>
    [
        new DecideTerm(TermChoice.Extend, 2), new DecideTerm(TermChoice.Graduate), new DecideTerm(TermChoice.Rotate), new RequestReassignment(),
        new AnswerReassignment(false), new ChooseHandover([1]), new ReportDeparture(PairingSide.Mentor), new HandOn(), new RotateOn(),
        new ForgetTexts(PairingSide.Mentee), new ForgetTexts(null),
    ];
}
