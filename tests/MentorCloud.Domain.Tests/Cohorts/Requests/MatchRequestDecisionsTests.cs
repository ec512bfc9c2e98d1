using MentorCloud.Domain.Cohorts;
using MentorCloud.Domain.Cohorts.Matching;
using MentorCloud.Domain.Cohorts.Pairs;
using MentorCloud.Domain.Cohorts.Requests;
using MentorCloud.Domain.Identifiers;
using MentorCloud.Domain.Pairings;
using MentorCloud.Domain.People;
using MentorCloud.Domain.Refusals;
using MentorCloud.Domain.Tests.Support;

namespace MentorCloud.Domain.Tests.Cohorts.Requests;

public sealed class MatchRequestDecisionsTests
{
    private static readonly MatchPair Pair = new(Sample.Mentor, Sample.Mentee);

    private static readonly MatchOffer Offer = new(Sample.Cohort, Pair, PairingSide.Mentee, 1, 500, [], []);

    private static readonly DateTimeOffset Due = Sample.Start.AddDays(4);

    [Fact]
    public void Request_waits_seven_days_with_a_reminder_at_half()
    {
        var request = Sent();

        Assert.Equal((Due, Sample.Start.AddDays(7), Due), (request.RemindAt, request.ExpiresAt, request.NextDue!.Value));
        Assert.Equal((Sample.Mentor, Sample.Mentee), (request.Asked, request.Asking));
    }

    [Fact]
    public void Unanswered_request_is_reminded_once_and_then_expires_and_tells_both_each_time()
    {
        var reminded = MatchRequestDecisions.Tick(Sent(), Due);
        Assert.Equal(Sample.Mentee, Assert.IsType<MatchRequestReminded>(Assert.Single(reminded.Facts)).Mentee);
        Assert.Same(reminded.Ok(), MatchRequestDecisions.Tick(reminded.Ok(), Due.AddDays(1)).Ok());

        var expired = MatchRequestDecisions.Tick(reminded.Ok(), Sample.Start.AddDays(7));

        Assert.Equal((MatchRequestStatus.Expired, (DateTimeOffset?)null), (expired.Ok().Status, expired.Ok().NextDue));
        Assert.Equal(MatchRequestStatus.Expired, Assert.IsType<MatchRequestEnded>(Assert.Single(expired.Facts)).Status);
    }

    [Fact]
    public void Reminder_that_an_outage_delayed_leaves_the_other_side_its_days()
    {
        var late = Sample.Start.AddDays(20);

        var reminded = MatchRequestDecisions.Tick(Sent(), late).Ok();

        Assert.Equal((MatchRequestStatus.Open, late.AddDays(3)), (reminded.Status, reminded.ExpiresAt));
    }

    [Fact]
    public void Answer_after_expiry_is_refused_even_before_the_timer_rang()
    {
        var reminded = MatchRequestDecisions.Tick(Sent(), Due).Ok();

        MatchRequestDecisions.Accept(reminded, Sample.AsMentor, Sample.Start.AddDays(7)).Refused(ErrorCodes.MatchRequestOver);
        Assert.Equal(MatchRequestStatus.Accepting, MatchRequestDecisions.Accept(reminded, Sample.AsMentor, Sample.Start.AddDays(6)).Ok().Status);
    }

    [Fact]
    public void Each_side_can_do_its_own_part_only()
    {
        MatchRequestDecisions.Accept(Sent(), Sample.AsMentee, Due).Refused(ErrorCodes.MatchRequestOtherSide);
        MatchRequestDecisions.Decline(Sent(), Sample.AsMentee, Due).Refused(ErrorCodes.MatchRequestOtherSide);
        MatchRequestDecisions.Withdraw(Sent(), Sample.AsMentor, Due).Refused(ErrorCodes.MatchRequestOtherSide);
        MatchRequestDecisions.Accept(Sent(), Sample.AsStranger, Due).Refused(ErrorCodes.NotFound);
        MatchRequestDecisions.Decline(Sent(), Sample.AsManager, Due).Refused(ErrorCodes.NotFound);
        Assert.Equal(ErrorCodes.NotFound, MatchRequestDecisions.RefuseViewer(Sent(), Sample.AsStranger)?.Code);
        Assert.Null(MatchRequestDecisions.RefuseViewer(Sent(), Sample.AsManager));
    }

    [Fact]
    public void Ended_request_stays_ended_and_repetition_changes_nothing()
    {
        var declined = MatchRequestDecisions.Decline(Sent(), Sample.AsMentor, Due).Ok();

        Assert.Same(declined, MatchRequestDecisions.Decline(declined, Sample.AsMentor, Due).Ok());
        MatchRequestDecisions.Accept(declined, Sample.AsMentor, Due).Refused(ErrorCodes.MatchRequestOver);
        MatchRequestDecisions.Withdraw(declined, Sample.AsMentee, Due).Refused(ErrorCodes.MatchRequestOver);
        Assert.Same(declined, MatchRequestDecisions.Tick(declined, Due.AddDays(30)).Ok());
    }

    [Fact]
    public void Two_people_have_one_request_at_a_time_from_whichever_side()
    {
        var back = Offer with { By = PairingSide.Mentor };

        MatchRequestDecisions.Send(Sent(), Sample.AsMentor, Context(), back, Due).Refused(ErrorCodes.MatchRequestOpen);
        var declined = MatchRequestDecisions.Decline(Sent(), Sample.AsMentor, Due).Ok();
        var again = MatchRequestDecisions.Send(declined, Sample.AsMentor, Context(), back, Due).Ok();

        Assert.Equal((2, declined.Id, PairingSide.Mentor), (again.Number, again.Id, again.Offer.By));
        Assert.NotEqual(declined.Pairing, again.Pairing);
    }

    [Fact]
    public void Refused_place_lets_the_request_wait_unless_the_mentee_has_a_mentor()
    {
        var accepting = MatchRequestDecisions.Accept(Sent(), Sample.AsMentor, Due).Ok();

        var open = MatchRequestDecisions.Reopen(accepting, new Refusal(ErrorCodes.MentorCapacityExhausted, "Full."), Due);
        var over = MatchRequestDecisions.Reopen(accepting, new Refusal(ErrorCodes.MenteeAlreadyPaired, "Paired."), Due);

        Assert.Equal(MatchRequestStatus.Open, open.Ok().Status);
        Assert.Equal(ErrorCodes.MentorCapacityExhausted, Assert.IsType<MatchRequestRefused>(Assert.Single(open.Facts)).Code);
        Assert.Equal(MatchRequestStatus.Overtaken, over.Ok().Status);
    }

    [Fact]
    public void Matched_request_is_at_work_until_the_pairing_was_told()
    {
        var matched = MatchRequestDecisions.Match(MatchRequestDecisions.Accept(Sent(), Sample.AsMentor, Due).Ok(), Due).Ok();

        Assert.True(matched.IsAtWork);
        Assert.Null(MatchRequestDecisions.Tell(matched).Ok().NextDue);
        Assert.Equal(matched.Pairing, matched.ToRow().Pairing);
    }

    [Theory]
    [InlineData(ChoosingMode.Closed, 1, ErrorCodes.ChoosingClosed)]
    [InlineData(ChoosingMode.Hybrid, 11, ErrorCodes.CandidateNotOffered)]
    [InlineData(ChoosingMode.Hybrid, 10, null)]
    [InlineData(ChoosingMode.SelfMatch, 500, null)]
    public void Mode_of_the_cohort_says_who_may_be_asked(ChoosingMode mode, int rank, string? code) =>
        Assert.Equal(code, Send(Context(mode), Offer with { Rank = rank }).Refusal?.Code);

    [Fact]
    public void Hard_rules_vetoes_pins_and_places_refuse()
    {
        MatchRequestContext[] closed =
        [
            Context() with { Rules = Rules(PairRuleKind.Veto, Pair) },
            Context() with { Rules = Rules(PairRuleKind.Pin, Pair with { Mentor = Sample.Id<ParticipantId>(99) }) },
            Context() with { Mentor = Person(Sample.Mentor, ParticipantKind.Mentor, 1) },
        ];
        var refusal = Send(Context(), Offer with { ForbiddenBy = [MatchRule.ReportingLine] }).Refusal!;

        // One sentence for all: why the other cannot be asked is nobody's business but the managers'.
        Assert.Equal(ErrorCodes.CandidateNotOffered, refusal.Code);
        Assert.All(closed, context => Assert.Equal(refusal, Send(context, Offer).Refusal));
        Send(Context() with { Mentee = Person(Sample.Mentee, ParticipantKind.Mentee, 1) }, Offer).Refused(ErrorCodes.MenteeAlreadyPaired);
        Send(Context() with { Cohort = Context().Cohort with { Phase = CohortPhase.Closed } }, Offer).Refused(ErrorCodes.CohortClosed);
    }

    [Fact]
    public void Mentee_who_consents_hears_nothing_of_the_mentors_places()
    {
        var accepting = Sent() with { Status = MatchRequestStatus.Accepting, Offer = Offer with { By = PairingSide.Mentor } };

        var reopened = MatchRequestDecisions.Reopen(accepting, new Refusal(ErrorCodes.MentorCapacityExhausted, "Ada has 2 of 2 mentees."), Sample.Start).Ok();

        Assert.Equal(ErrorCodes.CandidateNotOffered, reopened.LastRefusal?.Code);
    }

    [Theory]
    [InlineData(0, 7)]
    [InlineData(51, 7)]
    [InlineData(10, 1)]
    [InlineData(10, 31)]
    public void Choosing_out_of_range_is_refused(int candidates, int days) =>
        Assert.Equal(ErrorCodes.InputInvalid, new Choosing(ChoosingMode.Hybrid, candidates, days).Check()?.Code);

    private static MatchRequestState Sent() => Send(Context(), Offer).Ok();

    private static Decision<MatchRequestState> Send(MatchRequestContext context, MatchOffer offer) =>
        MatchRequestDecisions.Send(null, Sample.AsMentee, context, offer, Sample.Start);

    private static MatchRequestContext Context(ChoosingMode mode = ChoosingMode.Hybrid)
    {
        var design = Sample.Design with { Choosing = new Choosing(mode) };
        var open = CohortDecisions.Open(CohortDecisions.Create(null, Sample.Tenant, Sample.Cohort, design, Sample.Start).Ok(), Sample.Start).Ok();
        return new MatchRequestContext(
            CohortDecisions.CountMembers(open, 1, 1, 1).Ok(),
            new PairRulesState { Cohort = Sample.Cohort },
            Person(Sample.Mentor, ParticipantKind.Mentor, 0),
            Person(Sample.Mentee, ParticipantKind.Mentee, 0));
    }

    private static PairRulesState Rules(PairRuleKind kind, MatchPair pair) =>
        PairRuleDecisions.Add(null, Sample.Cohort, kind, pair, string.Empty, Sample.Start).Ok();

    private static ParticipantState Person(ParticipantId id, ParticipantKind kind, int slots) => new()
    {
        Id = id,
        Tenant = Sample.Tenant,
        Profile = new RegisterParticipant
        {
            ExternalId = id.ToString(), Kind = kind, Title = "Any", TimeZone = Sample.Zone, HoursPerMonth = 4, MaxMentees = kind == ParticipantKind.Mentor ? 1 : 0,
        },
        Cohorts = [Sample.Cohort],
        Slots = [.. Enumerable.Range(0, slots).Select(number => new PairingSlot(Sample.Id<PairingId>(number), Sample.Mentor, Sample.Cohort, Sample.Start))],
        RegisteredAt = Sample.Start,
    };
}
