using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using MentorCloud.Domain.Facts;
using MentorCloud.Domain.Pairings.Cadence;
using MentorCloud.Domain.Pairings.Contracts;
using MentorCloud.Domain.Pairings.Endings;
using MentorCloud.Domain.Pairings;
using MentorCloud.Domain.Refusals;
using MentorCloud.Domain.Tests.Pairings.Contracts;
using MentorCloud.Domain.Tests.Support;
using MentorCloud.Testing;

namespace MentorCloud.Domain.Tests.Pairings.Cadence;

public sealed class PauseTests
{
    [Fact]
    public void Every_open_due_date_and_the_end_move_with_the_pause()
    {
        var before = Sample.Active();
        var life = new Life(before, Sample.Start).Do(Sample.AsMentee, new PausePairing(new DateOnly(2026, 3, 1), "Parental leave"));
        Assert.Equal(DutyStatus.Scheduled, life.Days(20).State.Open(DutyKind.CheckIn)!.Status);
        life.Do(Sample.AsMentor, new ResumePairing());
        Assert.All(before.Duties.Where(duty => duty.IsOpen), duty => Assert.Equal(duty.DueAt.AddDays(20), life.State.Open(duty.Kind)!.DueAt, TimeSpan.FromHours(1)));
        Assert.Equal(before.EndsAt.AddDays(20), life.State.EndsAt);
        Assert.Equal(20, Assert.Single(life.Facts.OfType<PairingResumed>()).DaysMoved);
    }

    [Fact]
    public void Due_times_stay_at_nine_local_when_the_pause_crosses_daylight_saving()
    {
        var life = Life.Active().Do(Sample.AsMentee, new PausePairing(new DateOnly(2026, 3, 16), "Project"));
        life.Until(new DateTimeOffset(2026, 3, 16, 12, 0, 0, TimeSpan.Zero));
        Assert.Equal(PairingStage.Active, life.State.Stage);
        Assert.All(life.State.Duties.Where(duty => duty.IsOpen), duty => Assert.Equal(13, duty.DueAt.Hour));
    }

    [Fact]
    public void A_pause_ends_by_itself_on_its_day()
    {
        var life = Life.Active().Do(Sample.AsManager, new PausePairing(new DateOnly(2026, 1, 20), "Audit"));
        Assert.Equal(life.State.Pause!.ResumesAt, life.State.NextDue);
        Assert.Equal(PairingStage.Active, life.Days(60).State.Stage);
        Assert.Equal(15, Assert.Single(life.Facts.OfType<PairingResumed>()).DaysMoved);
    }

    [Theory]
    [InlineData(DutyKind.AlignmentCheck, "2026-05-15", "2026-06-04", "2026-07-05")]
    [InlineData(DutyKind.PlanReview, "2026-07-15", "2026-08-04", "2026-11-04")]
    public void A_month_later_stays_a_month_later_when_a_pause_has_moved_both(DutyKind kind, string first, string moved, string next)
    {
        // In force on 15 April, resting from 20 April to 10 May.
        var life = new Life(Sample.SignByBoth(ContractDecisionsTests.Proposed() with { EndsAt = At("2027-04-15") }, At("2026-04-15")), At("2026-04-15"));
        Assert.Equal(At(first).Date, life.State.Open(kind)!.DueAt.Date);
        life.Until(At("2026-04-20")).Do(Sample.AsMentee, new PausePairing(new DateOnly(2026, 5, 10), "Parental leave")).Until(At("2026-05-11"));
        Assert.Equal(At(moved).Date, life.State.Open(kind)!.DueAt.Date);
        life.Until(life.State.Open(kind)!.DueAt).Do(Sample.AsMentor, new ExcuseDuty(kind, "travelling"));
        Assert.Equal(At(next).Date, life.State.Open(kind)!.DueAt.Date);
    }

    [Fact]
    public void Neighbouring_due_dates_lie_a_step_apart_whatever_pauses_and_early_answers()
    {
        var steps = Gen.Choose(0, 40).Zip(Gen.Choose(1, 60)).Zip(Gen.Choose(0, 4)).ListOf(25);
        Check.One(Law.Cases(200), Prop.ForAll(steps.ToArbitrary(), all =>
        {
            var life = Life.Active(Sample.Terms with { CadenceDays = 10 });
            var due = new Dictionary<(DutyKind, int), DateTimeOffset>();
            foreach (var ((wait, rest), act) in all)
            {
                life.Days(wait);
                Act(life, rest, act);
                life.State.Duties.ToList().ForEach(duty => due[(duty.Kind, duty.Number)] = duty.DueAt);
            }

            Assert.All(due, one => Assert.True(
                !due.TryGetValue((one.Key.Item1, one.Key.Item2 + 1), out var next) || (next - one.Value).TotalDays > LeastStep(one.Key.Item1)));
        }));
    }

    [Fact]
    public void A_check_that_was_done_early_is_not_asked_for_again_after_a_pause_and_an_extension()
    {
        // The last check of the term falls due on 5 June; the next would on 5 July, after the end.
        var state = Sample.Active() with { EndsAt = At("2026-07-01") };
        var life = new Life(state, Sample.Start).Until(At("2026-05-30")).Do(Sample.AsMentor, new ExcuseDuty(DutyKind.AlignmentCheck, "x"));
        Assert.Null(life.State.Open(DutyKind.AlignmentCheck));
        life.Do(Sample.AsMentee, new PausePairing(new DateOnly(2026, 6, 19), "Leave")).Until(At("2026-06-20"));
        life.Do(Sample.AsManager, new DecideTerm(TermChoice.Extend, 6));
        Assert.Equal(At("2026-07-25").Date, life.State.Open(DutyKind.AlignmentCheck)!.DueAt.Date);
    }

    private static void Act(Life life, int rest, int act)
    {
        switch (act)
        {
            case 0:
                life.Try(Sample.AsMentee, new PausePairing(DateOnly.FromDateTime(life.Now.Date).AddDays(rest), "x"));
                break;
            case 1:
                life.Try(Sample.AsMentor, new ResumePairing());
                break;
            case 2:
                life.Try(Sample.AsMentor, new LogCheckIn(life.Now, 30));
                life.Try(Sample.AsMentor, new ExcuseDuty(DutyKind.AlignmentCheck, "x"));
                break;
            case 3:
                life.Try(Sample.AsManager, new DecideTerm(TermChoice.Extend, 1));
                break;
            default:
                life.Try(Sample.AsMentor, new AnswerCheck(DutyKind.AlignmentCheck, 3));
                life.Try(Sample.AsMentee, new AnswerCheck(DutyKind.AlignmentCheck, 3));
                break;
        }
    }

    /// <summary>Days, one less for daylight saving.</summary>
    private static int LeastStep(DutyKind kind) => kind switch
    {
        DutyKind.CheckIn => 9,
        DutyKind.AlignmentCheck => 27,
        DutyKind.PlanReview => 88,
        DutyKind.Prompt => 13,
        DutyKind.SafetyPulse => 41,
        _ => 0,
    };

    private static DateTimeOffset At(string day) => DateTimeOffset.Parse($"{day}T15:00Z", CultureInfo.InvariantCulture);

    [Theory]
    [InlineData(0)]
    [InlineData(-3)]
    [InlineData(181)]
    public void Pause_to_a_day_out_of_range_is_refused(int days)
    {
        var until = new DateOnly(2026, 1, 5).AddDays(days);
        Assert.Equal("until", Life.Active().Try(Sample.AsMentor, new PausePairing(until, "x")).Refused(ErrorCodes.InputInvalid).Field);
    }

    [Fact]
    public void Commands_on_a_paused_pairing_are_refused_and_resuming_an_active_one_too()
    {
        Life.Active().Try(Sample.AsMentor, new ResumePairing()).Refused(ErrorCodes.PairingNotPaused);
        var life = Life.Active().Do(Sample.AsMentee, new PausePairing(new DateOnly(2026, 3, 1), "Leave"));
        life.Try(Sample.AsMentor, new LogCheckIn(life.Now, 30)).Refused(ErrorCodes.PairingPaused);
        life.Try(Sample.AsMentor, new PausePairing(new DateOnly(2026, 3, 2), "x")).Refused(ErrorCodes.PairingPaused);
        life.Try(Sample.AsMentor, new DraftContract(Sample.Terms)).Refused(ErrorCodes.PairingPaused);
    }
}
