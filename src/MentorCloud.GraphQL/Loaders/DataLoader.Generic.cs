using MentorCloud.GraphQL.Execution;

namespace MentorCloud.GraphQL.Loaders;

/// <summary>
/// Gathers the keys that a request's resolvers ask for while they can go on, and fetches them in one call when they
/// cannot: one call for each level of the query, however long its lists. Lives for one request, in a mutation for one root field; each key is asked once.
/// Take a derived class as a resolver's parameter; its own constructor's parameters come from the request's services.
/// Ask it before anything else that takes time: what is asked behind other work is fetched as soon as it comes, together with
/// what comes at the same moment only.
/// </summary>
/// <typeparam name="TKey">What values are asked by.</typeparam>
/// <typeparam name="TValue">What is found.</typeparam>
public abstract class DataLoader<TKey, TValue> : DataLoader
    where TKey : notnull
{
    private readonly Dictionary<TKey, TaskCompletionSource<TValue?>> _known = [];
    private List<TKey> _waiting = [];

    /// <summary>Most keys sent in one call. Default: all that gathered.</summary>
    protected virtual int MaxBatchSize => int.MaxValue;

    /// <summary>The value of a key, or the type's default when the batch had none. From any thread, until the resolver's task ends.</summary>
    /// <param name="key">What to ask for.</param>
    /// <exception cref="InvalidOperationException">No operation would ever send the key: the loader was not made by the engine, or its operation is over.</exception>
    public Task<TValue?> LoadAsync(TKey key)
    {
        // Continuations run where the batch arrives, so that all of a level ask before the next level is sent.
        var source = new TaskCompletionSource<TValue?>();
        OperationExecution execution;
        lock (_known)
        {
            execution = Execution ?? throw new InvalidOperationException(
                $"{GetType().Name} belongs to no operation. Take it as a resolver's parameter, and await what it gives before the resolver ends.");
            if (_known.TryGetValue(key, out var known)) return known.Task;
            _known.Add(key, source);
            _waiting.Add(key);
            if (_waiting.Count > 1) return source.Task;
        }

        execution.AskLoaders();
        return source.Task;
    }

    /// <summary>Fetches values; keys without a value are left out.</summary>
    /// <param name="keys">Each once.</param>
    /// <param name="cancellationToken">Cancelled with the request.</param>
    protected abstract Task<IReadOnlyDictionary<TKey, TValue>> LoadBatchAsync(IReadOnlyList<TKey> keys, CancellationToken cancellationToken);

    internal sealed override bool Dispatch()
    {
        List<TKey> keys;
        lock (_known)
        {
            if (_waiting.Count == 0) return false;
            (keys, _waiting) = (_waiting, []);
        }

        foreach (var chunk in keys.Count <= MaxBatchSize ? [keys] : keys.Chunk(MaxBatchSize).Select(c => c.ToList()))
        {
            Send(chunk);
        }

        return true;
    }

    internal sealed override void Detach()
    {
        List<TKey> keys;
        lock (_known)
        {
            Execution = null;
            (keys, _waiting) = (_waiting, []);
        }

        foreach (var key in keys) Source(key).TrySetCanceled();
    }

    private void Send(List<TKey> keys)
    {
        var execution = Execution!;
        Task<IReadOnlyDictionary<TKey, TValue>>? batch;
        try
        {
            batch = LoadBatchAsync(keys, execution.Cancellation);
        }
        catch (Exception e)
        {
            batch = Task.FromException<IReadOnlyDictionary<TKey, TValue>>(e);
        }

        batch ??= Task.FromResult<IReadOnlyDictionary<TKey, TValue>>(null!);
        var arrival = new Arrival(this, keys, batch);
        if (batch.IsCompleted) arrival.Run();
        else batch.ConfigureAwait(false).GetAwaiter().UnsafeOnCompleted(() => execution.Enqueue(arrival));
    }

    private void Deliver(List<TKey> keys, Task<IReadOnlyDictionary<TKey, TValue>> batch)
    {
        if (!batch.IsCompletedSuccessfully)
        {
            var failure = batch.Exception?.InnerException ?? new OperationCanceledException();
            foreach (var key in keys) Source(key).TrySetException(failure);
            return;
        }

        IReadOnlyDictionary<TKey, TValue>? values = batch.GetAwaiter().GetResult();
        foreach (var key in keys)
        {
            if (values is null) Source(key).TrySetException(new InvalidOperationException($"{GetType().Name} gave no dictionary."));
            else Source(key).TrySetResult(values.TryGetValue(key, out var value) ? value : default);
        }
    }

    private TaskCompletionSource<TValue?> Source(TKey key)
    {
        lock (_known) return _known[key];
    }

    private sealed class Arrival(DataLoader<TKey, TValue> loader, List<TKey> keys, Task<IReadOnlyDictionary<TKey, TValue>> batch) : IReady
    {
        public void Run() => loader.Deliver(keys, batch);
    }
}
