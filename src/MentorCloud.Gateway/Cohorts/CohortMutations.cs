using System.Collections.Immutable;
using MentorCloud.Contracts.Grains;
using MentorCloud.Domain.Access;
using MentorCloud.Domain.Cohorts;
using MentorCloud.Domain.Identifiers;
using MentorCloud.Gateway.Access;
using MentorCloud.Gateway.Ids;
using MentorCloud.Gateway.Mutations;

namespace MentorCloud.Gateway.Cohorts;

/// <summary>Mutations on cohorts.</summary>
internal static class CohortMutations
{
    public static Task<CohortPayload> CohortCreateAsync(CohortCreateInput input, Caller caller, GrainReader grains) => ChangeAsync(() =>
    {
        var command = caller.Command(input.IdempotencyKey);
        return OfDesignAsync(grains.Cohort(caller, Caller.Made<CohortId>(command)).Create(caller.Actor, command, input.Design.ToDesign()));
    });

    public static Task<CohortPayload> CohortReviseAsync(CohortReviseInput input, Caller caller, GrainReader grains) => ChangeAsync(async () =>
    {
        // What an older client does not know of stays as it is; who may not revise is refused by the revision itself.
        var cohort = Cohort(input.Cohort, caller, grains);
        var standing = await cohort.Get(Actor.System(caller.Tenant, "revise"));
        return await OfDesignAsync(cohort.Revise(caller.Actor, caller.Command(input.IdempotencyKey), input.Design.ToDesign(standing.Value?.Design), Repetitions.Words("revise", input.Design)));
    });

    public static Task<CohortPayload> CohortOpenAsync(CohortOpenInput input, Caller caller, GrainReader grains) => ChangeAsync(() =>
        Cohort(input.Cohort, caller, grains).Open(caller.Actor, caller.Command(input.IdempotencyKey)));

    public static Task<CohortPayload> CohortCloseAsync(CohortCloseInput input, Caller caller, GrainReader grains) => ChangeAsync(() =>
        Cohort(input.Cohort, caller, grains).Close(caller.Actor, caller.Command(input.IdempotencyKey)));

    public static Task<CohortPayload> CohortEnrolAsync(CohortEnrolInput input, Caller caller, GrainReader grains) => ChangeAsync(() =>
    {
        var participants = input.Participants
            .Select((id, index) => GlobalId.Require<ParticipantId>(id, NodeType.Participant, $"participants.{index}"))
            .ToImmutableArray();
        return Cohort(input.Cohort, caller, grains).Enrol(caller.Actor, caller.Command(input.IdempotencyKey), participants);
    });

    public static Task<CohortPayload> CohortCloneAsync(CohortCloneInput input, Caller caller, GrainReader grains) => ChangeAsync(async () =>
    {
        await grains.RequireChangeAsync(caller, "Cohort.Create");
        var template = await Cohort(input.Cohort, caller, grains).Get(caller.Actor);
        if (template.Value is not { } cohort)
        {
            return template.Refusal! with { Field = "cohort" };
        }

        var command = caller.Command(input.IdempotencyKey);
        return await grains.Cohort(caller, Caller.Made<CohortId>(command)).Create(
            caller.Actor, command, CohortTemplates.Copy(cohort.Design, input.Name), Repetitions.Words("clone", (object)new[] { input.Cohort, input.Name }));
    });

    private static async Task<CohortPayload> ChangeAsync(Func<Task<Reply<CohortState>>> mutation)
    {
        var (cohort, errors) = await Attempt.RunAsync(mutation);
        return new CohortPayload(cohort?.ToRow(), errors);
    }

    /// <summary>The grain names fields of a design; the input has them in <c>design</c>.</summary>
    private static async Task<Reply<CohortState>> OfDesignAsync(Task<Reply<CohortState>> change)
    {
        var reply = await change;
        return reply.Refusal is { Field: { } field and not "idempotencyKey" } refusal ? refusal with { Field = $"design.{field}" } : reply;
    }

    private static ICohortGrain Cohort(string id, Caller caller, GrainReader grains) =>
        grains.Cohort(caller, GlobalId.Require<CohortId>(id, NodeType.Cohort, "cohort"));
}
