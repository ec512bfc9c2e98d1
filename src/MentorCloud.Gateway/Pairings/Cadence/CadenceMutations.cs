using MentorCloud.Domain.Pairings.Cadence;
using MentorCloud.Domain.Pairings.Cadence.Meetings;
using MentorCloud.Domain.Pairings.Contracts;
using MentorCloud.Gateway.Access;

namespace MentorCloud.Gateway.Pairings.Cadence;

/// <summary>Mutations on what falls due, on time given, and on pauses.</summary>
internal static class CadenceMutations
{
    public static Task<PairingPayload> PairingExcuseDutyAsync(PairingExcuseDutyInput input, Caller caller, GrainReader grains) =>
        PairingChange.RunAsync(input, caller, grains, () => new ExcuseDuty(input.Kind, input.Reason));

    public static Task<PairingPayload> PairingHoldReviewAsync(PairingHoldReviewInput input, Caller caller, GrainReader grains) =>
        PairingChange.RunAsync(input, caller, grains, () => new HoldReview(input.Kind, input.HeldAt, input.Minutes, input.AmendmentWanted));

    public static Task<PairingPayload> PairingAnswerCheckAsync(PairingAnswerCheckInput input, Caller caller, GrainReader grains) =>
        PairingChange.RunAsync(input, caller, grains, () => new AnswerCheck(input.Kind, input.Score));

    public static Task<PairingPayload> PairingRateSessionAsync(PairingRateSessionInput input, Caller caller, GrainReader grains) =>
        PairingChange.RunAsync(input, caller, grains, () => new RateSession(input.CheckIn, input.Score));

    public static Task<PairingPayload> PairingLogHoursAsync(PairingLogHoursInput input, Caller caller, GrainReader grains) =>
        PairingChange.RunAsync(input, caller, grains, () => new LogHours(input.At, input.Minutes));

    public static Task<PairingPayload> PairingInviteToMeetingAsync(PairingInviteToMeetingInput input, Caller caller, GrainReader grains) =>
        PairingChange.RunAsync(input, caller, grains, () => new InviteToMeeting(input.StartsAt, input.Minutes));

    public static Task<PairingPayload> PairingCallOffMeetingAsync(PairingCallOffMeetingInput input, Caller caller, GrainReader grains) =>
        PairingChange.RunAsync(input, caller, grains, () => new CallOffMeeting(input.Number));

    public static Task<PairingPayload> PairingPauseAsync(PairingPauseInput input, Caller caller, GrainReader grains) =>
        PairingChange.RunAsync(input, caller, grains, () => new PausePairing(input.Until, input.Reason));

    public static Task<PairingPayload> PairingResumeAsync(PairingInput input, Caller caller, GrainReader grains) =>
        PairingChange.RunAsync(input, caller, grains, () => new ResumePairing());
}
