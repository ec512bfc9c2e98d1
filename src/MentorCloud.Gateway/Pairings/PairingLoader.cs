using MentorCloud.Contracts.Pairings;
using MentorCloud.Domain.Identifiers;
using MentorCloud.Gateway.Access;
using MentorCloud.GraphQL.Loaders;

namespace MentorCloud.Gateway.Pairings;

/// <summary>Pairings of a level from their grains, each once, as the caller may see them.</summary>
internal sealed class PairingLoader(GrainReader reader, CallerAccessor caller) : DataLoader<PairingId, PairingView>
{
    protected override async Task<IReadOnlyDictionary<PairingId, PairingView>> LoadBatchAsync(
        IReadOnlyList<PairingId> keys, CancellationToken cancellationToken)
    {
        var views = await Task.WhenAll(keys.Select(key => reader.PairingAsync(caller.Caller, key)));
        return views.OfType<PairingView>().ToDictionary(view => view.Id);
    }
}
