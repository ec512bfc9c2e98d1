using System.Collections.Immutable;
using MentorCloud.Contracts.Grains;
using MentorCloud.Contracts.Views;
using MentorCloud.Domain.Cohorts.Matching;
using MentorCloud.Domain.Identifiers;
using MentorCloud.Domain.Refusals;
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

    public static Task<RotationPayload> RotationReplanAsync(
        RotationReplanInput input, Caller caller, GrainReader grains, IViews views, CancellationToken cancellationToken) => RunAsync(async () =>
    {
        await grains.RequireChangeAsync(caller, "Rotation.Replan");
        var leaves = input.Leaves.Select((leave, index) => new RotationLeave(
            GlobalId.Require<ParticipantId>(leave.Participant, NodeType.Participant, $"leaves.{index}.participant"), leave.LastStage)).ToImmutableArray();
        return await RefuseStrangersAsync(leaves, caller, views, cancellationToken)
            ?? await Rotation(input.Rotation, caller, grains).Replan(caller.Actor, caller.Command(input.IdempotencyKey), leaves);
    });

    public static Task<RotationPayload> RotationBeginStageAsync(RotationBeginStageInput input, Caller caller, GrainReader grains) =>
        RunAsync(() => Rotation(input.Rotation, caller, grains).Begin(caller.Actor, caller.Command(input.IdempotencyKey), input.Stage));

    private static async Task<Reply<RotationState>?> RefuseStrangersAsync(
        ImmutableArray<RotationLeave> leaves, Caller caller, IViews views, CancellationToken cancellationToken)
    {
        if (leaves.Length > RotationDecisions.MostLeaves)
        {
            return null;
        }

        var known = await views.ParticipantsByIdAsync(caller.Tenant, [.. leaves.Select(leave => leave.Participant)], cancellationToken);
        var stranger = leaves.IndexOf(leaves.FirstOrDefault(leave => !known.TryGetValue(leave.Participant, out var row) || !caller.Actor.Reaches(row.Cohorts))!);
        return stranger < 0
            ? null
            : (Reply<RotationState>?)new Refusal(ErrorCodes.NotFound, "There is no such participant.", $"leaves.{stranger}.participant");
    }

    private static async Task<RotationPayload> RunAsync(Func<Task<Reply<RotationState>>> mutation)
    {
        var (rotation, errors) = await Attempt.RunAsync(mutation);
        return new RotationPayload(rotation, errors);
    }

    private static IRotationGrain Rotation(string id, Caller caller, GrainReader grains) =>
        grains.Rotation(caller, GlobalId.Require<RotationId>(id, NodeType.Rotation, "rotation"));
}
