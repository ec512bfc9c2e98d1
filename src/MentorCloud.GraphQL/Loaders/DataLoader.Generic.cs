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

    /// <summary>Counts the operations, and root fields of mutations, that are over: a batch of an earlier one is no longer wanted.</summary>
    private int _over;

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
        List<TaskCompletionSource<TValue?>>? open = null;
        lock (_known)
        {
            Execution = null;
            _over++;
            _waiting = [];
            foreach (var source in _known.Values)
            {
                if (!source.Task.IsCompleted) (open ??= []).Add(source);
            }

            // A loader that is a service of the request's comes again in a mutation's next root field, and must ask again.
            _known.Clear();
        }

        // What was sent already would come to nobody: whoever awaits it ends here.
        foreach (var source in open ?? []) source.TrySetCanceled();
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
        var arrival = new Arrival(this, keys, batch, _over);
        if (batch.IsCompleted) arrival.Run();
        else batch.ConfigureAwait(false).GetAwaiter().UnsafeOnCompleted(() => Arrive(execution, arrival));
    }

    /// <summary>From the thread on which the batch ended; the execution may serve another request by now.</summary>
    private void Arrive(OperationExecution execution, Arrival arrival)
    {
        if (!IsOver(arrival.Began)) execution.Enqueue(arrival);
    }

    private bool IsOver(int began)
    {
        lock (_known) return began != _over;
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

    private sealed class Arrival(DataLoader<TKey, TValue> loader, List<TKey> keys, Task<IReadOnlyDictionary<TKey, TValue>> batch, int began) : IReady
    {
        public int Began => began;

        public void Run()
        {
            // Asked again: the operation may have ended while this waited to be run.
            if (!loader.IsOver(began)) loader.Deliver(keys, batch);
        }
    }
}
