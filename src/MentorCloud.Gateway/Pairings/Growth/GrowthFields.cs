using MentorCloud.Contracts.Documents;
using MentorCloud.Domain.Pairings;
using MentorCloud.Domain.Pairings.Growth;
using MentorCloud.Domain.Pairings.Health;
using MentorCloud.Gateway.Access;

namespace MentorCloud.Gateway.Pairings.Growth;

/// <summary>Fields of <c>Pairing</c> about how the mentee grows.</summary>
internal static class GrowthFields
{
    public static Task<PairingLife> AutonomyAsync(PairingRow parent, PairingLoader loader) => loader.LifeAsync(parent.Id);

    public static async Task<IReadOnlyList<MentoringRating>> MentoringRatingsAsync(PairingRow parent, PairingLoader loader) =>
        (await loader.LifeAsync(parent.Id)).Ratings;

    public static async Task<IReadOnlyList<Domain.Pairings.Growth.Growth>> GrowthAsync(PairingRow parent, PairingLoader loader) =>
        (await loader.LifeAsync(parent.Id)).Growth;

    public static async Task<IReadOnlyList<Review360Summary>> Reviews360Async(PairingRow parent, PairingLoader loader) =>
        (await loader.LifeAsync(parent.Id)).Reviews;

    public static async Task<Review360Open?> OpenReview360Async(PairingRow parent, PairingLoader loader) =>
        (await loader.LifeAsync(parent.Id)).OpenReview;

    public static async Task<IReadOnlyList<AmendmentAdvice>> AmendmentAdviceAsync(PairingRow parent, PairingLoader loader) =>
        (await loader.LifeAsync(parent.Id)).Advice;

    public static async Task<GrowthNarrative?> GrowthNarrativeAsync(PairingRow parent, Caller caller, GrainReader reader, IDocumentPrinter printer) =>
        caller.Actor.Participant == parent.Mentee
            ? new GrowthNarrative((await reader.Pairing(caller, parent.Id).Narrative(caller.Actor)).OrThrow(), printer)
            : null;
}
