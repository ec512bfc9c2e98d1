using MentorCloud.Domain.Identifiers;
using MentorCloud.Domain.Pairings.Growth;
using MentorCloud.Gateway.Access;
using MentorCloud.Gateway.Ids;

namespace MentorCloud.Gateway.Pairings.Growth;

/// <summary>Mutations on autonomy, ratings, self-assessment and 360-degree reviews.</summary>
internal static class GrowthMutations
{
    public static Task<PairingPayload> PairingAskAutonomyAsync(PairingAskAutonomyInput input, Caller caller, GrainReader grains) =>
        PairingChange.RunAsync(input, caller, grains, () => new AskAutonomy(input.Stage));

    public static Task<PairingPayload> PairingAnswerAutonomyAsync(PairingAnswerAutonomyInput input, Caller caller, GrainReader grains) =>
        PairingChange.RunAsync(input, caller, grains, () => new AnswerAutonomy(input.Agree));

    public static Task<PairingPayload> PairingRateMentoringAsync(PairingRateMentoringInput input, Caller caller, GrainReader grains) =>
        PairingChange.RunAsync(input, caller, grains, () => new RateMentoring(input.Score));

    public static Task<PairingPayload> PairingAssessSelfAsync(PairingAssessSelfInput input, Caller caller, GrainReader grains) =>
        PairingChange.RunAsync(input, caller, grains, () => new AssessSelf([.. input.Levels]));

    public static Task<PairingPayload> PairingOpenReview360Async(PairingOpenReview360Input input, Caller caller, GrainReader grains) =>
        PairingChange.RunAsync(input, caller, grains, () => new OpenReview360(
            [.. input.Competencies],
            [.. input.Raters.Select((id, index) => GlobalId.Require<ParticipantId>(id, NodeType.Participant, $"raters.{index}"))]));

    public static Task<PairingPayload> PairingCloseReview360Async(PairingCloseReview360Input input, Caller caller, GrainReader grains) =>
        PairingChange.RunAsync(input, caller, grains, () => new CloseReview360(input.Number));

    public static async Task<PairingRate360Payload> PairingRate360Async(PairingRate360Input input, Caller caller, GrainReader grains)
    {
        var (view, errors) = await PairingChange.TryAsync(input, caller, grains, () => new Rate360(input.Number, [.. input.Scores]));
        return new PairingRate360Payload(view is not null, errors);
    }
}
