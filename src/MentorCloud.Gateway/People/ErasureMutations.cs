using MentorCloud.Contracts.Accounts;
using MentorCloud.Contracts.Keys;
using MentorCloud.Domain.Identifiers;
using MentorCloud.Gateway.Access;
using MentorCloud.Gateway.Ids;
using MentorCloud.Gateway.Mutations;

namespace MentorCloud.Gateway.People;

/// <summary>Erasure of a person's data. Every step may be repeated, so a crash in between is mended by sending the mutation again.</summary>
internal static class ErasureMutations
{
    public static async Task<ParticipantErasePayload> ParticipantEraseAsync(
        ParticipantEraseInput input, Caller caller, GrainReader grains, IKeyRing keys, IAccounts accounts, GuardedViews views,
        CancellationToken cancellationToken)
    {
        var (person, errors) = await Attempt.RunAsync(() => grains
            .Participant(caller, GlobalId.Require<ParticipantId>(input.Participant, NodeType.Participant, "participant"))
            .Erase(caller.Actor, caller.Command(input.IdempotencyKey)));
        if (person is null)
        {
            return new ParticipantErasePayload(false, errors);
        }

        await keys.ErasePersonAsync(caller.Tenant, person.Id, cancellationToken);
        if (await accounts.FindByParticipantAsync(caller.Tenant, person.Id, cancellationToken) is { } account)
        {
            await accounts.CloseAsync(caller.Tenant, caller.Actor, account.Id, cancellationToken);
        }

        await views.AuditPersonAsync(caller, person.Id, "Erase Participant", cancellationToken);
        return new ParticipantErasePayload(true, []);
    }
}
