using MentorCloud.Domain.Cohorts;
using MentorCloud.Domain.Cohorts.Matching;
using MentorCloud.Domain.Cohorts.Rounds;
using MentorCloud.Domain.Identifiers;
using MentorCloud.Domain.Refusals;
using MentorCloud.Domain.Tests.Support;

namespace MentorCloud.Domain.Tests.Cohorts.Rounds;

public sealed class RoundDecisionsTests
{
    private static readonly DraftSummary TwoPages = new(2, 60, 3, 50, 51, true);

    [Fact]
    public void Start_keeps_the_weights_version_of_its_cohort()
    {
        var round = Started();
        Assert.Equal((RoundStatus.Solving, 1, MatchWeights.Default), (round.Status, round.WeightsVersion, round.Weights));
        Assert.Equal(Sample.Start + RoundState.ResumeAfter, round.NextDue);
    }

    [Fact]
    public void Publish_is_done_only_after_its_last_page()
    {
        var publishing = RoundDecisions.BeginPublishing(Drafted(), Sample.Start).Ok();
        var first = RoundDecisions.FinishPage(publishing, Sample.Start);
        Assert.Equal(RoundStatus.Publishing, first.Ok().Status);
        Assert.Equal(0.5, Assert.IsType<RoundProgressed>(Assert.Single(first.Facts)).Share);
        var last = RoundDecisions.FinishPage(first.State!, Sample.Start);
        Assert.Equal(RoundStatus.Published, last.Ok().Status);
        Assert.IsType<RoundPublished>(Assert.Single(last.Facts));
    }

    [Fact]
    public void Refused_publication_releases_every_page_and_keeps_the_reason()
    {
        var reason = new Refusal(ErrorCodes.MentorCapacityExhausted, "Full.");
        var publishing = RoundDecisions.FinishPage(RoundDecisions.BeginPublishing(Drafted(), Sample.Start).Ok(), Sample.Start).Ok();
        var releasing = RoundDecisions.BeginReleasing(publishing, reason, Sample.Start).Ok();
        var half = RoundDecisions.ReleasePage(releasing, Sample.Start).Ok();
        Assert.Equal(RoundStatus.Releasing, half.Status);
        var done = RoundDecisions.ReleasePage(half, Sample.Start).Ok();
        Assert.Equal((RoundStatus.Discarded, reason), (done.Status, done.Failure!));
    }

    [Fact]
    public void A_published_round_is_at_work_until_every_page_was_told()
    {
        var published = Published();
        Assert.True(published.IsAtWork);
        var told = RoundDecisions.TellPage(RoundDecisions.TellPage(published, Sample.Start).Ok(), Sample.Start).Ok();
        Assert.Null(told.NextDue);
    }

    [Fact]
    public void A_draft_that_comes_twice_changes_nothing()
    {
        var drafted = Drafted();
        Assert.Same(drafted, RoundDecisions.Complete(drafted, TwoPages with { Pairs = 1 }, Sample.Start).Ok());
    }

    [Fact]
    public void Discard_of_a_published_round_is_refused() =>
        RoundDecisions.Discard(Published(), Sample.Start).Refused(ErrorCodes.RoundNotDrafted);

    [Fact]
    public void A_pairings_id_is_the_same_on_every_attempt_and_unlike_its_siblings()
    {
        var round = Started();
        var proposal = new Proposal(Sample.Mentor, Sample.Mentee, 1, []);
        Assert.Equal(round.PairingOf(proposal), round.PairingOf(proposal with { Score = 2 }));
        Assert.NotEqual(round.PairingOf(proposal), round.PairingOf(proposal with { Mentee = Sample.Id<ParticipantId>(99) }));
    }

    private static RoundState Published()
    {
        var publishing = RoundDecisions.BeginPublishing(Drafted(), Sample.Start).Ok();
        return RoundDecisions.FinishPage(RoundDecisions.FinishPage(publishing, Sample.Start).Ok(), Sample.Start).Ok();
    }

    private static RoundState Drafted() => RoundDecisions.Complete(Started(), TwoPages, Sample.Start).Ok();

    private static RoundState Started()
    {
        var open = CohortDecisions.Open(CohortDecisionsTests.Create(Sample.Design).Ok(), Sample.Start).Ok();
        var ready = CohortDecisions.CountMembers(open, 2, 3, 1).Ok();
        return RoundDecisions.Start(null, Sample.Round, ready, MatchObjective.Total, Sample.Start).Ok();
    }
}
