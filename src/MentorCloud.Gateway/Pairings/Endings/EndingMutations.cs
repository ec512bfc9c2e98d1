using MentorCloud.Domain.Pairings.Endings;
using MentorCloud.Gateway.Access;

namespace MentorCloud.Gateway.Pairings.Endings;

/// <summary>Mutations on the end of the term, on requests for somebody else, on departures and on handover.</summary>
internal static class EndingMutations
{
    public static Task<PairingPayload> PairingDecideTermAsync(PairingDecideTermInput input, Caller caller, GrainReader grains) =>
        PairingChange.RunAsync(input, caller, grains, () => new DecideTerm(input.Choice, input.Months));

    public static Task<PairingPayload> PairingRequestReassignmentAsync(PairingInput input, Caller caller, GrainReader grains) =>
        PairingChange.RunAsync(input, caller, grains, () => new RequestReassignment());

    public static Task<PairingPayload> PairingAnswerReassignmentAsync(PairingAnswerReassignmentInput input, Caller caller, GrainReader grains) =>
        PairingChange.RunAsync(input, caller, grains, () => new AnswerReassignment(input.Grant, input.Side));

    public static Task<PairingPayload> PairingReportDepartureAsync(PairingReportDepartureInput input, Caller caller, GrainReader grains) =>
        PairingChange.RunAsync(input, caller, grains, () => new ReportDeparture(input.Side));

    public static Task<PairingPayload> PairingChooseHandoverAsync(PairingChooseHandoverInput input, Caller caller, GrainReader grains) =>
        PairingChange.RunAsync(input, caller, grains, () => new ChooseHandover([.. input.Entries]));
}
