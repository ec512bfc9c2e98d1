using System.Runtime.CompilerServices;
using MentorCloud.Contracts.Directory;
using MentorCloud.GrainRuntime;

namespace MentorCloud.Host;

/// <summary>The grain directory on the embedded store: a grain's type and its record are both named after its kind.</summary>
internal sealed class StoredGrainDirectory(IGrainStateCatalog catalog) : IGrainDirectory
{
    /// <inheritdoc/>
    public async IAsyncEnumerable<string> KeysAsync(
        string grainType, string keyPrefix, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var name = grainType.ToLowerInvariant();
        await foreach (var entry in catalog.EnumerateAsync(name, name, keyPrefix, cancellationToken))
        {
            yield return entry.Key.Key;
        }
    }
}
