using MentorCloud.Domain.Facts;
using MentorCloud.Domain.Pairings.Cadence;
using MentorCloud.Domain.Pairings.Contracts;
using MentorCloud.Domain.Pairings;
using MentorCloud.Domain.Refusals;
using MentorCloud.Domain.Tests.Support;

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
