using MentorCloud.Domain.Cohorts;
using MentorCloud.Domain.Cohorts.Matching;
using MentorCloud.Domain.Cohorts.Weights;
using MentorCloud.Domain.Pairings;
using MentorCloud.Domain.Pairings.Growth;
using MentorCloud.Domain.Pairings.Health;
using MentorCloud.Domain.Refusals;
using MentorCloud.Domain.Tests.Support;

namespace MentorCloud.Domain.Tests.Cohorts.Weights;

public sealed class WeightDecisionsTests
{
    private static readonly MatchWeights Other = MatchWeights.Default.With([KeyValuePair.Create(MatchFactor.SharedHours, 50.0)]);

    [Fact]
    public void Proposal_applies_nothing()
    {
        var proposed = Proposed();

        Assert.Equal((MatchWeights.Default, 1), (proposed.Design.Weights, proposed.WeightsVersion));
        Assert.Equal((1, 1, ProposalStatus.Open), (proposed.Proposal!.Number, proposed.Proposal.FromVersion, proposed.Proposal.Status));
    }

    [Fact]
    public void Approval_makes_a_version_and_keeps_the_earlier_one()
    {
        var approved = WeightDecisions.Decide(Proposed(), 1, approve: true, Sample.Start).Ok();

        Assert.Equal((Other, 2), (approved.Design.Weights, approved.WeightsVersion));
        Assert.Equal(new WeightsVersion(1, MatchWeights.Default), Assert.Single(approved.EarlierWeights));
        Assert.Same(approved, WeightDecisions.Decide(approved, 1, approve: true, Sample.Start).Ok());
        WeightDecisions.Decide(approved, 1, approve: false, Sample.Start).Refused(ErrorCodes.WeightsNotProposed);
    }

    [Fact]
    public void Rejection_changes_no_weights()
    {
        var rejected = WeightDecisions.Decide(Proposed(), 1, approve: false, Sample.Start).Ok();

        Assert.Equal((MatchWeights.Default, ProposalStatus.Rejected), (rejected.Design.Weights, rejected.Proposal!.Status));
        WeightDecisions.Decide(rejected, 1, approve: true, Sample.Start).Refused(ErrorCodes.WeightsNotProposed);
    }

    [Fact]
    public void Proposal_that_is_not_the_newest_or_stale_cannot_be_approved()
    {
        WeightDecisions.Decide(Proposed(), 2, approve: true, Sample.Start).Refused(ErrorCodes.WeightsNotProposed);
        WeightDecisions.Decide(Cohort(), 1, approve: true, Sample.Start).Refused(ErrorCodes.WeightsNotProposed);
        var changed = WeightDecisions.Change(Proposed(), MatchWeights.Default.With([KeyValuePair.Create(MatchFactor.ReciprocalValue, 1.0)]));
        WeightDecisions.Decide(changed, 1, approve: true, Sample.Start).Refused(ErrorCodes.WeightsProposalStale);
    }

    [Fact]
    public void Earlier_versions_are_kept_up_to_their_bound()
    {
        var cohort = Cohort();
        for (var weight = 0; weight < 30; weight++)
        {
            cohort = WeightDecisions.Change(cohort, MatchWeights.Default.With([KeyValuePair.Create(MatchFactor.SharedHours, 10.0 + weight)]));
        }

        Assert.Equal((31, WeightsVersion.Kept, 30), (cohort.WeightsVersion, cohort.EarlierWeights.Length, cohort.EarlierWeights[^1].Version));
    }

    [Theory]
    [InlineData(PairingOutcome.Graduated, 5, 1.0)]
    [InlineData(PairingOutcome.Closed, 5, 0.8)]
    [InlineData(PairingOutcome.Reassigned, 1, 0.1)]
    [InlineData(PairingOutcome.PartnerLeft, 5, null)]
    [InlineData(PairingOutcome.None, 5, null)]
    public void Outcome_is_the_mean_of_ending_and_ratings(PairingOutcome outcome, int rating, double? expected)
    {
        var evidence = PairingEvidence.Of(Sample.Active() with
        {
            Outcome = outcome, Contracts = [], Ratings = [new MentoringRating(Sample.Start, rating)],
        });

        Assert.Equal(expected, evidence.Outcome is { } value ? Math.Round(value, 9) : null);
    }

    private static CohortState Proposed() => WeightDecisions.Propose(
        Cohort(), new WeightProposal(0, 0, Other, [], 80, 0.1, 0.3, default), Sample.Start).Ok();

    private static CohortState Cohort() => CohortDecisionsTests.Create(Sample.Design).Ok();
}
