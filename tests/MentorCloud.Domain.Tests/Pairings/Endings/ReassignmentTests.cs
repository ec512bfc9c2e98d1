using MentorCloud.Domain.Cohorts;
using MentorCloud.Domain.Facts;
using MentorCloud.Domain.Pairings.Cases;
using MentorCloud.Domain.Pairings.Endings;
using MentorCloud.Domain.Pairings.Health;
using MentorCloud.Domain.Pairings.Practice;
using MentorCloud.Domain.Pairings;
using MentorCloud.Domain.Privacy;
using MentorCloud.Domain.Refusals;
using MentorCloud.Domain.Tests.Support;

namespace MentorCloud.Domain.Tests.Pairings.Endings;

public sealed class ReassignmentTests
{
    [Fact]
    public void A_request_is_seen_by_who_made_it_and_by_managers_alone()
    {
        var life = Life.Active().Do(Sample.AsMentee, new RequestReassignment());
        Assert.Single(PairingLife.For(life.State, Sample.AsMentee).Reassignments);
        Assert.Single(PairingLife.For(life.State, Sample.AsManager).Reassignments);
        Assert.Empty(PairingLife.For(life.State, Sample.AsMentor).Reassignments);
        Assert.Empty(PairingLife.For(life.State, Sample.AsSponsor).Reassignments);
        Assert.Equal(HealthStatus.OnTrack, life.State.Health.Status);
    }

    [Fact]
    public void Each_side_has_a_request_of_its_own_and_sees_nothing_of_the_others()
    {
        var life = Life.Active().Do(Sample.AsMentee, new RequestReassignment()).Days(1);
        var before = PairingLife.For(life.State, Sample.AsMentor).Reassignments;
        life.Do(Sample.AsMentor, new RequestReassignment()).Do(Sample.AsMentor, new RequestReassignment());

        Assert.Empty(before);
        Assert.Equal(new ReassignmentRequest(PairingSide.Mentor, life.Now), Assert.Single(PairingLife.For(life.State, Sample.AsMentor).Reassignments));
        Assert.Equal(PairingSide.Mentee, Assert.Single(PairingLife.For(life.State, Sample.AsMentee).Reassignments).By);
        Assert.Equal(2, life.Count<ReassignmentRequested>());
        Assert.Equal([1, 2], PairingRows.Of(life.State).OfType<CaseRow>().Where(each => each.IsOpen).Select(each => each.Number));
        Assert.Equal(2, life.Days(7).Count<ReassignmentReminded>());
    }

    [Fact]
    public void Of_two_requests_one_is_declined_by_its_side_and_granting_answers_both()
    {
        var life = Life.Active().Do(Sample.AsMentee, new RequestReassignment()).Do(Sample.AsMentor, new RequestReassignment());
        Assert.Equal("side", life.Try(Sample.AsManager, new AnswerReassignment(false)).Refused(ErrorCodes.InputInvalid).Field);

        life.Do(Sample.AsManager, new AnswerReassignment(false, PairingSide.Mentor));
        Assert.Equal("side", life.Try(Sample.AsManager, new AnswerReassignment(false, PairingSide.Mentor)).Refused(ErrorCodes.ReassignmentNotRequested).Field);
        Assert.Null(Assert.Single(PairingLife.For(life.State, Sample.AsMentee).Reassignments).Answer);

        life.Do(Sample.AsMentor, new RequestReassignment()).Do(Sample.AsManager, new AnswerReassignment(true, PairingSide.Mentee));
        Assert.Equal([true, true], life.State.Reassignments.Select(each => each.Answer));
        Assert.Equal((1, 3), (life.Count<CoverNeeded>(), life.Count<ReassignmentAnswered>()));
    }

    [Fact]
    public void An_unanswered_request_reminds_the_program_every_week()
    {
        var life = Life.Active().Do(Sample.AsMentor, new RequestReassignment()).Until(Sample.Start.AddDays(22));
        Assert.Equal(3, life.Count<ReassignmentReminded>());
    }

    [Fact]
    public void Granting_ends_without_fault_and_asks_for_cover()
    {
        var life = Life.Active().Do(Sample.AsMentor, new RequestReassignment()).Do(Sample.AsManager, new AnswerReassignment(true));
        Assert.Equal(PairingOutcome.Reassigned, life.State.Outcome);
        Assert.Equal(Sample.Mentee, Assert.Single(life.Facts.OfType<CoverNeeded>()).Mentee);
    }

    [Fact]
    public void Declining_ends_nothing_and_answering_without_request_is_refused()
    {
        var life = Life.Active().Do(Sample.AsMentor, new RequestReassignment()).Do(Sample.AsManager, new AnswerReassignment(false));
        Assert.Equal(PairingStage.Active, life.State.Stage);
        life.Try(Sample.AsManager, new AnswerReassignment(true)).Refused(ErrorCodes.ReassignmentNotRequested);
        life.Try(Sample.AsMentor, new AnswerReassignment(true)).Refused(ErrorCodes.NotFound);
    }

    [Theory]
    [InlineData(PairingSide.Mentor, 1)]
    [InlineData(PairingSide.Mentee, 0)]
    public void A_departure_ends_at_once_and_asks_cover_for_a_mentee_who_stays(PairingSide side, int cover)
    {
        var life = Life.Active().Do(Sample.AsManager, new ReportDeparture(side));
        Assert.Equal((PairingOutcome.PartnerLeft, Sample.Start, cover), (life.State.Outcome, life.State.EndedAt, life.Count<CoverNeeded>()));
    }

    [Fact]
    public void The_mentee_alone_chooses_the_handover_and_never_what_the_mentor_keeps_private()
    {
        var life = Life.Active();
        var mine = life.Write(Sample.AsMentee, EntryKind.Journal, Visibility.Author);
        var shared = life.Write(Sample.AsMentor, EntryKind.Note, Visibility.Pair);
        var hidden = life.Write(Sample.AsMentor, EntryKind.Note, Visibility.Author);
        life.Try(Sample.AsMentor, new ChooseHandover([shared])).Refused(ErrorCodes.PairingOtherSide);
        life.Try(Sample.AsMentee, new ChooseHandover([hidden])).Refused(ErrorCodes.InputInvalid);
        life.Do(Sample.AsManager, new DecideTerm(TermChoice.Rotate)).Do(Sample.AsMentee, new ChooseHandover([mine, shared, shared]));
        Assert.Equal([mine, shared], life.State.Handover);
    }

    [Fact]
    public void Peer_never_hands_on_what_the_other_keeps_private()
    {
        var active = Life.Active().State;
        var life = new Life(active with { Origin = active.Origin with { Type = ProgramType.Peer } }, Sample.Start);
        var theirs = life.Write(Sample.AsMentee, EntryKind.Journal, Visibility.Author);
        var own = life.Write(Sample.AsMentor, EntryKind.Journal, Visibility.Author);
        life.Try(Sample.AsMentor, new ChooseHandover([theirs])).Refused(ErrorCodes.PairingOtherSide);
        life.Try(Sample.AsMentor, new ChooseHandover([own])).Refused(ErrorCodes.PairingOtherSide);
        life.Try(Sample.AsMentee, new ChooseHandover([own])).Refused(ErrorCodes.InputInvalid);
        life.Do(Sample.AsMentee, new ChooseHandover([theirs]));
    }
}
