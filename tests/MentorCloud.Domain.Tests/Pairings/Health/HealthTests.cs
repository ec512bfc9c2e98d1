using MentorCloud.Domain.Facts;
using MentorCloud.Domain.Pairings.Cadence;
using MentorCloud.Domain.Pairings.Contracts;
using MentorCloud.Domain.Pairings.Health;
using MentorCloud.Domain.Pairings.Practice;
using MentorCloud.Domain.Privacy;
using MentorCloud.Domain.Tests.Support;

namespace MentorCloud.Domain.Tests.Pairings.Health;

public sealed class HealthTests
{
    [Theory]
    [InlineData(1, HealthStatus.Drifting, HealthReason.CheckInMissed)]
    [InlineData(2, HealthStatus.AtRisk, HealthReason.TwoCheckInsMissed)]
    [InlineData(3, HealthStatus.Stalled, HealthReason.CheckInsSilent)]
    public void Missed_check_ins_in_a_row_make_it_worse(int missed, HealthStatus status, HealthReason reason)
    {
        var life = Life.Active(Sample.Terms with { CadenceDays = 7 }).Until(new DateTimeOffset(2026, 1, 17, 15, 0, 0, TimeSpan.Zero).AddDays(7 * (missed - 1)));
        Assert.Equal(status, life.State.Health.Status);
        Assert.Contains(reason, life.State.Health.Reasons);
        Assert.Equal(missed, life.Facts.OfType<PairingHealthChanged>().Count());
    }

    [Fact]
    public void A_check_in_that_is_held_brings_it_back_on_track()
    {
        var life = Life.Active().Days(20);
        Assert.Equal(HealthStatus.Drifting, life.State.Health.Status);
        life.Do(Sample.AsMentor, new LogCheckIn(life.Now, 30));
        Assert.Equal(HealthStatus.OnTrack, life.State.Health.Status);
    }

    [Fact]
    public void Two_alignment_checks_without_progress_become_one_rebalancing_proposal()
    {
        var life = Diligent(1, 2);
        Assert.Equal(1, life.Count<RebalancingProposed>());
        Assert.Equal((HealthStatus.Stalled, true), (life.State.Health.Status, life.State.Health.Reasons.Contains(HealthReason.NoProgressRepeated)));
        Assert.Contains(AmendmentAdvice.Objectives, AmendmentAdvisor.Of(life.State));
    }

    [Fact]
    public void Progress_in_between_begins_the_count_anew()
    {
        var life = Diligent(1, 5, 1);
        Assert.Equal(0, life.Count<RebalancingProposed>());
        Assert.Equal([HealthReason.NoProgress], life.State.Health.Reasons);
    }

    [Fact]
    public void A_milestone_met_is_progress_whatever_the_scores_say()
    {
        var life = Diligent(1).Days(1);
        var evidence = life.Write(Sample.AsMentee, EntryKind.Evidence, Visibility.Pair, entry => entry with { Topic = "First board paper" });
        life.Do(Sample.AsMentee, new MeetMilestone("First board paper", evidence));
        Check(life, 1);
        Assert.Equal(0, ProgressRule.ChecksWithout(life.State));
    }

    [Fact]
    public void A_milestone_past_its_day_is_a_reason_until_it_is_met()
    {
        var terms = Sample.Terms with { Milestones = [Sample.Terms.Milestones[0] with { DueOn = new DateOnly(2026, 1, 6) }] };
        var life = Life.Active(terms).Days(15);
        Assert.Equal([HealthReason.MilestoneOverdue], life.State.Health.Reasons);
    }

    /// <summary>Holds every check-in, and answers one alignment check with each score.</summary>
    private static Life Diligent(params int[] scores)
    {
        var life = Life.Active();
        foreach (var score in scores)
        {
            Check(life, score);
        }

        return life;
    }

    private static void Check(Life life, int score)
    {
        var due = life.State.Open(DutyKind.AlignmentCheck)!.DueAt;
        while (life.State.Open(DutyKind.CheckIn) is { } next && next.DueAt <= due)
        {
            life.Until(next.DueAt).Do(Sample.AsMentor, new LogCheckIn(life.Now, 30));
        }

        life.Until(due).Do(Sample.AsMentor, new AnswerCheck(DutyKind.AlignmentCheck, score)).Do(Sample.AsMentee, new AnswerCheck(DutyKind.AlignmentCheck, score));
    }
}
