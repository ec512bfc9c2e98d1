using System.Globalization;
using MentorCloud.Domain.Refusals;

namespace MentorCloud.Gateway.Paging;

/// <summary>Cursors of lists whose entries have numbers that never change; the letter names the list.</summary>
internal static class NumberCursor
{
    public static string Write(char list, int number) => list + number.ToString(CultureInfo.InvariantCulture);

    /// <summary>The number behind a cursor; null for none.</summary>
    /// <exception cref="RefusedException">CURSOR_INVALID.</exception>
    public static int? Read(char list, string? cursor)
    {
        if (cursor is null)
        {
            return null;
        }

        return cursor.Length > 1 && cursor[0] == list && int.TryParse(cursor[1..], NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw new RefusedException(new Refusal(ErrorCodes.CursorInvalid, "This cursor is not of this list; begin again without one.", "after"));
    }

    /// <summary>A connection over entries that are read newest first.</summary>
    public static Connection<TNode> Page<TNode>(
        char list, IEnumerable<TNode> nodes, Func<TNode, int> number, bool hasNext, bool hasPrevious, int total)
    {
        var edges = nodes.Select(node => new Edge<TNode>(Write(list, number(node)), node)).ToList();
        var info = new PageInfo(
            hasNext, hasPrevious, edges.Count == 0 ? null : edges[0].Cursor, edges.Count == 0 ? null : edges[^1].Cursor);
        return new Connection<TNode>(edges, info, total);
    }
}
