using System.Collections;
using System.Diagnostics.CodeAnalysis;

namespace MentorCloud.GraphQL.Types;

/// <summary>A map that keeps the order of its definitions, as introspection and error order need.</summary>
internal sealed class OrderedMap<T> : IEnumerable<T>
{
    private readonly Dictionary<string, int> _index = new(StringComparer.Ordinal);
    private readonly List<T> _items = [];

    public int Count => _items.Count;

    public T this[int index] => _items[index];

    public bool TryAdd(string name, T item)
    {
        if (!_index.TryAdd(name, _items.Count)) return false;
        _items.Add(item);
        return true;
    }

    public bool TryGet(string name, [MaybeNullWhen(false)] out T item)
    {
        if (_index.TryGetValue(name, out var i))
        {
            item = _items[i];
            return true;
        }

        item = default;
        return false;
    }

    public T? Find(string name) => TryGet(name, out var item) ? item : default;

    public bool Contains(string name) => _index.ContainsKey(name);

    public List<T>.Enumerator GetEnumerator() => _items.GetEnumerator();

    IEnumerator<T> IEnumerable<T>.GetEnumerator() => _items.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => _items.GetEnumerator();
}
