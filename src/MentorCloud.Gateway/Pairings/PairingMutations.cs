using MentorCloud.Domain.Pairings.Cadence;
using MentorCloud.Domain.Pairings.Contracts;
using MentorCloud.Gateway.Access;

namespace MentorCloud.Gateway.Pairings;

/// <summary>Mutations on contracts and check-ins; all for mentor and mentee alone.</summary>
internal static class PairingMutations
{
    public static Task<PairingPayload> PairingDraftContractAsync(PairingDraftContractInput input, Caller caller, GrainReader grains) =>
        PairingChange.RunAsync(input, caller, grains, () => new DraftContract(input.Terms.ToTerms(), input.Version));

    public static Task<PairingPayload> PairingProposeContractAsync(PairingInput input, Caller caller, GrainReader grains) =>
        PairingChange.RunAsync(input, caller, grains, () => new ProposeContract());

    public static Task<PairingPayload> PairingWithdrawContractAsync(PairingInput input, Caller caller, GrainReader grains) =>
        PairingChange.RunAsync(input, caller, grains, () => new WithdrawContract());

    public static Task<PairingPayload> PairingSignContractAsync(PairingSignContractInput input, Caller caller, GrainReader grains) =>
        PairingChange.RunAsync(input, caller, grains, () => new SignContract(input.Version));

    public static Task<PairingPayload> PairingLogCheckInAsync(PairingLogCheckInInput input, Caller caller, GrainReader grains) =>
        PairingChange.RunAsync(input, caller, grains, () => new LogCheckIn(
            input.HeldAt, input.Minutes, input.InitiatedBy, input.Note, input.NoteVisibility));

    public static Task<PairingPayload> PairingExcuseCheckInAsync(PairingExcuseCheckInInput input, Caller caller, GrainReader grains) =>
        PairingChange.RunAsync(input, caller, grains, () => new ExcuseDuty(DutyKind.CheckIn, input.Reason));
}
