using MentorCloud.Contracts.Documents;
using MentorCloud.Domain.Pairings;
using MentorCloud.Domain.Pairings.Growth;
using MentorCloud.Domain.Pairings.Health;
using MentorCloud.Gateway.Access;
using ErrorCodes = MentorCloud.Domain.Refusals.ErrorCodes;

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

    public static async Task<GrowthNarrative?> GrowthNarrativeAsync(
        PairingRow parent, IReadOnlyList<int> leaveOut, Caller caller, GrainReader reader, IDocumentPrinter printer)
    {
        if (caller.Actor.Participant is not { } self || (self != parent.Mentee && self != parent.Mentor))
        {
            return null;
        }

        // Among peers both have one; elsewhere the mentor's side is told that it has none.
        var told = await reader.Pairing(caller, parent.Id).Narrative(caller.Actor, [.. leaveOut]);
        return told.Refusal?.Code == ErrorCodes.PairingOtherSide ? null : new GrowthNarrative(told.OrThrow(), printer);
    }
}
