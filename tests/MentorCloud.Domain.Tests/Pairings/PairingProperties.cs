using FsCheck;
using FsCheck.Fluent;
using MentorCloud.Domain.Access;
using MentorCloud.Domain.Facts;
using MentorCloud.Domain.Pairings.Cadence;
using MentorCloud.Domain.Pairings.Contracts;
using MentorCloud.Domain.Pairings.Endings;
using MentorCloud.Domain.Pairings.Escalations;
using MentorCloud.Domain.Pairings.Growth;
using MentorCloud.Domain.Pairings.Practice;
using MentorCloud.Domain.Pairings;
using MentorCloud.Domain.Privacy;
using MentorCloud.Domain.Tests.Pairings.Practice;
using MentorCloud.Domain.Tests.Support;

namespace MentorCloud.Domain.Tests.Pairings;

/// <summary>Whatever people do in whatever order, and however late the clock comes, the pairing keeps its invariants.</summary>
public sealed class PairingProperties
{
    private static readonly Actor[] Actors =
        [Sample.AsMentor, Sample.AsMentee, Sample.AsManager, Sample.AsSponsor, Sample.AsStranger, Sample.AsSystem];

    [Fact]
    public void Any_sequence_of_commands_and_outages_keeps_the_invariants()
    {
        var steps = Gen.Choose(0, 5).Zip(Gen.Choose(0, 39)).Zip(Gen.Choose(0, 40)).ListOf(60);
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(300),
            Prop.ForAll(
                Gen.Elements(true, true, false).Zip(steps).ToArbitrary(),
                run => { Play(run.Item1, run.Item2.Select(step => (step.Item1.Item1, step.Item1.Item2, step.Item2))); }));
    }

    private static void Play(bool signed, IEnumerable<(int Actor, int Command, int Days)> steps)
    {
        var life = new Life(signed ? Sample.Active() : Sample.Published(), Sample.Start);
        foreach (var (actor, command, days) in steps)
        {
            var before = life.State;
            var told = life.Facts.Count;
            life.Wait(TimeSpan.FromDays(days > 30 ? days - 10 : days / 4));
            var decision = life.Try(Actors[actor], CommandsOf(life)[command]);
            PairingInvariants.Check(before, life.State, life.Now, [.. life.Facts.Skip(told)]);
            Assert.True(decision.Refusal is null || decision.Facts.IsEmpty);
        }

        PairingInvariants.CheckHistory(life.Facts);
        PairingInvariants.CheckCanary(life.State, life.Facts);
    }

    private static PairingCommand[] CommandsOf(Life life)
    {
        var newest = life.State.NewestContract?.Number ?? 1;
        return
        [
            new DraftContract(Sample.Terms with { CadenceDays = 1 + (newest * 5 % 30) }), new ProposeContract(), new ProposeContract(),
            new SignContract(newest), new SignContract(newest), new SignContract(newest), new WithdrawContract(),
            new LogCheckIn(life.Now, 60), new LogCheckIn(life.Now, 200, PairingSide.Mentee, "CANARY", Visibility.Author),
            new ExcuseDuty(DutyKind.CheckIn, "x"), new ExcuseDuty(DutyKind.EndOfTerm, "x"), new LogHours(life.Now, 300),
            new HoldReview(DutyKind.Midcourse, life.Now, 60), new HoldReview(DutyKind.PlanReview, life.Now, 60), new HoldReview(DutyKind.Prompt, life.Now, 5),
            new AnswerCheck(DutyKind.AlignmentCheck, 2), new AnswerCheck(DutyKind.AlignmentCheck, 4), new AnswerCheck(DutyKind.SafetyPulse, 3),
            new PausePairing(DateOnly.FromDateTime(life.Now.Date).AddDays(20), "x"), new ResumePairing(),
            new OpenEscalation("CANARY-free"), new AcknowledgeEscalation(1), new ResolveEscalation(1, "done"),
            EntryTests.Complete(EntryKind.Experiment) with { Texts = [new EntryText("hypothesis", "CANARY")] },
            EntryTests.Complete(EntryKind.Evidence), EntryTests.Complete(EntryKind.Feedback), EntryTests.Complete(EntryKind.PlanItem),
            new MoveEntry(1, EntryStatus.Dropped, [new EntryText("reason", "CANARY")]), new ShareEntry(2, Visibility.Pair),
            new MeetMilestone("First board paper", life.State.EntriesWritten), new RateMentoring(2), new RateSession(1, 4),
            new AskAutonomy(AutonomyStage.Guided), new AnswerAutonomy(true), new AssessSelf([new CompetencyLevel("Persuasion", 3)]),
            new DecideTerm(TermChoice.Extend, 2), new DecideTerm(TermChoice.Graduate), new RequestReassignment(),
            new AnswerReassignment(false), new ChooseHandover([1]),
        ];
    }
}
