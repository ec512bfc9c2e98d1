using System.Collections.Concurrent;

namespace MentorCloud.GraphQL.Documents;

/// <summary>
/// Two generations: what is used moves to the young one; when that is full it becomes the old one and the old one goes.
/// Reads take no lock and allocate nothing. Texts longer than <see cref="LongestKey"/> are not kept: callers choose them, so
/// their number alone bounds nothing.
/// </summary>
internal sealed class BoundedCache<T>(int capacity)
    where T : class
{
    public const int LongestKey = 32_768;

    private readonly Lock _gate = new();
    private Generation _young = new();
    private Generation _old = new();

    public T? Find(ReadOnlySpan<char> key)
    {
        if (_young.Lookup.TryGetValue(key, out var value)) return value;
        if (!_old.Lookup.TryGetValue(key, out var actual, out value)) return null;
        Add(actual, value);
        return value;
    }

    public void Add(string key, T value)
    {
        if (key.Length > LongestKey) return;
        lock (_gate)
        {
            if (_young.Count >= Math.Max(capacity / 2, 1))
            {
                _old = _young;
                _young = new Generation();
            }

            if (_young.Items.TryAdd(key, value)) _young.Count++;
        }
    }

    private sealed class Generation
    {
        public Generation()
        {
            Lookup = Items.GetAlternateLookup<ReadOnlySpan<char>>();
        }

        public ConcurrentDictionary<string, T> Items { get; } = new(StringComparer.Ordinal);

        public ConcurrentDictionary<string, T>.AlternateLookup<ReadOnlySpan<char>> Lookup { get; }

        public int Count { get; set; }
    }
}
