using MentorCloud.Domain.Access;
using MentorCloud.Domain.Pairings.Cadence;
using MentorCloud.Domain.Pairings.Cases;
using MentorCloud.Domain.Pairings.Health;
using MentorCloud.Domain.Refusals;
using MentorCloud.Domain.Tests.Support;

namespace MentorCloud.Domain.Tests.Pairings.Cadence;

/// <summary>What one partner has answered, the other cannot wipe away.</summary>
public sealed class CallingOffTests
{
    [Theory]
    [InlineData(DutyKind.SafetyPulse, true)]
    [InlineData(DutyKind.SafetyPulse, false)]
    [InlineData(DutyKind.AlignmentCheck, true)]
    [InlineData(DutyKind.AlignmentCheck, false)]
    public void What_somebody_has_answered_cannot_be_called_off_by_either(DutyKind kind, bool byMentee)
    {
        var (one, other) = byMentee ? (Sample.AsMentee, Sample.AsMentor) : (Sample.AsMentor, Sample.AsMentee);
        var life = Life.Active();
        life.Until(life.State.Open(kind)!.DueAt).Do(one, new AnswerCheck(kind, 1));
        foreach (var actor in new Actor[] { other, one })
        {
            Assert.Equal("kind", life.Try(actor, new ExcuseDuty(kind, "no time")).Refused(ErrorCodes.DutyAnswered).Field);
        }

        Assert.Equal(1, life.Do(other, new AnswerCheck(kind, 5)).State.Tally(kind)!.Done);
    }

    [Theory]
    [InlineData(DutyKind.CheckIn, 14)]
    [InlineData(DutyKind.AlignmentCheck, 7)]
    [InlineData(DutyKind.Midcourse, 21)]
    [InlineData(DutyKind.PlanReview, 14)]
    [InlineData(DutyKind.Prompt, 7)]
    [InlineData(DutyKind.SafetyPulse, 7)]
    public void What_is_called_off_is_near_its_day_so_that_nobody_calls_off_a_whole_term(DutyKind kind, int days)
    {
        var life = Life.Active();
        if (kind is DutyKind.CheckIn or DutyKind.Prompt)
        {
            // The first lies as near as that when the contract is signed.
            life.Do(Sample.AsMentor, new ExcuseDuty(kind, "away"));
        }

        var open = life.State.Open(kind)!;
        life.Until(open.DueAt.AddDays(-days - 1));
        var refusal = life.Try(Sample.AsMentor, new ExcuseDuty(kind, "away")).Refused(ErrorCodes.DutyTooEarly);
        Assert.Equal("kind", refusal.Field);
        Assert.Contains($"{open.DueAt.AddDays(-days):yyyy-MM-dd}", refusal.Message, StringComparison.Ordinal);
        life.Until(open.DueAt.AddDays(-days)).Do(Sample.AsMentor, new ExcuseDuty(kind, "away"));
        Assert.Null(life.State.Duties.FirstOrDefault(duty => duty.Kind == kind && duty.Number == open.Number && duty.IsOpen));
    }

    [Theory]
    [InlineData(true, 0, 2)]
    [InlineData(false, 2, 0)]
    public void An_answer_to_a_pulse_counts_also_when_the_partner_stays_silent(bool byMentee, int mentor, int mentee)
    {
        var life = Life.Active();
        life.Until(life.State.Open(DutyKind.SafetyPulse)!.DueAt).Do(byMentee ? Sample.AsMentee : Sample.AsMentor, new AnswerCheck(DutyKind.SafetyPulse, 2));
        life.Days(8);
        Assert.Equal((1, 0), (life.State.Tally(DutyKind.SafetyPulse)!.Missed, life.State.Tally(DutyKind.SafetyPulse)!.Done));
        var row = Assert.Single(PairingRows.Of(life.State).OfType<PulseRow>());
        Assert.Equal((mentor, mentee, 202602), (row.MentorScore, row.MenteeScore, row.Month));
    }

    [Fact]
    public void A_pulse_that_nobody_answers_leaves_nothing() => Assert.Empty(Life.Active().Days(60).State.Pulses);

    [Fact]
    public void An_alignment_check_that_is_called_off_counts_neither_for_progress_nor_against_it()
    {
        var life = Life.Active().Days(40);
        Assert.Equal(1, ProgressRule.ChecksWithout(life.State));
        life.Until(life.State.Open(DutyKind.AlignmentCheck)!.DueAt).Do(Sample.AsMentor, new ExcuseDuty(DutyKind.AlignmentCheck, "Both away"));
        Assert.Equal(1, ProgressRule.ChecksWithout(life.State));
        life.Until(life.State.Open(DutyKind.AlignmentCheck)!.DueAt.AddDays(7));
        Assert.Equal((2, 1), (ProgressRule.ChecksWithout(life.State), life.Count<RebalancingProposed>()));
    }
}
