using MentorCloud.Contracts.Grains;
using MentorCloud.Domain.Cohorts.Matching;
using MentorCloud.Domain.Identifiers;
using MentorCloud.Domain.Rotation;
using MentorCloud.Gateway.Access;
using MentorCloud.Gateway.Ids;
using MentorCloud.Gateway.Mutations;

namespace MentorCloud.Gateway.Rotation;

/// <summary>Mutations on rotation plans.</summary>
internal static class RotationMutations
{
    public static Task<RotationPayload> RotationPlanAsync(RotationPlanInput input, Caller caller, GrainReader grains) => RunAsync(() =>
    {
        var command = caller.Command(input.IdempotencyKey);
        var plan = new PlanRotation(
            GlobalId.Require<CohortId>(input.Cohort, NodeType.Cohort, "cohort"), input.Stages, Score.FromDouble(input.PerspectiveBonus));
        return grains.Rotation(caller, Caller.Made<RotationId>(command)).Start(caller.Actor, command, plan);
    });

    public static Task<RotationPayload> RotationReplanAsync(RotationReplanInput input, Caller caller, GrainReader grains) => RunAsync(() =>
    {
        var leaves = input.Leaves.Select((leave, index) => new RotationLeave(
            GlobalId.Require<ParticipantId>(leave.Participant, NodeType.Participant, $"leaves.{index}.participant"), leave.LastStage));
        return Rotation(input.Rotation, caller, grains).Replan(caller.Actor, caller.Command(input.IdempotencyKey), [.. leaves]);
    });

    public static Task<RotationPayload> RotationBeginStageAsync(RotationBeginStageInput input, Caller caller, GrainReader grains) =>
        RunAsync(() => Rotation(input.Rotation, caller, grains).Begin(caller.Actor, caller.Command(input.IdempotencyKey), input.Stage));

    private static async Task<RotationPayload> RunAsync(Func<Task<Reply<RotationState>>> mutation)
    {
        var (rotation, errors) = await Attempt.RunAsync(mutation);
        return new RotationPayload(rotation, errors);
    }

    private static IRotationGrain Rotation(string id, Caller caller, GrainReader grains) =>
        grains.Rotation(caller, GlobalId.Require<RotationId>(id, NodeType.Rotation, "rotation"));
}
