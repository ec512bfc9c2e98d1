namespace MentorCloud.Contracts.Directory;

/// <summary>Which grains have stored state; for rebuilding views and moving tenants, never for requests.</summary>
public interface IGrainDirectory
{
    /// <summary>The keys of one kind of grain, in order.</summary>
    /// <param name="grainType">The kind: <c>Pairing</c>.</param>
    /// <param name="keyPrefix">Only keys that begin so, <c>{tenant}/</c>; empty for all tenants.</param>
    /// <param name="cancellationToken">Stops.</param>
    /// <returns>Keys, read as they are needed.</returns>
    IAsyncEnumerable<string> KeysAsync(string grainType, string keyPrefix, CancellationToken cancellationToken);
}
