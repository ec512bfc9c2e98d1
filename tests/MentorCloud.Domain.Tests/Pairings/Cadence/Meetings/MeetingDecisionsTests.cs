using MentorCloud.Domain.Pairings;
using MentorCloud.Domain.Pairings.Cadence;
using MentorCloud.Domain.Pairings.Cadence.Meetings;
using MentorCloud.Domain.Pairings.Endings;
using MentorCloud.Domain.Refusals;
using MentorCloud.Domain.Tests.Support;

namespace MentorCloud.Domain.Tests.Pairings.Cadence.Meetings;

public sealed class MeetingDecisionsTests
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    [Fact]
    public void Meeting_is_told_with_the_side_that_invited_and_shown_to_the_pair_alone()
    {
        var life = Life.Active();
        var at = life.Now + Hour;

        life = life.Do(Sample.AsMentee, new InviteToMeeting(at.ToOffset(TimeSpan.FromHours(9)).AddTicks(7), 45));

        var meeting = Assert.Single(life.State.Meetings);
        Assert.Equal(new Meeting(1, at, 45, PairingSide.Mentee), meeting);
        Assert.Equal(TimeSpan.Zero, meeting.StartsAt.Offset);
        Assert.Equal(meeting, Assert.Single(life.Facts.OfType<MeetingInvited>()).Meeting);
        Assert.Equal([meeting], PairingLife.For(life.State, Sample.AsMentor).Meetings);
        Assert.Empty(PairingLife.For(life.State, Sample.AsManager).Meetings);
    }

    [Theory]
    [InlineData(-1, 60, "startsAt")]
    [InlineData(60 * 24 * 367, 60, "startsAt")]
    [InlineData(60, 14, "minutes")]
    [InlineData(60, 481, "minutes")]
    public void Time_or_length_out_of_range_is_refused_by_its_field(int ahead, int minutes, string field)
    {
        var life = Life.Active();

        var refusal = life.Try(Sample.AsMentor, new InviteToMeeting(life.Now.AddMinutes(ahead), minutes)).Refusal;

        Assert.Equal((ErrorCodes.InputInvalid, field), (refusal?.Code, refusal?.Field));
    }

    [Theory]
    [InlineData(0, 60, true)]
    [InlineData(30, 60, true)]
    [InlineData(-30, 60, true)]
    [InlineData(15, 15, true)]
    [InlineData(-30, 120, true)]
    [InlineData(60, 30, false)]
    [InlineData(-30, 30, false)]
    public void Meeting_within_the_time_of_another_is_refused_until_that_is_called_off(int later, int minutes, bool taken)
    {
        var life = Life.Active();
        var at = life.Now.AddDays(1);
        life = life.Do(Sample.AsMentor, new InviteToMeeting(at, 60));

        var refusal = life.Try(Sample.AsMentee, new InviteToMeeting(at.AddMinutes(later), minutes)).Refusal;

        Assert.Equal(taken ? (ErrorCodes.AlreadyExists, "startsAt") : ((string?)null, (string?)null), (refusal?.Code, refusal?.Field));
        Assert.Equal(taken ? 1 : 2, life.State.Meetings.Length);
        life.Do(Sample.AsMentor, new CallOffMeeting(1)).Do(Sample.AsMentee, new InviteToMeeting(at.AddMinutes(taken ? later : 0), minutes));
    }

    [Fact]
    public void Same_time_twice_is_refused_and_ten_lie_ahead_at_most_until_one_is_over()
    {
        var life = Life.Active();
        var start = life.Now;
        for (var number = 1; number <= MeetingDecisions.Most; number++)
        {
            life = life.Do(Sample.AsMentor, new InviteToMeeting(start + (number * Hour), 30));
        }

        life.Try(Sample.AsMentee, new InviteToMeeting(start + Hour, 60)).Refused(ErrorCodes.AlreadyExists);
        life.Try(Sample.AsMentee, new InviteToMeeting(start + (20 * Hour), 60)).Refused(ErrorCodes.LimitReached);

        life = life.Until(start + Hour + TimeSpan.FromMinutes(30)).Do(Sample.AsMentee, new InviteToMeeting(start + (20 * Hour), 60));
        Assert.Equal([.. Enumerable.Range(2, 10)], life.State.Meetings.Select(each => each.Number));
    }

    [Fact]
    public void Meeting_is_called_off_once_by_either_side_while_it_lies_ahead()
    {
        var life = Life.Active();
        life = life.Do(Sample.AsMentor, new InviteToMeeting(life.Now + Hour, 60)).Do(Sample.AsMentor, new InviteToMeeting(life.Now + (2 * Hour), 60));

        life = life.Do(Sample.AsMentee, new CallOffMeeting(1));

        Assert.Equal(1, Assert.Single(life.Facts.OfType<MeetingCalledOff>()).Meeting.Number);
        life.Try(Sample.AsMentee, new CallOffMeeting(1)).Refused(ErrorCodes.NotFound);
        life.Try(Sample.AsMentee, new CallOffMeeting(3)).Refused(ErrorCodes.NotFound);
        life.Wait((2 * Hour) + TimeSpan.FromSeconds(1)).Try(Sample.AsMentee, new CallOffMeeting(2)).Refused(ErrorCodes.NotFound);
        Assert.Equal(3, life.Do(Sample.AsMentee, new InviteToMeeting(life.Now + Hour, 60)).State.Meetings[^1].Number);
    }

    [Fact]
    public void Inviting_and_calling_off_in_turns_ends_at_twenty_until_time_has_passed()
    {
        var life = Life.Active();
        var at = life.Now + Hour;
        for (var number = 1; number <= MeetingDecisions.MostWithCalledOff; number++)
        {
            life = life.Do(Sample.AsMentor, new InviteToMeeting(at, 30)).Do(Sample.AsMentor, new CallOffMeeting(number));
        }

        life.Try(Sample.AsMentor, new InviteToMeeting(at, 30)).Refused(ErrorCodes.LimitReached);
        Assert.Single(life.Wait(2 * Hour).Do(Sample.AsMentor, new InviteToMeeting(at + (2 * Hour), 30)).State.Meetings);
    }

    [Fact]
    public void End_of_the_pairing_calls_off_what_lies_ahead()
    {
        var life = Life.Active();
        life = life.Do(Sample.AsMentor, new InviteToMeeting(life.Now + Hour, 60)).Do(Sample.AsMentor, new InviteToMeeting(life.Now + (3 * Hour), 60));

        life = life.Wait(2 * Hour).Do(Sample.AsManager, new ReportDeparture(PairingSide.Mentor));

        Assert.Equal(2, Assert.Single(life.Facts.OfType<MeetingCalledOff>()).Meeting.Number);
        Assert.Empty(life.State.Meetings);
        life.Try(Sample.AsMentor, new InviteToMeeting(life.Now + Hour, 60)).Refused(ErrorCodes.PairingEnded);
    }

    [Fact]
    public void Meeting_is_arranged_before_the_contract_is_signed_but_not_in_a_pause_nor_by_outsiders()
    {
        var contracting = new Life(Sample.Published(), Sample.Start);
        Assert.Single(contracting.Do(Sample.AsMentor, new InviteToMeeting(contracting.Now + Hour, 60)).State.Meetings);
        contracting.Try(Sample.AsManager, new InviteToMeeting(contracting.Now + Hour, 60)).Refused(ErrorCodes.NotFound);

        var life = Life.Active();
        life = life.Do(Sample.AsMentor, new InviteToMeeting(life.Now.AddDays(1), 60));
        life = life.Do(Sample.AsMentee, new PausePairing(DateOnly.FromDateTime(life.Now.Date).AddDays(20), "Leave"));
        life.Try(Sample.AsMentor, new InviteToMeeting(life.Now + Hour, 60)).Refused(ErrorCodes.PairingPaused);
        Assert.True(Assert.Single(life.Do(Sample.AsMentor, new CallOffMeeting(1)).State.Meetings).CalledOff);
    }
}
