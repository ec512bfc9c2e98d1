using MentorCloud.Domain.Cohorts.Matching;
using MentorCloud.Domain.Identifiers;
using MentorCloud.Domain.Pairings;
using MentorCloud.Domain.Pairings.Cases;
using MentorCloud.Domain.Pairings.Cover;
using MentorCloud.Domain.Pairings.Health;
using MentorCloud.Domain.Refusals;
using MentorCloud.Domain.Tests.Support;

namespace MentorCloud.Domain.Tests.Pairings.Cover;

/// <summary>The search for another mentor: rows 58 and 60.</summary>
public sealed class CoverDecisionsTests
{
    private static readonly DateTimeOffset Later = Sample.Start.AddDays(90);
    private static readonly ParticipantId Other = Sample.Id<ParticipantId>(12);

    [Fact]
    public void Alternatives_wait_for_a_decision_at_most_five_best_first()
    {
        var proposed = CoverDecisions.Propose(Opened(), [.. Enumerable.Range(12, 7).Select(Alternative)], Later);

        Assert.Equal(CoverStatus.Proposed, proposed.Ok().Status);
        Assert.Equal([.. Enumerable.Range(12, 5).Select(Alternative)], proposed.State!.Alternatives);
        Assert.Equal(CoverState.MostAlternatives, Assert.IsType<CoverProposed>(Assert.Single(proposed.Facts)).Alternatives);
        Assert.Same(proposed.State, CoverDecisions.Propose(proposed.State, [Alternative(20)], Later).Ok());
    }

    [Fact]
    public void Departure_after_a_stall_searches_anew_and_forgets_the_old_alternatives()
    {
        var again = Open(Proposed(), CoverReason.MentorLeft, Later);

        Assert.Equal((CoverStatus.Searching, CoverReason.MentorLeft, Later), (again.Status, again.Case.Reason, again.OpenedAt));
        Assert.Empty(again.Alternatives);
        Assert.True(again.IsAtWork);
    }

    [Fact]
    public void Same_or_an_earlier_fact_changes_nothing_and_what_is_being_placed_goes_on()
    {
        var proposed = Proposed();
        Assert.Same(proposed, Open(proposed, CoverReason.MentorLeft, Sample.Start));

        var placing = Open(CoverDecisions.Accept(proposed, Other, Later).Ok(), CoverReason.MentorLeft, Later);
        Assert.Equal((CoverStatus.Placing, Other, CoverReason.MentorLeft), (placing.Status, placing.Chosen, placing.Case.Reason));
    }

    [Fact]
    public void Recovery_or_end_lets_a_search_for_a_stall_lapse_and_it_takes_no_decision_any_more()
    {
        var decision = CoverDecisions.Lapse(Proposed(), PairingOutcome.Rotated, Later, Later);
        var lapsed = decision.Ok();

        Assert.Equal((CoverStatus.Lapsed, PairingOutcome.Rotated, Later), (lapsed.Status, lapsed.Ending, lapsed.ClosedAt));
        Assert.IsType<CoverLapsed>(Assert.Single(decision.Facts));
        Assert.False(Assert.IsType<CaseRow>(Assert.Single(lapsed.ToRows())).IsOpen);
        CoverDecisions.Accept(lapsed, Other, Later).Refused(ErrorCodes.CoverNotProposed);
        Assert.Same(lapsed, CoverDecisions.Propose(lapsed, [Alternative(12)], Later).Ok());
        Assert.Equal(CoverStatus.Searching, Open(lapsed, CoverReason.Stalled, Later.AddDays(1)).Status);
    }

    /// <summary>Whatever ends a pairing ends the search for its stall, but a granted request, which searches on.</summary>
    [Theory]
    [InlineData(PairingOutcome.Rotated, true)]
    [InlineData(PairingOutcome.Graduated, true)]
    [InlineData(PairingOutcome.Closed, true)]
    [InlineData(PairingOutcome.PartnerLeft, true)]
    [InlineData(PairingOutcome.NotBegun, true)]
    [InlineData(PairingOutcome.Reassigned, false)]
    public void End_of_a_pairing_takes_the_reason_of_a_search_for_its_stall(PairingOutcome outcome, bool takes) =>
        Assert.Equal(takes, CoverDecisions.TakesReason(new PairingEnded(Sample.Pairing, Sample.Cohort, Sample.Mentor, Sample.Mentee, outcome)));

    [Theory]
    [InlineData(HealthStatus.Stalled, HealthStatus.AtRisk, true)]
    [InlineData(HealthStatus.Stalled, HealthStatus.OnTrack, true)]
    [InlineData(HealthStatus.AtRisk, HealthStatus.OnTrack, false)]
    [InlineData(HealthStatus.AtRisk, HealthStatus.Stalled, false)]
    public void Way_out_of_a_stall_takes_the_reason_of_its_search(HealthStatus from, HealthStatus to, bool takes) =>
        Assert.Equal(takes, CoverDecisions.TakesReason(new PairingHealthChanged(Sample.Pairing, Sample.Cohort, from, to, [])));

    [Fact]
    public void Search_for_a_departure_does_not_lapse_nor_one_that_was_opened_after_the_recovery_or_is_being_placed()
    {
        var left = Open(null, CoverReason.MentorLeft, Sample.Start);
        Assert.Same(left, CoverDecisions.Lapse(left, null, Later, Later).Ok());

        var stalled = Opened();
        Assert.Same(stalled, CoverDecisions.Lapse(stalled, null, Sample.Start.AddTicks(-1), Later).Ok());

        var placing = CoverDecisions.Accept(Proposed(), Other, Later).Ok();
        Assert.Same(placing, CoverDecisions.Lapse(placing, PairingOutcome.Rotated, Later, Later).Ok());
    }

    [Fact]
    public void Choice_that_cannot_be_carried_out_leaves_the_others()
    {
        var proposed = CoverDecisions.Propose(Opened(), [Alternative(12), Alternative(13)], Later).Ok();
        var full = new Refusal(ErrorCodes.MentorCapacityExhausted, "Full.");

        var failed = CoverDecisions.Fail(CoverDecisions.Accept(proposed, Other, Later).Ok(), full, Later).Ok();

        Assert.Equal((CoverStatus.Proposed, full), (failed.Status, failed.Failure));
        Assert.Equal([Alternative(13)], failed.Alternatives);
        Assert.Equal("mentor", CoverDecisions.Accept(failed, Other, Later).Refused(ErrorCodes.InputInvalid).Field);
    }

    [Fact]
    public void Placed_and_declined_searches_are_closed_for_good_or_until_another_reason()
    {
        var placed = CoverDecisions.Place(CoverDecisions.Accept(Proposed(), Other, Later).Ok(), Later).Ok();
        Assert.Same(placed, Open(placed, CoverReason.MentorLeft, Later.AddDays(1)));

        var declined = CoverDecisions.Decline(Proposed(), Later).Ok();
        CoverDecisions.Search(declined, Later).Refused(ErrorCodes.CoverNotProposed);
        Assert.Equal(CoverStatus.Searching, Open(declined, CoverReason.MentorLeft, Later.AddDays(1)).Status);
    }

    private static CoverState Opened() => Open(null, CoverReason.Stalled, Sample.Start);

    private static CoverState Proposed() => CoverDecisions.Propose(Opened(), [Alternative(12)], Sample.Start).Ok();

    private static CoverState Open(CoverState? state, CoverReason reason, DateTimeOffset at) => CoverDecisions.Open(
        state, Sample.Tenant, new OpenCover(Sample.Pairing, Sample.Cohort, Sample.Mentor, Sample.Mentee, reason), at, at).Ok();

    private static Proposal Alternative(int mentor) => new(Sample.Id<ParticipantId>(mentor), Sample.Mentee, 1, []);
}
