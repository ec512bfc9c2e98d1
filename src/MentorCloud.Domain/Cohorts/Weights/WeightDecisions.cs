using MentorCloud.Domain.Cohorts.Matching;
using MentorCloud.Domain.Refusals;

namespace MentorCloud.Domain.Cohorts.Weights;

/// <summary>How a cohort's weights change: by its design, or by an approved proposal. Each change is a version (requirement 23).</summary>
public static class WeightDecisions
{
    /// <summary>The cohort with other weights, as a new version; the same weights are no change.</summary>
    /// <param name="state">The cohort.</param>
    /// <param name="weights">The weights.</param>
    /// <returns>The cohort; its earlier weights are kept.</returns>
    public static CohortState Change(CohortState state, MatchWeights weights)
    {
        if (weights == state.Design.Weights)
        {
            return state;
        }

        var before = state.EarlierWeights.Add(new WeightsVersion(state.WeightsVersion, state.Design.Weights));
        return state with
        {
            Design = state.Design with { Weights = weights },
            WeightsVersion = state.WeightsVersion + 1,
            EarlierWeights = before.Length > WeightsVersion.Kept ? before.RemoveAt(0) : before,
        };
    }

    /// <summary>Takes a proposal, in place of an earlier one.</summary>
    /// <param name="state">The cohort.</param>
    /// <param name="proposal">The proposal; its number and version are set here.</param>
    /// <param name="now">The instant.</param>
    /// <returns>The cohort; COHORT_CLOSED, INPUT_INVALID.</returns>
    public static Decision<CohortState> Propose(CohortState state, WeightProposal proposal, DateTimeOffset now)
    {
        if ((CohortDecisions.RefuseClosed(state) ?? proposal.Weights.Check()) is { } refusal)
        {
            return refusal;
        }

        var number = (state.Proposal?.Number ?? 0) + 1;
        var taken = proposal with { Number = number, FromVersion = state.WeightsVersion, ProposedAt = now, Status = ProposalStatus.Open, DecidedAt = null };
        return Decision<CohortState>.Accept(state with { Proposal = taken }, new WeightsProposed(state.Id, number, proposal.Observations));
    }

    /// <summary>A person approves or rejects. Deciding the same again changes nothing.</summary>
    /// <param name="state">The cohort.</param>
    /// <param name="number">The proposal that the person has read.</param>
    /// <param name="approve">Whether.</param>
    /// <param name="now">The instant.</param>
    /// <returns>The cohort, with the weights as a new version when approved; COHORT_CLOSED, WEIGHTS_NOT_PROPOSED, WEIGHTS_PROPOSAL_STALE.</returns>
    public static Decision<CohortState> Decide(CohortState state, int number, bool approve, DateTimeOffset now)
    {
        var status = approve ? ProposalStatus.Approved : ProposalStatus.Rejected;
        if (state.Proposal is { } decided && decided.Number == number && decided.Status == status)
        {
            return Decision<CohortState>.Accept(state);
        }

        var refusal = CohortDecisions.RefuseClosed(state)
            ?? (state.Proposal is { Status: ProposalStatus.Open } open && open.Number == number
                ? null
                : new Refusal(ErrorCodes.WeightsNotProposed, "There is no such open proposal; read the newest one.", "proposal"))
            ?? (approve && state.Proposal!.FromVersion != state.WeightsVersion
                ? new Refusal(ErrorCodes.WeightsProposalStale, "The weights have changed since this was proposed; propose again.", "proposal")
                : null);
        if (refusal is not null)
        {
            return refusal;
        }

        var proposal = state.Proposal! with { Status = status, DecidedAt = now };
        var next = (approve ? Change(state, proposal.Weights) : state) with { Proposal = proposal };
        return Decision<CohortState>.Accept(next, new WeightsDecided(state.Id, number, status, next.WeightsVersion));
    }
}
