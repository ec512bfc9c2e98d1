using MentorCloud.Domain.Access;
using MentorCloud.Domain.Cohorts;
using MentorCloud.Domain.Cohorts.Weights;
using MentorCloud.Gateway.Access;

namespace MentorCloud.Gateway.Cohorts.Weights;

/// <summary>Fields of <c>Cohort</c> about its weights, for the program's side: a mentor or mentee reads none.</summary>
internal static class CohortWeightFields
{
    public static async Task<IReadOnlyList<WeightsVersion>> WeightVersionsAsync(CohortRow parent, Caller caller, CohortLoader loader)
    {
        if (Policy.Refuse("Views.Weights", caller.In(parent.Id).Actor) is not null)
        {
            return [];
        }

        var state = (await loader.LoadAsync(parent.Id))!;
        return [.. state.EarlierWeights, new WeightsVersion(state.WeightsVersion, state.Design.Weights)];
    }

    public static async Task<WeightProposal?> WeightProposalAsync(CohortRow parent, Caller caller, CohortLoader loader) =>
        Policy.Refuse("Views.Weights", caller.In(parent.Id).Actor) is null ? (await loader.LoadAsync(parent.Id))!.Proposal : null;
}
