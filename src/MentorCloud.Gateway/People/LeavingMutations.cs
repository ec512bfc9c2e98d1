using MentorCloud.Contracts.Grains;
using MentorCloud.Contracts.People;
using MentorCloud.Domain.Identifiers;
using MentorCloud.Domain.People;
using MentorCloud.Gateway.Access;
using MentorCloud.Gateway.Errors;
using MentorCloud.Gateway.Ids;
using MentorCloud.Gateway.Mutations;

namespace MentorCloud.Gateway.People;

/// <summary>
/// A person leaves, comes back, or is erased. The mutation waits for what follows; what a crash cuts off, the person's own
/// reminder goes on with, whether or not anybody asks again.
/// </summary>
internal static class LeavingMutations
{
    public static async Task<ParticipantErasePayload> ParticipantEraseAsync(
        ParticipantInput input, Caller caller, GrainReader grains, IPersonWork work, GuardedViews views, CancellationToken cancellationToken)
    {
        var (person, errors) = await ChangeAsync(input, caller, grains, (grain, command) => grain.Erase(caller.Actor, command));
        if (person is null)
        {
            return new ParticipantErasePayload(null, errors);
        }

        await work.DoAsync(caller.Tenant, person.Id, cancellationToken);
        await views.AuditPersonAsync(caller, person.Id, "Erase Participant", cancellationToken);

        // The work tells no failure: what it came to stands in the participant's own note, which is its last step.
        var left = await grains.ParticipantAsync(caller, person.Id);
        return new ParticipantErasePayload(left?.ForgottenAt is null ? ErasureProgress.Underway : ErasureProgress.Complete, []);
    }

    public static async Task<ParticipantPayload> ParticipantReportDepartureAsync(
        ParticipantInput input, Caller caller, GrainReader grains, IPersonWork work, CancellationToken cancellationToken)
    {
        var (person, errors) = await ChangeAsync(input, caller, grains, (grain, command) => grain.Depart(caller.Actor, command));
        if (person is null)
        {
            return new ParticipantPayload(null, errors);
        }

        await work.DoAsync(caller.Tenant, person.Id, cancellationToken);
        return new ParticipantPayload((await grains.ParticipantAsync(caller, person.Id))?.ToRow(), []);
    }

    public static async Task<ParticipantPayload> ParticipantReportReturnAsync(ParticipantInput input, Caller caller, GrainReader grains)
    {
        var (person, errors) = await ChangeAsync(input, caller, grains, (grain, command) => grain.Return(caller.Actor, command));
        return new ParticipantPayload(person?.ToRow(), errors);
    }

    private static Task<(ParticipantState? Value, IReadOnlyList<UserError> Errors)> ChangeAsync(
        ParticipantInput input, Caller caller, GrainReader grains, Func<IParticipantGrain, CommandId, Task<Reply<ParticipantState>>> change) =>
        Attempt.RunAsync(() => change(
            grains.Participant(caller, GlobalId.Require<ParticipantId>(input.Participant, NodeType.Participant, "participant")),
            caller.Command(input.IdempotencyKey)));
}
