using MentorCloud.Domain.Cohorts;
using MentorCloud.Domain.Pairings.Cadence;
using MentorCloud.Domain.Pairings.Contracts;
using MentorCloud.Domain.Pairings.Growth;
using MentorCloud.Domain.Pairings.Practice;
using MentorCloud.Domain.Pairings;
using MentorCloud.Domain.Privacy;
using MentorCloud.Domain.Refusals;
using MentorCloud.Domain.Tests.Pairings.Practice;
using MentorCloud.Domain.Tests.Support;

namespace MentorCloud.Domain.Tests.Pairings.Growth;

public sealed class AutonomyTests
{
    [Fact]
    public void The_next_stage_is_refused_while_its_criteria_are_unmet_and_they_are_shown()
    {
        var life = Life.Active();
        var refusal = life.Try(Sample.AsMentee, new AskAutonomy(AutonomyStage.Guided)).Refused(ErrorCodes.AutonomyCriteriaUnmet);
        Assert.Contains("practiceFinished 0 of 1", refusal.Message, StringComparison.Ordinal);
        Assert.Contains(PairingLife.For(life.State, Sample.AsMentee).NextStage, criterion => !criterion.IsMet);
    }

    [Fact]
    public void Every_move_up_is_asked_by_the_mentee_agreed_by_the_mentor_and_lowers_the_cadence()
    {
        var life = Experienced();
        life.Try(Sample.AsMentor, new AskAutonomy(AutonomyStage.Guided)).Refused(ErrorCodes.PairingOtherSide);
        life.Try(Sample.AsMentor, new AnswerAutonomy(true)).Refused(ErrorCodes.AutonomyNotAsked);
        foreach (var (stage, days) in new[] { (AutonomyStage.Guided, 18), (AutonomyStage.Supported, 21), (AutonomyStage.Independent, 28) })
        {
            life.Do(Sample.AsMentee, new AskAutonomy(stage)).Do(Sample.AsMentor, new AnswerAutonomy(true));
            Assert.Equal((stage, days), (life.State.Autonomy, life.State.CadenceDays));
            Assert.Equal(days, (life.State.Open(DutyKind.CheckIn)!.DueAt.Date - life.Now.Date).Days);
            Assert.Equal((stage, days), (life.Facts.OfType<AutonomyMoved>().Last().Stage, life.Facts.OfType<AutonomyMoved>().Last().CadenceDays));
        }

        Assert.Empty(PairingLife.For(life.State, Sample.AsMentee).NextStage);
        life.Try(Sample.AsMentee, new AskAutonomy(AutonomyStage.Independent + 1)).Refused(ErrorCodes.InputInvalid);
    }

    [Fact]
    public void Not_yet_is_told_and_the_stage_can_be_asked_for_again()
    {
        var life = Experienced().Do(Sample.AsMentee, new AskAutonomy(AutonomyStage.Guided)).Do(Sample.AsMentor, new AnswerAutonomy(false));
        Assert.Equal(AutonomyStage.Guided, Assert.Single(life.Facts.OfType<AutonomyDeclined>()).Stage);
        Assert.Equal((AutonomyStage.Directed, (AutonomyStage?)null), (life.State.Autonomy, life.State.AutonomyAsked));
        life.Do(Sample.AsMentee, new AskAutonomy(AutonomyStage.Guided)).Do(Sample.AsMentor, new AnswerAutonomy(true));
        Assert.Equal(AutonomyStage.Guided, life.State.Autonomy);
    }

    [Fact]
    public void Request_that_nobody_answers_is_reminded_every_week_and_not_in_a_pause()
    {
        var life = Experienced().Do(Sample.AsMentee, new AskAutonomy(AutonomyStage.Guided));
        life.Do(Sample.AsMentee, new AskAutonomy(AutonomyStage.Guided)).Until(life.Now.AddDays(15));
        Assert.Equal([1, 2], life.Facts.OfType<AutonomyReminded>().Select(fact => fact.Reminder));
        Assert.Equal(1, life.Count<AutonomyAsked>());

        life.Do(Sample.AsMentor, new PausePairing(DateOnly.FromDateTime(life.Now.Date).AddDays(30), "Leave")).Until(life.Now.AddDays(32));
        Assert.Equal(2, life.Count<AutonomyReminded>());
        life.Until(life.Now.AddDays(7));
        Assert.Equal(3, life.Count<AutonomyReminded>());

        life.Do(Sample.AsMentor, new AnswerAutonomy(true)).Until(life.Now.AddDays(30));
        Assert.Equal(3, life.Count<AutonomyReminded>());
    }

    [Theory]
    [InlineData(PairingSide.Mentor)]
    [InlineData(PairingSide.Mentee)]
    public void Peer_does_not_answer_their_own_request(PairingSide asker)
    {
        var (self, other) = asker == PairingSide.Mentor ? (Sample.AsMentor, Sample.AsMentee) : (Sample.AsMentee, Sample.AsMentor);
        var learnt = Experienced();
        var life = new Life(learnt.State with { Origin = learnt.State.Origin with { Type = ProgramType.Peer } }, learnt.Now);
        life.Do(self, new AskAutonomy(AutonomyStage.Guided));
        life.Try(self, new AnswerAutonomy(true)).Refused(ErrorCodes.PairingOtherSide);
        life.Do(other, new AskAutonomy(AutonomyStage.Guided));
        life.Try(self, new AnswerAutonomy(true)).Refused(ErrorCodes.PairingOtherSide);
        life.Do(other, new AnswerAutonomy(true));
        Assert.Equal(AutonomyStage.Guided, life.State.Autonomy);
    }

    [Fact]
    public void Stages_cannot_be_skipped() =>
        Assert.Equal("stage", Experienced().Try(Sample.AsMentee, new AskAutonomy(AutonomyStage.Supported)).Refused(ErrorCodes.InputInvalid).Field);

    [Theory]
    [InlineData(14, AutonomyStage.Directed, 14)]
    [InlineData(14, AutonomyStage.Guided, 18)]
    [InlineData(7, AutonomyStage.Supported, 11)]
    [InlineData(7, AutonomyStage.Independent, 14)]
    [InlineData(60, AutonomyStage.Independent, 120)]
    [InlineData(90, AutonomyStage.Independent, 180)]
    public void Cadence_is_stretched_by_stage(int days, AutonomyStage stage, int stretched) =>
        Assert.Equal(stretched, AutonomyRule.Stretch(days, stage));

    [Fact]
    public void Every_stage_lowers_every_cadence_that_a_contract_can_have_and_none_beyond_half_a_year()
    {
        for (var days = 1; days <= 90; days++)
        {
            var stretched = Enum.GetValues<AutonomyStage>().Select(stage => AutonomyRule.Stretch(days, stage)).ToList();
            Assert.Equal(stretched.Distinct().Order(), stretched);
            Assert.InRange(stretched[^1], days, 180);
        }
    }

    /// <summary>Enough of everything for the last stage.</summary>
    private static Life Experienced()
    {
        var terms = Sample.Terms with { Milestones = [.. Sample.Terms.Milestones, new Milestone("Second board paper", "Accepted", [], null)] };
        var life = Life.Active(terms);
        life.Do(Sample.AsMentee, EntryTests.Complete(EntryKind.PlanItem));
        foreach (var kind in new[] { EntryKind.Experiment, EntryKind.Assignment, EntryKind.Experiment })
        {
            life.Do(Sample.AsMentee, EntryTests.Complete(kind)).Do(Sample.AsMentee, new MoveEntry(
                life.State.EntriesWritten, EntryStatus.Done, [.. EntryRules.Of(kind).AskedAtEnd.Select(field => new EntryText(field, "words"))]));
        }

        foreach (var title in terms.Milestones.Select(milestone => milestone.Title))
        {
            var evidence = life.Write(Sample.AsMentee, EntryKind.Evidence, Visibility.Pair, entry => entry with { Topic = title });
            life.Do(Sample.AsMentee, new MeetMilestone(title, evidence));
        }

        for (var number = 0; number < 3; number++)
        {
            life.Days(14).Do(Sample.AsMentor, new LogCheckIn(life.Now, 30, PairingSide.Mentee));
        }

        return life;
    }
}
