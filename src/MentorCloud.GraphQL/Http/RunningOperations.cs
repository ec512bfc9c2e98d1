using System.Collections.Concurrent;

namespace MentorCloud.GraphQL.Http;

/// <summary>
/// What runs on one connection, by the ids that the client gave. An id is free as soon as the client completes it, so another
/// operation may run under it while the first is still ending: each is known by its own source too.
/// </summary>
internal sealed class RunningOperations
{
    private readonly ConcurrentDictionary<string, CancellationTokenSource> _sources = new(StringComparer.Ordinal);

    public int Count => _sources.Count;

    /// <summary>False when another operation runs under the id.</summary>
    public bool TryAdd(string id, CancellationTokenSource source) => _sources.TryAdd(id, source);

    /// <summary>Frees the id of an operation that has ended; false when it was freed before, whoever runs under it now.</summary>
    public bool TryRemove(string id, CancellationTokenSource source) => _sources.TryRemove(KeyValuePair.Create(id, source));

    /// <summary>Frees the id and cancels what runs under it, if anything does.</summary>
    public async Task CancelAsync(string id)
    {
        if (_sources.TryRemove(id, out var source)) await CancelAsync(source);
    }

    public async Task CancelAllAsync()
    {
        foreach (var (_, source) in _sources) await CancelAsync(source);
    }

    private static async Task CancelAsync(CancellationTokenSource source)
    {
        try
        {
            await source.CancelAsync();
        }
        catch (ObjectDisposedException)
        {
            // It has ended by itself in between.
        }
    }
}
