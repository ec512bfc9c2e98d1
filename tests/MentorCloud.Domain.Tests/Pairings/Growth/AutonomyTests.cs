using MentorCloud.Domain.Facts;
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
    public void Moving_up_is_asked_by_the_mentee_agreed_by_the_mentor_and_lowers_the_cadence_from_supported_on()
    {
        var life = Experienced();
        life.Try(Sample.AsMentor, new AskAutonomy(AutonomyStage.Guided)).Refused(ErrorCodes.PairingOtherSide);
        life.Try(Sample.AsMentor, new AnswerAutonomy(true)).Refused(ErrorCodes.AutonomyNotAsked);
        life.Do(Sample.AsMentee, new AskAutonomy(AutonomyStage.Guided)).Do(Sample.AsMentor, new AnswerAutonomy(true));
        Assert.Equal((AutonomyStage.Guided, 14), (life.State.Autonomy, life.State.CadenceDays));
        life.Do(Sample.AsMentee, new AskAutonomy(AutonomyStage.Supported)).Do(Sample.AsMentor, new AnswerAutonomy(true));
        Assert.Equal((AutonomyStage.Supported, 21), (life.State.Autonomy, life.State.CadenceDays));
        Assert.Equal(21, (life.State.Open(DutyKind.CheckIn)!.DueAt.Date - life.Now.Date).Days);
    }

    [Fact]
    public void Stages_cannot_be_skipped() =>
        Assert.Equal("stage", Experienced().Try(Sample.AsMentee, new AskAutonomy(AutonomyStage.Supported)).Refused(ErrorCodes.InputInvalid).Field);

    [Theory]
    [InlineData(14, AutonomyStage.Directed, 14)]
    [InlineData(7, AutonomyStage.Supported, 11)]
    [InlineData(7, AutonomyStage.Independent, 14)]
    [InlineData(80, AutonomyStage.Independent, 90)]
    public void Cadence_is_stretched_by_stage_up_to_ninety_days(int days, AutonomyStage stage, int stretched) =>
        Assert.Equal(stretched, AutonomyRule.Stretch(days, stage));

    private static Life Experienced()
    {
        var life = Life.Active();
        life.Do(Sample.AsMentee, EntryTests.Complete(EntryKind.PlanItem));
        foreach (var kind in new[] { EntryKind.Experiment, EntryKind.Assignment })
        {
            life.Do(Sample.AsMentee, EntryTests.Complete(kind)).Do(Sample.AsMentee, new MoveEntry(
                life.State.EntriesWritten, EntryStatus.Done, [.. EntryRules.Of(kind).AskedAtEnd.Select(field => new EntryText(field, "words"))]));
        }

        var evidence = life.Write(Sample.AsMentee, EntryKind.Evidence, Visibility.Pair, entry => entry with { Topic = "First board paper" });
        return life.Do(Sample.AsMentee, new MeetMilestone("First board paper", evidence))
            .Days(14).Do(Sample.AsMentor, new LogCheckIn(life.Now, 30, PairingSide.Mentee))
            .Days(14).Do(Sample.AsMentor, new LogCheckIn(life.Now, 30, PairingSide.Mentee));
    }
}
