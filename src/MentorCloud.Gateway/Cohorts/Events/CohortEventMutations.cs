using System.Collections.Immutable;
using MentorCloud.Contracts.Grains;
using MentorCloud.Domain.Cohorts.Events;
using MentorCloud.Domain.Identifiers;
using MentorCloud.Domain.Refusals;
using MentorCloud.Gateway.Access;
using MentorCloud.Gateway.Ids;
using MentorCloud.Gateway.Mutations;

namespace MentorCloud.Gateway.Cohorts.Events;

/// <summary>Mutations on events of cohorts.</summary>
internal static class CohortEventMutations
{
    public static Task<CohortEventPayload> CohortEventPlanAsync(CohortEventPlanInput input, Caller caller, GrainReader grains) => ChangeAsync(caller, async () =>
    {
        await grains.RequireChangeAsync(caller, "CohortEvent.Plan");
        var command = caller.Command(input.IdempotencyKey);
        var cohort = GlobalId.Require<CohortId>(input.Cohort, NodeType.Cohort, "cohort");
        var id = Caller.Made<CohortEventId>(command);
        if (input.Event is { } known)
        {
            id = GlobalId.Require<CohortEventId>(known, NodeType.CohortEvent, "event");
            if (await grains.CohortEventAsync(caller, id) is null)
            {
                return new Refusal(ErrorCodes.NotFound, "There is no such event.", "event");
            }
        }

        var plan = new PlanCohortEvent(cohort, input.Kind, input.Title, input.StartsAt, input.Minutes);
        return await grains.CohortEvent(caller, id).Plan(caller.Actor, command, plan);
    });

    public static Task<CohortEventPayload> CohortEventInviteAsync(CohortEventInviteInput input, Caller caller, GrainReader grains) =>
        ChangeAsync(caller, () => Event(input.Event, caller, grains).Invite(
            caller.Actor, caller.Command(input.IdempotencyKey), People(input.Participants, "participants")));

    public static Task<CohortEventPayload> CohortEventAnswerAsync(CohortEventAnswerInput input, Caller caller, GrainReader grains) =>
        ChangeAsync(caller, () => Event(input.Event, caller, grains).Answer(caller.Actor, caller.Command(input.IdempotencyKey), input.Accept));

    public static Task<CohortEventPayload> CohortEventRecordAsync(CohortEventRecordInput input, Caller caller, GrainReader grains) =>
        ChangeAsync(caller, () => Event(input.Event, caller, grains).Record(
            caller.Actor, caller.Command(input.IdempotencyKey), People(input.Attended, "attended"), input.Notes));

    public static Task<CohortEventPayload> CohortEventCancelAsync(CohortEventInput input, Caller caller, GrainReader grains) =>
        ChangeAsync(caller, () => Event(input.Event, caller, grains).Cancel(caller.Actor, caller.Command(input.IdempotencyKey)));

    private static async Task<CohortEventPayload> ChangeAsync(Caller caller, Func<Task<Reply<CohortEventState>>> mutation)
    {
        var (state, errors) = await Attempt.RunAsync(mutation);
        return new CohortEventPayload(state?.ToRow(caller.Tenant), errors);
    }

    private static ImmutableArray<ParticipantId> People(IReadOnlyList<string> ids, string field) =>
        [.. ids.Select((id, index) => GlobalId.Require<ParticipantId>(id, NodeType.Participant, $"{field}.{index}"))];

    private static ICohortEventGrain Event(string id, Caller caller, GrainReader grains) =>
        grains.CohortEvent(caller, GlobalId.Require<CohortEventId>(id, NodeType.CohortEvent, "event"));
}
