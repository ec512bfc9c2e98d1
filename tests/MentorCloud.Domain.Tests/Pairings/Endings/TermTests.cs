using MentorCloud.Domain.Facts;
using MentorCloud.Domain.Pairings.Cadence;
using MentorCloud.Domain.Pairings.Endings;
using MentorCloud.Domain.Pairings.Forgetting;
using MentorCloud.Domain.Pairings.Health;
using MentorCloud.Domain.Pairings;
using MentorCloud.Domain.Refusals;
using MentorCloud.Domain.Tests.Support;

namespace MentorCloud.Domain.Tests.Pairings.Endings;

public sealed class TermTests
{
    [Fact]
    public void Nothing_ends_by_silence()
    {
        var life = Life.Active().Until(Sample.End.AddDays(120));
        Assert.Equal((PairingStage.Active, PairingOutcome.None), (life.State.Stage, life.State.Outcome));
        Assert.Contains(HealthReason.TermUndecided, life.State.Health.Reasons);
        Assert.True(life.Facts.OfType<DutyReminded>().Count(fact => fact.Kind == DutyKind.EndOfTerm) >= 17);
        Assert.NotNull(life.State.NextDue);
    }

    [Theory]
    [InlineData(TermChoice.Rotate, PairingOutcome.Rotated)]
    [InlineData(TermChoice.Graduate, PairingOutcome.Graduated)]
    [InlineData(TermChoice.Close, PairingOutcome.Closed)]
    public void Both_sides_same_choice_ends_the_pairing_and_frees_both(TermChoice choice, PairingOutcome outcome)
    {
        var life = Life.Active().Until(Sample.End.AddDays(-7)).Do(Sample.AsMentee, new DecideTerm(choice));
        Assert.Equal(PairingStage.Active, life.State.Stage);
        life.Do(Sample.AsMentor, new DecideTerm(choice));
        Assert.Equal((PairingStage.Ended, outcome), (life.State.Stage, life.State.Outcome));
        Assert.Equal(PairingEffectKind.ReleaseSlots, Assert.Single(life.State.Effects).Kind);
        Assert.Equal(DateTimeOffset.UnixEpoch, life.State.NextDue);
        var told = PairingDecisions.FinishEffects(life.State, life.State.Effects).Ok();
        Assert.Null(told.NextStepAt);
        Assert.Equal(life.Now + RetentionRule.LookEvery, told.NextDue);
    }

    [Fact]
    public void The_same_side_twice_or_another_choice_agrees_to_nothing()
    {
        var life = Life.Active().Until(Sample.End.AddDays(-7)).Do(Sample.AsMentee, new DecideTerm(TermChoice.Close))
            .Do(Sample.AsMentee, new DecideTerm(TermChoice.Close)).Do(Sample.AsMentor, new DecideTerm(TermChoice.Rotate));
        Assert.Equal((PairingStage.Active, TermChoice.Rotate), (life.State.Stage, life.State.TermProposal!.Choice));
    }

    [Fact]
    public void Extend_moves_the_end_by_months_and_goes_on_with_every_rhythm()
    {
        var life = Life.Active().Until(Sample.End.AddDays(-7)).Do(Sample.AsMentee, new DecideTerm(TermChoice.Extend, 3))
            .Do(Sample.AsMentor, new DecideTerm(TermChoice.Extend, 3));
        Assert.Equal(new DateTimeOffset(2026, 10, 6, 15, 0, 0, TimeSpan.Zero), life.State.EndsAt);
        Assert.Equal(2, life.State.Open(DutyKind.EndOfTerm)!.Number);
        Assert.NotNull(life.State.Open(DutyKind.CheckIn));
        Assert.NotNull(life.State.Open(DutyKind.AlignmentCheck));
        Assert.Null(life.State.TermProposal);
    }

    [Fact]
    public void Partners_choose_an_end_only_when_it_is_near_and_managers_at_any_time()
    {
        Life.Active().Try(Sample.AsMentor, new DecideTerm(TermChoice.Close)).Refused(ErrorCodes.TermNotDue);
        Assert.Equal(PairingStage.Ended, Life.Active().Do(Sample.AsManager, new DecideTerm(TermChoice.Close)).State.Stage);
        Life.Active().Try(Sample.AsSponsor, new DecideTerm(TermChoice.Close)).Refused(ErrorCodes.NotFound);
    }

    [Theory]
    [InlineData(TermChoice.Extend, 13, "months is 13; expected 1 to 12.")]
    [InlineData(TermChoice.Close, 1, "months is 1; expected 0.")]
    public void Months_are_those_of_an_extension(TermChoice choice, int months, string words) =>
        Assert.Equal(words, Life.Active().Try(Sample.AsManager, new DecideTerm(choice, months)).Refused(ErrorCodes.InputInvalid).Message);

    [Fact]
    public void The_decision_cannot_be_called_off() =>
        Assert.Equal("kind", Life.Active().Try(Sample.AsMentor, new ExcuseDuty(DutyKind.EndOfTerm, "x")).Refused(ErrorCodes.InputInvalid).Field);

    [Fact]
    public void Commands_on_an_ended_pairing_are_refused()
    {
        var life = Life.Active().Do(Sample.AsManager, new DecideTerm(TermChoice.Close));
        life.Try(Sample.AsMentor, new LogCheckIn(life.Now, 30)).Refused(ErrorCodes.PairingEnded);
        life.Try(Sample.AsMentor, new RequestReassignment()).Refused(ErrorCodes.PairingEnded);
        life.Try(Sample.AsManager, new DecideTerm(TermChoice.Close)).Refused(ErrorCodes.PairingEnded);
    }
}
