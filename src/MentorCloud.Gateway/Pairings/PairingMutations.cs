using MentorCloud.Contracts.Grains;
using MentorCloud.Contracts.Pairings;
using MentorCloud.Domain.Identifiers;
using MentorCloud.Gateway.Access;
using MentorCloud.Gateway.Ids;
using MentorCloud.Gateway.Mutations;

namespace MentorCloud.Gateway.Pairings;

/// <summary>Mutations on pairings; all for mentor and mentee alone.</summary>
internal static class PairingMutations
{
    public static Task<PairingPayload> PairingDraftContractAsync(PairingDraftContractInput input, Caller caller, GrainReader grains) =>
        ChangeAsync(() => Pairing(input.Pairing, caller, grains)
            .DraftContract(caller.Actor, caller.Command(input.IdempotencyKey), input.Terms.ToTerms()));

    public static Task<PairingPayload> PairingProposeContractAsync(PairingInput input, Caller caller, GrainReader grains) =>
        ChangeAsync(() => Pairing(input.Pairing, caller, grains).ProposeContract(caller.Actor, caller.Command(input.IdempotencyKey)));

    public static Task<PairingPayload> PairingWithdrawContractAsync(PairingInput input, Caller caller, GrainReader grains) =>
        ChangeAsync(() => Pairing(input.Pairing, caller, grains).WithdrawContract(caller.Actor, caller.Command(input.IdempotencyKey)));

    public static Task<PairingPayload> PairingSignContractAsync(PairingSignContractInput input, Caller caller, GrainReader grains) =>
        ChangeAsync(() => Pairing(input.Pairing, caller, grains)
            .SignContract(caller.Actor, caller.Command(input.IdempotencyKey), input.Version));

    public static Task<PairingPayload> PairingLogCheckInAsync(PairingLogCheckInInput input, Caller caller, GrainReader grains) =>
        ChangeAsync(() => Pairing(input.Pairing, caller, grains).LogCheckIn(
            caller.Actor,
            caller.Command(input.IdempotencyKey),
            new CheckInReport(input.HeldAt, input.Minutes, input.Note, input.NoteVisibility)));

    public static Task<PairingPayload> PairingExcuseCheckInAsync(PairingExcuseCheckInInput input, Caller caller, GrainReader grains) =>
        ChangeAsync(() => Pairing(input.Pairing, caller, grains)
            .ExcuseCheckIn(caller.Actor, caller.Command(input.IdempotencyKey), input.Reason));

    private static async Task<PairingPayload> ChangeAsync(Func<Task<Reply<PairingView>>> mutation)
    {
        var (view, errors) = await Attempt.RunAsync(mutation);
        return new PairingPayload(view?.Row, errors);
    }

    private static IPairingGrain Pairing(string id, Caller caller, GrainReader grains) =>
        grains.Pairing(caller, GlobalId.Require<PairingId>(id, NodeType.Pairing, "pairing"));
}
