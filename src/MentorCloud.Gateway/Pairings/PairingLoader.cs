using MentorCloud.Contracts.Pairings;
using MentorCloud.Domain.Identifiers;
using MentorCloud.Domain.Pairings;
using MentorCloud.Gateway.Access;
using MentorCloud.GraphQL.Loaders;

namespace MentorCloud.Gateway.Pairings;

/// <summary>Pairings of a level from their grains, each once, as the caller may see them; that somebody else than the pair looks is noted first.</summary>
internal sealed class PairingLoader(GrainReader reader, GuardedViews views, CallerAccessor caller) : DataLoader<PairingId, PairingView>
{
    /// <summary>The life of a pairing that the caller may see.</summary>
    public async Task<PairingLife> LifeAsync(PairingId pairing) => (await LoadAsync(pairing))!.Life!;

    protected override async Task<IReadOnlyDictionary<PairingId, PairingView>> LoadBatchAsync(
        IReadOnlyList<PairingId> keys, CancellationToken cancellationToken)
    {
        var found = await Task.WhenAll(keys.Select(key => reader.PairingAsync(caller.Caller, key)));
        var seen = found.OfType<PairingView>().ToList();
        await views.AuditPairingsAsync(caller.Caller, seen.Select(view => view.Row), "Read Pairing", cancellationToken);
        return seen.ToDictionary(view => view.Id);
    }
}
