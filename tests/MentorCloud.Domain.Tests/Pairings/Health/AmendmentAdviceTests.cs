using MentorCloud.Domain.Pairings.Cadence;
using MentorCloud.Domain.Pairings.Contracts;
using MentorCloud.Domain.Pairings.Growth;
using MentorCloud.Domain.Pairings.Health;
using MentorCloud.Domain.Pairings.Practice;
using MentorCloud.Domain.Privacy;
using MentorCloud.Domain.Tests.Support;

namespace MentorCloud.Domain.Tests.Pairings.Health;

/// <summary>Row 51 as a table: each piece of advice comes at its limit and not below it.</summary>
public sealed class AmendmentAdviceTests
{
    [Theory]
    [InlineData(1, false)]
    [InlineData(2, true)]
    public void Two_of_the_last_four_check_ins_missed_advise_on_the_cadence(int missed, bool advised)
    {
        var life = Life.Active(Sample.Terms with { CadenceDays = 7 });
        while (life.State.Tally(DutyKind.CheckIn)!.Missed < missed)
        {
            life.Days(1);
        }

        Check(AmendmentAdvice.Cadence, advised, life);
    }

    [Fact]
    public void Missed_check_ins_that_four_held_ones_follow_advise_on_nothing()
    {
        var life = Life.Active(Sample.Terms with { CadenceDays = 7 }).Days(21);
        for (var week = 0; week < 4; week++)
        {
            life.Do(Sample.AsMentor, new LogCheckIn(life.Now, 30)).Days(7);
        }

        Check(AmendmentAdvice.Cadence, false, life);
    }

    [Theory]
    [InlineData(new[] { 3 }, false)]
    [InlineData(new[] { 2 }, true)]
    [InlineData(new[] { 1, 3, 3, 3 }, false)]
    [InlineData(new[] { 5, 3, 3, 2 }, true)]
    public void Mentoring_rated_below_three_over_the_last_three_advises_on_the_mentors_role(int[] scores, bool advised)
    {
        var life = Life.Active();
        foreach (var score in scores)
        {
            life.Do(Sample.AsMentee, new RateMentoring(score)).Days(1);
        }

        Check(AmendmentAdvice.MentorRole, advised, life);
    }

    [Theory]
    [InlineData(new[] { 2, 2 }, false)]
    [InlineData(new[] { 2, 2, 2 }, true)]
    [InlineData(new[] { 2, 2, 4 }, false)]
    public void Three_sessions_rated_below_two_and_a_half_advise_on_the_sessions(int[] scores, bool advised)
    {
        var life = Life.Active(Sample.Terms with { CadenceDays = 7 });
        foreach (var (score, number) in scores.Select((score, place) => (score, place + 1)))
        {
            life.Days(7).Do(Sample.AsMentor, new LogCheckIn(life.Now, 30)).Do(Sample.AsMentee, new RateSession(number, score));
        }

        Check(AmendmentAdvice.Sessions, advised, life);
    }

    [Theory]
    [InlineData(240, false)]
    [InlineData(241, true)]
    public void Month_above_the_contracts_hours_advises_on_the_hours(int minutes, bool advised) =>
        Check(AmendmentAdvice.Hours, advised, Life.Active().Days(1).Do(Sample.AsMentor, new LogHours(Sample.Start, minutes)));

    [Theory]
    [InlineData(3, false)]
    [InlineData(2, true)]
    public void Alignment_check_without_progress_advises_on_the_objectives(int score, bool advised)
    {
        var life = Life.Active().Until(Sample.Start.AddDays(32));
        life.Do(Sample.AsMentor, new AnswerCheck(DutyKind.AlignmentCheck, score)).Do(Sample.AsMentee, new AnswerCheck(DutyKind.AlignmentCheck, score));
        Check(AmendmentAdvice.Objectives, advised, life);
    }

    [Theory]
    [InlineData(4, 0, false)]
    [InlineData(5, 0, true)]
    [InlineData(9, 1, false)]
    [InlineData(10, 1, true)]
    [InlineData(1, 4, false)]
    [InlineData(1, 5, true)]
    [InlineData(0, 5, true)]
    public void Feedback_of_nearly_one_tone_advises_on_its_balance(int praise, int critique, bool advised)
    {
        var life = Life.Active().Days(1);
        for (var number = 0; number < praise + critique; number++)
        {
            life.Write(Sample.AsMentor, EntryKind.Feedback, Visibility.Pair, entry => entry with
            {
                Tone = number < praise ? FeedbackTone.Praise : FeedbackTone.Critique, HappenedAt = life.Now.AddHours(-number),
            });
        }

        Check(AmendmentAdvice.FeedbackBalance, advised, life);
        Assert.Equal((double)praise / (praise + critique), life.State.Feedback.PraiseShare);
        Assert.Equal(TimeSpan.FromHours((praise + critique - 1) / 2.0), life.State.Feedback.MeanLatency);
    }

    [Fact]
    public void Pairing_without_feedback_has_no_balance_and_no_latency()
    {
        Assert.Null(Life.Active().State.Feedback.PraiseShare);
        Assert.Null(Life.Active().State.Feedback.MeanLatency);
        Assert.Empty(AmendmentAdvisor.Of(Life.Active().State));
    }

    private static void Check(AmendmentAdvice advice, bool advised, Life life) => Assert.Equal(advised, AmendmentAdvisor.Of(life.State).Contains(advice));
}
