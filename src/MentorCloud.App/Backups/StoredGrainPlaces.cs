using MentorCloud.Storage.Hosting;

namespace MentorCloud.App.Backups;

/// <summary>Where the views stand, whichever database that is.</summary>
internal sealed class StoredGrainPlaces(IRelationalStore store) : IGrainPlaces
{
    public Task<IReadOnlyList<string>> KindsAsync(CancellationToken cancellationToken) => store.GrainKindsAsync(cancellationToken);

    public Task<(long Published, long Rows)> OfAsync(string tenant, string grain, CancellationToken cancellationToken) =>
        store.GrainPlaceAsync(tenant, grain, cancellationToken);

    public void Dispose()
    {
        // The store is its owner's.
    }
}
