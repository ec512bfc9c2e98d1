namespace MentorCloud.Storage.Tests.Fixtures;

/// <summary>What a page must be, by sorting everything.</summary>
internal sealed class SortedPlaces<TRow>(Func<TRow, string> id, Func<TRow, long> key, bool descending)
    where TRow : class
{
    /// <summary>The rows beyond an edge that may be gone by now, and whether any stand before and after them in the list's order.</summary>
    public (IReadOnlyList<TRow> Rows, bool Before, bool After) Behind(IEnumerable<TRow> all, TRow? edge, bool backward, int size)
    {
        var sorted = all.Order(Comparer<TRow>.Create(Compare)).ToList();
        var beyond = sorted.Where(row => edge is null || (backward ? Compare(row, edge) < 0 : Compare(row, edge) > 0)).ToList();
        var page = backward ? beyond.TakeLast(size).ToList() : [.. beyond.Take(size)];
        var more = beyond.Count > size;
        var behind = edge is not null && sorted.Count > beyond.Count;
        return (page, backward ? more : behind, backward ? behind : more);
    }

    private int Compare(TRow? one, TRow? other)
    {
        var byKey = key(one!).CompareTo(key(other!));
        var order = byKey != 0 ? byKey : string.CompareOrdinal(id(one!), id(other!));
        return descending ? -order : order;
    }
}
