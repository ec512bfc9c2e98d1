using MentorCloud.Domain.Refusals;

namespace MentorCloud.Gateway.Paging;

/// <summary>Cursors of lists that never change: the place of an entry.</summary>
internal static class PlaceCursors
{
    private const int LargestSize = 100;

    /// <summary>A page of a list that is there as a whole.</summary>
    /// <param name="list">The list's name with whose it is; each list has its own.</param>
    /// <param name="entries">The whole list.</param>
    /// <param name="first">How many to read on, 1 to 100.</param>
    /// <param name="after">The cursor to read on after; null from the beginning.</param>
    /// <exception cref="RefusedException">INPUT_INVALID, CURSOR_INVALID.</exception>
    public static Connection<TEntry> Page<TEntry>(string list, IReadOnlyList<TEntry> entries, int first, string? after)
    {
        var begin = Begin(list, first, after, entries.Count);
        return Page(entries.Skip(begin).Take(first).Select((entry, index) => new Edge<TEntry>(Of(list, begin + index), entry)), begin, entries.Count);
    }

    /// <summary>A page of entries that were read by their places.</summary>
    public static Connection<TEntry> Page<TEntry>(IEnumerable<Edge<TEntry>> read, int begin, int total)
    {
        var edges = read.ToList();
        var info = new PageInfo(
            begin + edges.Count < total, begin > 0, edges.Count == 0 ? null : edges[0].Cursor, edges.Count == 0 ? null : edges[^1].Cursor);
        return new Connection<TEntry>(edges, info, total);
    }

    /// <summary>The cursor of a place.</summary>
    public static string Of(string list, int place) => NumberCursor.Write(list, place);

    /// <summary>Where a page begins.</summary>
    /// <exception cref="RefusedException">INPUT_INVALID, CURSOR_INVALID.</exception>
    public static int Begin(string list, int first, string? after, int total)
    {
        if (first is < 1 or > LargestSize)
        {
            throw new RefusedException(new Refusal(ErrorCodes.InputInvalid, $"Ask for 1 to {LargestSize} entries at a time, not {first}.", "first"));
        }

        if (NumberCursor.Read(list, after) is not { } place)
        {
            return 0;
        }

        return place < total
            ? place + 1
            : throw NumberCursor.Foreign();
    }
}
