using System.Globalization;
using MentorCloud.Domain.Facts;
using MentorCloud.Domain.Pairings.Cadence;
using MentorCloud.Domain.Pairings.Health;
using MentorCloud.Domain.Pairings;
using MentorCloud.Domain.Refusals;
using MentorCloud.Domain.Tests.Support;

namespace MentorCloud.Domain.Tests.Pairings.Cadence;

public sealed class ScheduleTests
{
    [Fact]
    public void A_contract_in_force_schedules_one_duty_of_every_kind()
    {
        var open = Sample.Active().Duties.Where(duty => duty.IsOpen).ToDictionary(duty => duty.Kind, duty => Day(duty.DueAt));
        Assert.Equal("2026-01-19", open[DutyKind.CheckIn]);
        Assert.Equal("2026-02-05", open[DutyKind.AlignmentCheck]);
        Assert.Equal("2026-04-06", open[DutyKind.Midcourse]);
        Assert.Equal("2026-04-05", open[DutyKind.PlanReview]);
        Assert.Equal("2026-01-12", open[DutyKind.Prompt]);
        Assert.Equal("2026-02-16", open[DutyKind.SafetyPulse]);
        Assert.Equal("2026-06-22", open[DutyKind.EndOfTerm]);
    }

    [Fact]
    public void NextDue_is_the_earliest_of_all()
    {
        var state = Sample.Active();
        Assert.Equal(state.Duties.Where(duty => duty.IsOpen).Min(duty => duty.DueAt), state.NextDue);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(60)]
    [InlineData(60 * 24)]
    [InlineData(60 * 24 * 30)]
    public void An_outage_of_any_length_does_each_step_exactly_once_as_a_timely_clock_does(int minutes)
    {
        var end = Sample.Start.AddDays(150);
        var timely = Life.Active().Until(end);
        var late = Life.Active();
        while (late.Now < end)
        {
            late.Wait(TimeSpan.FromMinutes(Math.Min(minutes, (end - late.Now).TotalMinutes)));
        }

        Assert.Equal(Keys(timely), Keys(late));
        Assert.Equal(timely.State.NextDue, late.State.NextDue);
        Assert.Equal(Keys(timely).Count, Keys(timely).Distinct().Count());
    }

    [Fact]
    public void A_tick_that_comes_twice_or_early_changes_nothing()
    {
        var state = Life.Active().Days(20).State;
        Assert.Same(state, PairingClock.Tick(state, Sample.Start.AddDays(20)).State);
    }

    [Fact]
    public void Alignment_checks_come_monthly_and_plan_reviews_quarterly()
    {
        var life = Life.Active().Until(Sample.Start.AddDays(120));
        var due = life.Facts.OfType<DutyFellDue>().ToList();
        Assert.Equal(["2026-02-05", "2026-03-05", "2026-04-05", "2026-05-05"], due.Where(fact => fact.Kind == DutyKind.AlignmentCheck).Select(fact => Day(fact.DueAt)));
        Assert.Single(due, fact => fact.Kind == DutyKind.PlanReview);
        Assert.Single(due, fact => fact.Kind == DutyKind.Midcourse);
    }

    [Fact]
    public void A_contract_that_nobody_signs_is_asked_for_every_week_and_reported()
    {
        var life = new Life(Sample.Published(), Sample.Start).Days(30);
        Assert.Equal(
            [nameof(DutyFellDue), nameof(DutyReminded), nameof(DutyReminded), nameof(DutyReminded), nameof(PairingHealthChanged)],
            life.Facts.Select(fact => fact.GetType().Name));
        Assert.Equal(HealthStatus.AtRisk, life.State.Health.Status);
    }

    [Fact]
    public void Midcourse_tells_whether_the_contract_is_to_be_amended()
    {
        var life = Life.Active().Days(95);
        life.Do(Sample.AsMentor, new HoldReview(DutyKind.Midcourse, life.Now, 90, AmendmentWanted: true));
        Assert.True(Assert.Single(life.Facts.OfType<MidcourseHeld>()).AmendmentWanted);
        Assert.Null(life.State.Open(DutyKind.Midcourse));
    }

    [Fact]
    public void A_safety_pulse_needs_both_answers_and_shows_nobody_either()
    {
        var life = Life.Active().Days(43).Do(Sample.AsMentor, new AnswerCheck(DutyKind.SafetyPulse, 2));
        Assert.Equal(1, life.State.Open(DutyKind.SafetyPulse)!.Number);
        life.Do(Sample.AsMentee, new AnswerCheck(DutyKind.SafetyPulse, 5));
        Assert.Equal(2, life.State.Open(DutyKind.SafetyPulse)!.Number);
        Assert.All(
            new[] { Sample.AsMentor, Sample.AsMentee, Sample.AsManager, Sample.AsSponsor },
            actor => Assert.All(
                PairingLife.For(life.State, actor).Duties.Where(duty => duty.Kind == DutyKind.SafetyPulse),
                duty => Assert.Null(duty.MentorScore ?? duty.MenteeScore)));
    }

    /// <summary>Row 33 to 36 and 55: from as many days before its day as it has days of grace, and not a day sooner.</summary>
    [Theory]
    [InlineData(DutyKind.AlignmentCheck, 7)]
    [InlineData(DutyKind.SafetyPulse, 7)]
    [InlineData(DutyKind.Midcourse, 21)]
    [InlineData(DutyKind.PlanReview, 14)]
    public void What_is_asked_at_times_is_not_answered_long_before(DutyKind kind, int days)
    {
        PairingCommand Command(Life life) => kind is DutyKind.AlignmentCheck or DutyKind.SafetyPulse
            ? new AnswerCheck(kind, 4) : new HoldReview(kind, life.Now, 60);
        var life = Life.Active().Until(Sample.Active().Open(kind)!.DueAt.AddDays(-days - 1));
        var refusal = life.Try(Sample.AsMentor, Command(life)).Refused(ErrorCodes.DutyTooEarly);
        Assert.Equal("kind", refusal.Field);
        Assert.Contains(Day(life.Now.AddDays(1)), refusal.Message, StringComparison.Ordinal);
        life.Days(1).Do(Sample.AsMentor, Command(life));
    }

    [Fact]
    public void Two_who_answer_on_the_first_day_make_no_stall()
    {
        var life = Life.Active();
        life.Try(Sample.AsMentor, new AnswerCheck(DutyKind.AlignmentCheck, 1)).Refused(ErrorCodes.DutyTooEarly);
        life.Try(Sample.AsMentee, new AnswerCheck(DutyKind.AlignmentCheck, 1)).Refused(ErrorCodes.DutyTooEarly);
        Assert.Equal((0, 0), (life.Count<RebalancingProposed>(), life.State.Tally(DutyKind.AlignmentCheck)!.Done));
    }

    private static List<string> Keys(Life life) =>
        [.. life.Facts.Where(fact => fact is not PairingHealthChanged).Select(fact => fact.ToString()).Order(StringComparer.Ordinal)];

    private static string Day(DateTimeOffset at) => at.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
