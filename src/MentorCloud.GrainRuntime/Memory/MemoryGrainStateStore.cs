using System.Collections.Concurrent;
using System.Runtime.CompilerServices;

namespace MentorCloud.GrainRuntime;

/// <summary>States in memory, for tests: everything is lost with the object.</summary>
internal sealed class MemoryGrainStateStore : IGrainStateStore, IGrainStateCatalog
{
    private readonly ConcurrentDictionary<GrainStateKey, StoredGrainState> _states = new();

    public ValueTask<StoredGrainState?> ReadAsync(GrainStateKey key, CancellationToken cancellationToken) =>
        ValueTask.FromResult<StoredGrainState?>(_states.TryGetValue(key, out var state) ? state : null);

    public ValueTask<long> WriteAsync(GrainStateKey key, long expectedVersion, ReadOnlyMemory<byte> payload, CancellationToken cancellationToken)
    {
        var fresh = new StoredGrainState(expectedVersion + 1, payload.ToArray());
        var written = expectedVersion == 0
            ? _states.TryAdd(key, fresh)
            : _states.TryGetValue(key, out var old) && old.Version == expectedVersion && _states.TryUpdate(key, fresh, old);
        return written ? ValueTask.FromResult(fresh.Version) : ValueTask.FromException<long>(Conflict(key, expectedVersion));
    }

    public ValueTask ClearAsync(GrainStateKey key, long expectedVersion, CancellationToken cancellationToken)
    {
        var cleared = expectedVersion == 0
            ? !_states.ContainsKey(key)
            : _states.TryGetValue(key, out var old) && old.Version == expectedVersion && _states.TryRemove(KeyValuePair.Create(key, old));
        return cleared ? ValueTask.CompletedTask : ValueTask.FromException(Conflict(key, expectedVersion));
    }

    public async IAsyncEnumerable<GrainStateEntry> EnumerateAsync(
        string grainType, string stateName, string keyPrefix, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.CompletedTask.ConfigureAwait(false);
        var matching = _states
            .Where(pair => pair.Key.GrainType == grainType && pair.Key.StateName == stateName && pair.Key.Key.StartsWith(keyPrefix, StringComparison.Ordinal))
            .OrderBy(pair => pair.Key.Key, StringComparer.Ordinal);
        foreach (var (key, state) in matching)
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return new GrainStateEntry(key, state);
        }
    }

    public Task<IReadOnlyList<(string GrainType, string StateName)>> ListKindsAsync(CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<(string, string)>>([.. _states.Keys.Select(key => (key.GrainType, key.StateName)).Distinct().Order()]);

    private static InconsistentStateException Conflict(GrainStateKey key, long expectedVersion) =>
        new($"The stored state of {key} is not of version {expectedVersion}.");
}
