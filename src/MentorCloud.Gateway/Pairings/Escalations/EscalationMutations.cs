using MentorCloud.Domain.Pairings.Escalations;
using MentorCloud.Gateway.Access;

namespace MentorCloud.Gateway.Pairings.Escalations;

/// <summary>Mutations on escalations.</summary>
internal static class EscalationMutations
{
    public static Task<PairingPayload> PairingOpenEscalationAsync(PairingOpenEscalationInput input, Caller caller, GrainReader grains) =>
        PairingChange.RunAsync(input, caller, grains, () => new OpenEscalation(input.Subject));

    public static Task<PairingPayload> PairingAcknowledgeEscalationAsync(
        PairingAcknowledgeEscalationInput input, Caller caller, GrainReader grains) =>
        PairingChange.RunAsync(input, caller, grains, () => new AcknowledgeEscalation(input.Number));

    public static Task<PairingPayload> PairingResolveEscalationAsync(PairingResolveEscalationInput input, Caller caller, GrainReader grains) =>
        PairingChange.RunAsync(input, caller, grains, () => new ResolveEscalation(input.Number, input.Resolution));
}
