using MentorCloud.Domain.Pairings;
using MentorCloud.Domain.Pairings.Endings;
using MentorCloud.Domain.Pairings.Health;

namespace MentorCloud.Gateway.Pairings.Endings;

/// <summary>Fields of <c>Pairing</c> about its health and its end.</summary>
internal static class EndingFields
{
    public static async Task<VisibleOutcome?> OutcomeAsync(PairingRow parent, PairingLoader loader) =>
        OutcomeOf((await loader.LifeAsync(parent.Id)).Outcome);

    public static PairingHealth Health(PairingRow parent) => new(parent.Health, parent.HealthReasons);

    public static async Task<TermProposal?> TermProposalAsync(PairingRow parent, PairingLoader loader) =>
        (await loader.LifeAsync(parent.Id)).TermProposal;

    public static async Task<ReassignmentRequest?> ReassignmentAsync(PairingRow parent, PairingLoader loader)
    {
        var requests = await ReassignmentsAsync(parent, loader);
        return requests.FirstOrDefault(each => each.Answer is null) ?? (requests.Count > 0 ? requests[^1] : null);
    }

    public static async Task<IReadOnlyList<ReassignmentRequest>> ReassignmentsAsync(PairingRow parent, PairingLoader loader) =>
        (await loader.LifeAsync(parent.Id)).Reassignments;

    /// <summary>An outcome as the schema names it; null for none.</summary>
    internal static VisibleOutcome? OutcomeOf(PairingOutcome? outcome) => outcome switch
    {
        null or PairingOutcome.None => null,
        PairingOutcome.Rotated => VisibleOutcome.Rotated,
        PairingOutcome.Graduated => VisibleOutcome.Graduated,
        PairingOutcome.Closed => VisibleOutcome.Closed,
        PairingOutcome.Reassigned => VisibleOutcome.Reassigned,
        PairingOutcome.PartnerLeft => VisibleOutcome.PartnerLeft,
        PairingOutcome.NotBegun => VisibleOutcome.NotBegun,
        var other => throw new InvalidOperationException($"The schema has no word for the outcome {other}."),
    };
}
