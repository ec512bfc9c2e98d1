using MentorCloud.Contracts.Grains;
using MentorCloud.Contracts.Solving;
using MentorCloud.Domain.Cohorts;
using MentorCloud.Domain.Identifiers;
using MentorCloud.Gateway.Access;
using MentorCloud.Gateway.Ids;
using MentorCloud.Gateway.Mutations;

namespace MentorCloud.Gateway.Cohorts.Weights;

/// <summary>Mutations on a cohort's weights.</summary>
internal static class WeightMutations
{
    public static Task<CohortPayload> CohortProposeWeightsAsync(
        CohortProposeWeightsInput input, Caller caller, GrainReader grains, IWeightCalibration calibration, CancellationToken cancellationToken) =>
        RunAsync(async () =>
        {
            await grains.RequireChangeAsync(caller, "Cohort.ProposeWeights");
            return await calibration.ProposeAsync(caller.Actor, caller.Command(input.IdempotencyKey), Cohort(input.Cohort), cancellationToken);
        });

    public static Task<CohortPayload> CohortDecideWeightsAsync(CohortDecideWeightsInput input, Caller caller, GrainReader grains) =>
        RunAsync(() => grains.Cohort(caller, Cohort(input.Cohort)).DecideWeights(
            caller.Actor, caller.Command(input.IdempotencyKey), input.Proposal, input.Approve));

    private static async Task<CohortPayload> RunAsync(Func<Task<Reply<CohortState>>> mutation)
    {
        var (cohort, errors) = await Attempt.RunAsync(mutation);
        return new CohortPayload(cohort?.ToRow(), errors);
    }

    private static CohortId Cohort(string id) => GlobalId.Require<CohortId>(id, NodeType.Cohort, "cohort");
}
