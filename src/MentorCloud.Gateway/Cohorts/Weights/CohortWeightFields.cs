using MentorCloud.Domain.Cohorts;
using MentorCloud.Domain.Cohorts.Weights;

namespace MentorCloud.Gateway.Cohorts.Weights;

/// <summary>Fields of <c>Cohort</c> about its weights; for the program's side, as its design is.</summary>
internal static class CohortWeightFields
{
    public static async Task<IReadOnlyList<WeightsVersion>> WeightVersionsAsync(CohortRow parent, CohortLoader loader)
    {
        var state = (await loader.LoadAsync(parent.Id))!;
        return [.. state.EarlierWeights, new WeightsVersion(state.WeightsVersion, state.Design.Weights)];
    }

    public static async Task<WeightProposal?> WeightProposalAsync(CohortRow parent, CohortLoader loader) => (await loader.LoadAsync(parent.Id))!.Proposal;
}
