using MentorCloud.Contracts.Grains;
using MentorCloud.Domain.Identifiers;
using MentorCloud.Domain.Pairings.Cover;
using MentorCloud.Gateway.Access;
using MentorCloud.Gateway.Ids;
using MentorCloud.Gateway.Mutations;

namespace MentorCloud.Gateway.Pairings.Cover;

/// <summary>Mutations on searches for another mentor; for the program's managers.</summary>
internal static class CoverMutations
{
    public static Task<CoverPayload> CoverAcceptAsync(CoverAcceptInput input, Caller caller, GrainReader grains) =>
        ChangeAsync(input, caller, grains, (grain, command) => grain.Accept(
            caller.Actor, command, GlobalId.Require<ParticipantId>(input.Mentor, NodeType.Participant, "mentor")));

    public static Task<CoverPayload> CoverDeclineAsync(PairingInput input, Caller caller, GrainReader grains) =>
        ChangeAsync(input, caller, grains, (grain, command) => grain.Decline(caller.Actor, command));

    public static Task<CoverPayload> CoverSearchAsync(PairingInput input, Caller caller, GrainReader grains) =>
        ChangeAsync(input, caller, grains, (grain, command) => grain.Search(caller.Actor, command));

    private static async Task<CoverPayload> ChangeAsync(
        IPairingInput input, Caller caller, GrainReader grains, Func<ICoverGrain, CommandId, Task<Reply<CoverState>>> mutation)
    {
        var (cover, errors) = await Attempt.RunAsync(() => mutation(
            grains.Cover(caller, GlobalId.Require<PairingId>(input.Pairing, NodeType.Pairing, "pairing")), caller.Command(input.IdempotencyKey)));
        return new CoverPayload(cover, errors);
    }
}
