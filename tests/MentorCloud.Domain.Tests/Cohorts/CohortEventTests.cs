using MentorCloud.Domain.Cohorts.Events;
using MentorCloud.Domain.Facts;
using MentorCloud.Domain.Identifiers;
using MentorCloud.Domain.Refusals;
using MentorCloud.Domain.Tests.Support;

namespace MentorCloud.Domain.Tests.Cohorts;

public sealed class CohortEventTests
{
    private static readonly CohortEventId Id = Sample.Id<CohortEventId>(70);
    private static readonly PlanCohortEvent Wanted = new(Sample.Cohort, CohortEventKind.Roundtable, "Boards", Sample.Start.AddDays(7), 90);

    [Fact]
    public void People_are_invited_once_answer_and_are_recorded()
    {
        var invited = CohortEventDecisions.Invite(Planned(), [Sample.Mentor, Sample.Mentee, Sample.Mentor], Sample.Start).Ok();
        Assert.Equal(2, invited.Invitations.Length);
        Assert.Same(invited, CohortEventDecisions.Invite(invited, [Sample.Mentor], Sample.Start).Ok());
        var answered = CohortEventDecisions.Answer(invited, Sample.AsMentee, true, Sample.Start).Ok();
        CohortEventDecisions.Record(answered, [Sample.Mentee], "Good", Sample.Start).Refused(ErrorCodes.EventNotBegun);
        var recorded = CohortEventDecisions.Record(answered, [Sample.Mentee], "Good", Sample.Start.AddDays(8));
        Assert.Equal([InvitationStatus.Absent, InvitationStatus.Attended], recorded.Ok().Invitations.Select(each => each.Status));
        Assert.Equal(new CohortEventAttended(Id, 1, 1), Assert.Single(recorded.Facts));
    }

    [Fact]
    public void Who_is_not_invited_neither_finds_nor_answers_it()
    {
        var invited = CohortEventDecisions.Invite(Planned(), [Sample.Mentor, Sample.Mentee], Sample.Start).Ok();
        CohortEventDecisions.Answer(invited, Sample.AsStranger, true, Sample.Start).Refused(ErrorCodes.NotFound);
        Assert.Null(CohortEventDecisions.View(invited, Sample.AsStranger));
        Assert.Equal(Sample.Mentee, Assert.Single(CohortEventDecisions.View(invited, Sample.AsMentee)!.Invitations).Participant);
        Assert.Equal(2, CohortEventDecisions.View(invited, Sample.AsManager)!.Invitations.Length);
    }

    [Fact]
    public void Moving_asks_everybody_again_and_past_times_are_refused()
    {
        var invited = CohortEventDecisions.Invite(Planned(), [Sample.Mentee], Sample.Start).Ok();
        var answered = CohortEventDecisions.Answer(invited, Sample.AsMentee, true, Sample.Start).Ok();
        var moved = CohortEventDecisions.Plan(answered, Id, Wanted with { StartsAt = Wanted.StartsAt.AddDays(1) }, Sample.Start).Ok();
        Assert.Equal(InvitationStatus.Invited, moved.Invitations[0].Status);
        CohortEventDecisions.Plan(null, Id, Wanted with { StartsAt = Sample.Start }, Sample.Start).Refused(ErrorCodes.InputInvalid);
    }

    [Fact]
    public void An_event_that_was_called_off_or_has_begun_cannot_change()
    {
        var cancelled = CohortEventDecisions.Cancel(Planned(), Sample.Start).Ok();
        CohortEventDecisions.Invite(cancelled, [Sample.Mentee], Sample.Start).Refused(ErrorCodes.EventOver);
        CohortEventDecisions.Cancel(Planned(), Sample.Start.AddDays(8)).Refused(ErrorCodes.EventOver);
        Assert.Empty(CohortEventDecisions.Cancel(cancelled, Sample.Start).Facts);
    }

    private static CohortEventState Planned() => CohortEventDecisions.Plan(null, Id, Wanted, Sample.Start).Ok();
}
