namespace MentorCloud.App.Rounds;

/// <summary>
/// Costly things in memory, the newest few: each is made once, however many ask for it at a time and even if they stop
/// waiting. What others pushed out is made again.
/// </summary>
/// <param name="most">How many it holds, 1 or more.</param>
/// <param name="mostSize">How large they are together; a single one may be larger.</param>
/// <param name="size">How large one is, 0 or more.</param>
internal sealed class Shelf<TKey, TValue>(int most, long mostSize, Func<TValue, long> size)
    where TKey : IEquatable<TKey>
    where TValue : class
{
    private readonly Lock gate = new();
    private readonly List<Entry> entries = [];

    /// <summary>What is at hand under a key; null when nothing is, or it is still being made.</summary>
    public TValue? Find(TKey key)
    {
        lock (gate)
        {
            return entries.Find(each => each.Key.Equals(key))?.Known;
        }
    }

    /// <summary>Puts something in front, in place of what was there under its key.</summary>
    public void Keep(TKey key, TValue value) => Put(new Entry(key, Task.FromResult(value), value));

    /// <summary>What stands under a key; made, off the caller's thread, where it is missing or its making failed.</summary>
    public Task<TValue> OfAsync(TKey key, Func<Task<TValue>> make, CancellationToken cancellationToken)
    {
        lock (gate)
        {
            var found = entries.Find(each => each.Key.Equals(key));
            if (found is null or { Known: null, Making.IsCompleted: true })
            {
                found = new Entry(key, Task.Run(() => MakeAsync(key, make)), null);
                Put(found);
            }

            return found.Making.WaitAsync(cancellationToken);
        }
    }

    /// <summary>Takes off what is too old, or not wanted for another reason.</summary>
    public void Remove(Predicate<TValue> unwanted)
    {
        lock (gate)
        {
            entries.RemoveAll(each => each.Known is { } value && unwanted(value));
        }
    }

    private async Task<TValue> MakeAsync(TKey key, Func<Task<TValue>> make)
    {
        var value = await make();
        Keep(key, value);
        return value;
    }

    private void Put(Entry entry)
    {
        lock (gate)
        {
            entries.RemoveAll(each => each.Key.Equals(entry.Key));
            entries.Add(entry);
            while (entries.Count > most || (entries.Count > 1 && entries.Sum(each => each.Known is { } value ? size(value) : 0) > mostSize))
            {
                entries.RemoveAt(0);
            }
        }
    }

    private sealed record Entry(TKey Key, Task<TValue> Making, TValue? Known);
}
