using System.Buffers.Text;
using System.Globalization;
using System.Text;
using MentorCloud.Domain.Refusals;

namespace MentorCloud.Gateway.Paging;

/// <summary>
/// Cursors of lists whose entries have numbers that never change: base64url of the list's name and the number. The name says
/// whose list it is (<c>proposals:019b...</c>), so that no list takes another one's cursor. They grant nothing and are not signed.
/// </summary>
internal static class NumberCursor
{
    private const int Longest = 512;

    public static string Write(string list, int number) =>
        Base64Url.EncodeToString(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{list}:{number}")));

    /// <summary>The number behind a cursor; null for none.</summary>
    /// <exception cref="RefusedException">CURSOR_INVALID.</exception>
    public static int? Read(string list, string? cursor)
    {
        if (cursor is null)
        {
            return null;
        }

        // Written again, because base64 and numbers can be spelt in more than one way.
        return cursor.Length is > 0 and <= Longest && Base64Url.IsValid(cursor) && Number(list, Encoding.UTF8.GetString(Base64Url.DecodeFromChars(cursor))) is { } number && Write(list, number) == cursor
            ? number
            : throw Foreign();
    }

    /// <summary>The refusal of a cursor that is none of a list.</summary>
    public static RefusedException Foreign() =>
        new(new Refusal(ErrorCodes.CursorInvalid, "This cursor is not of this list; begin again without one.", "after"));

    /// <summary>A connection over entries that are read newest first.</summary>
    public static Connection<TNode> Page<TNode>(
        string list, IEnumerable<TNode> nodes, Func<TNode, int> number, bool hasNext, bool hasPrevious, int total)
    {
        var edges = nodes.Select(node => new Edge<TNode>(Write(list, number(node)), node)).ToList();
        var info = new PageInfo(
            hasNext, hasPrevious, edges.Count == 0 ? null : edges[0].Cursor, edges.Count == 0 ? null : edges[^1].Cursor);
        return new Connection<TNode>(edges, info, total);
    }

    private static int? Number(string list, string text) =>
        text.StartsWith(list, StringComparison.Ordinal) && text.Length > list.Length && text[list.Length] == ':'
            && int.TryParse(text.AsSpan(list.Length + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;
}
