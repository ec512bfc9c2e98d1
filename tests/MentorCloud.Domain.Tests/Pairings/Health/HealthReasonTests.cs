using System.Globalization;
using MentorCloud.Domain.Pairings.Cadence;
using MentorCloud.Domain.Pairings.Contracts;
using MentorCloud.Domain.Pairings.Health;
using MentorCloud.Domain.Pairings.Practice;
using MentorCloud.Domain.Refusals;
using MentorCloud.Domain.Tests.Pairings.Practice;
using MentorCloud.Domain.Tests.Support;

namespace MentorCloud.Domain.Tests.Pairings.Health;

/// <summary>Every reason with what makes it, the moment at which it is there, and what takes it away.</summary>
public sealed class HealthReasonTests
{
    private static readonly ContractTerms Dated = Sample.Terms with { Milestones = [Sample.Terms.Milestones[0] with { DueOn = new DateOnly(2026, 1, 12) }] };

    public static TheoryData<HealthReason> All { get; } = [.. Enum.GetValues<HealthReason>()];

    [Theory]
    [MemberData(nameof(All))]
    public void Each_reason_is_found_and_gives_its_status(HealthReason reason)
    {
        var life = Make(reason);
        Assert.Contains(reason, life.State.Health.Reasons);
        Assert.True(life.State.Health.Status >= HealthRule.StatusOf(reason));
    }

    [Theory]
    [InlineData(HealthReason.MilestoneOverdue, "2026-01-20T05:00:00Z")]
    [InlineData(HealthReason.TermUndecided, "2026-07-06T15:00:00Z")]
    public void What_the_date_alone_changes_is_there_at_that_moment(HealthReason reason, string moment)
    {
        var at = DateTimeOffset.Parse(moment, CultureInfo.InvariantCulture);
        var life = Life.Active(Dated).Until(at.AddSeconds(-1));
        Assert.DoesNotContain(reason, life.State.Health.Reasons);
        Assert.Equal(at, life.State.NextDue);
        Assert.Contains(reason, life.Until(at).State.Health.Reasons);
    }

    [Fact]
    public void A_pause_moves_milestones_and_plan_items_that_are_not_done()
    {
        var life = Life.Active(Dated).Do(Sample.AsMentee, EntryTests.Complete(EntryKind.PlanItem) with { DueOn = new DateOnly(2026, 2, 1) });
        life.Do(Sample.AsMentee, new PausePairing(new DateOnly(2026, 3, 6), "Leave")).Until(Sample.Start.AddDays(61));
        Assert.Equal(new DateOnly(2026, 3, 13), life.State.ActiveContract!.Terms.Milestones[0].DueOn);
        Assert.Equal(new DateOnly(2026, 4, 2), Assert.Single(life.State.Entries).DueOn);
        Assert.DoesNotContain(HealthReason.MilestoneOverdue, life.State.Health.Reasons);
    }

    [Fact]
    public void A_missed_midcourse_is_held_late_and_is_no_reason_any_more()
    {
        var life = Make(HealthReason.MidcourseMissed).Do(Sample.AsMentor, new HoldReview(DutyKind.Midcourse, Sample.Start.AddDays(112), 60, AmendmentWanted: true));
        Assert.DoesNotContain(HealthReason.MidcourseMissed, life.State.Health.Reasons);
        Assert.Equal(new DutyTally(DutyKind.Midcourse, 2, 1, 1, 0), life.State.Tally(DutyKind.Midcourse));
        Assert.Equal(1, life.Count<MidcourseHeld>());
        life.Try(Sample.AsMentor, new HoldReview(DutyKind.Midcourse, life.Now, 60)).Refused(ErrorCodes.DutyNotScheduled);
    }

    [Theory]
    [InlineData(HealthReason.CheckInsSilent)]
    [InlineData(HealthReason.SessionsRatedLow)]
    [InlineData(HealthReason.MidcourseMissed)]
    public void Reasons_outlive_the_duties_that_go_to_pages(HealthReason reason)
    {
        var life = Make(reason);
        var cut = new Life(life.State with { Duties = life.State.Duties.RemoveAll(duty => !duty.IsOpen) }, life.Now);
        Assert.Contains(reason, cut.Do(Sample.AsMentee, new LogHours(life.Now, 1)).State.Health.Reasons);
    }

    [Fact]
    public void A_day_that_an_earlier_release_took_and_that_never_comes_is_no_reason()
    {
        var state = Sample.Active(Dated);
        var far = state.Contracts[0] with { Terms = Dated with { Milestones = [Dated.Milestones[0] with { DueOn = new DateOnly(9999, 12, 28) }] } };
        var life = new Life(state with { Contracts = [far] }, Sample.Start).Do(Sample.AsMentee, new PausePairing(new DateOnly(2026, 2, 6), "Leave"));
        Assert.DoesNotContain(HealthReason.MilestoneOverdue, life.Days(60).State.Health.Reasons);
    }

    private static Life Make(HealthReason reason) => reason switch
    {
        HealthReason.ContractDue => new Life(Sample.Published(), Sample.Start).Days(8),
        HealthReason.ContractUnsigned => new Life(Sample.Published(), Sample.Start).Days(22),
        HealthReason.CheckInMissed => Life.Active().Days(20),
        HealthReason.TwoCheckInsMissed => Life.Active().Days(34),
        HealthReason.CheckInsSilent => Life.Active().Days(48),
        HealthReason.NoProgress => Life.Active().Days(40),
        HealthReason.NoProgressRepeated => Life.Active().Days(68),
        HealthReason.MidcourseMissed => Life.Active().Days(113),
        HealthReason.MilestoneOverdue => Life.Active(Dated).Days(16),
        HealthReason.SessionsRatedLow => RatedLow(),
        HealthReason.TermUndecided => Life.Active().Days(182),
        _ => throw new ArgumentOutOfRangeException(nameof(reason)),
    };

    private static Life RatedLow()
    {
        var life = Life.Active();
        for (var number = 1; number <= RatedSession.Kept; number++)
        {
            life.Days(14).Do(Sample.AsMentor, new LogCheckIn(life.Now, 30)).Do(Sample.AsMentee, new RateSession(number, 2));
        }

        return life;
    }
}
