using System.Buffers.Text;
using System.Text;
using MentorCloud.Contracts.Views;
using MentorCloud.Domain.Refusals;

namespace MentorCloud.Identity.Accounts;

/// <summary>Pages of a list that is ordered by id: the cursor names the list and the row it stands at.</summary>
internal static class KeysetCursor
{
    private const int MostPage = 100;

    public static string Write(string list, string key) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes($"{list}:{key}"));

    public static string? Read(string list, string? cursor)
    {
        if (cursor is null)
        {
            return null;
        }

        var bytes = new byte[cursor.Length];
        var prefix = list + ":";
        if (cursor.Length <= 200 && Base64Url.IsValid(cursor) && Base64Url.TryDecodeFromChars(cursor, bytes, out var length)
            && Encoding.UTF8.GetString(bytes, 0, length) is var text && text.StartsWith(prefix, StringComparison.Ordinal))
        {
            return text[prefix.Length..];
        }

        throw new RefusedException(new Refusal(ErrorCodes.CursorInvalid, "Use a cursor that this list gave out, or none.", "after"));
    }

    public static int Size(PageRequest page) => page.Size is >= 1 and <= MostPage
        ? page.Size
        : throw new RefusedException(new Refusal(ErrorCodes.InputInvalid, $"Ask for 1 to {MostPage} rows.", "first"));

    /// <summary>Whether rows are read from small ids to large ones.</summary>
    public static bool Ascending(PageRequest page) => page.Descending == page.Backward;

    /// <summary>Makes the page from up to one row more than was asked for, in reading order.</summary>
    public static Page<TRow> Page<TRow>(string list, PageRequest page, List<TRow> rows, Func<TRow, string> key, int? total)
    {
        var more = rows.Count > page.Size;
        var kept = rows.Take(page.Size).Select(row => new PagedRow<TRow>(row, Write(list, key(row)))).ToList();
        if (page.Backward)
        {
            kept.Reverse();
        }

        var began = page.Cursor is not null;
        return new Page<TRow>(kept, page.Backward ? began : more, page.Backward ? more : began, total);
    }
}
