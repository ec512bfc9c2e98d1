using System.Buffers.Text;
using System.Linq.Expressions;
using System.Reflection;
using System.Text;
using MentorCloud.Contracts.Views;
using MentorCloud.Domain.Refusals;
using Microsoft.EntityFrameworkCore;

namespace MentorCloud.Identity.Accounts;

/// <summary>Pages of a list that is ordered by id: the cursor names the list and the row it stands at.</summary>
internal static class KeysetCursor
{
    private const int MostPage = 100;
    private static readonly MethodInfo Compare = typeof(string).GetMethod(nameof(string.Compare), [typeof(string), typeof(string)])!;

    private static string Write(string list, string key) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes($"{list}:{key}"));

    private static string? Read(string list, string? cursor)
    {
        if (cursor is null)
        {
            return null;
        }

        var bytes = new byte[cursor.Length];
        var prefix = list + ":";
        if (cursor.Length <= 200 && Base64Url.IsValid(cursor) && Base64Url.TryDecodeFromChars(cursor, bytes, out var length)
            && Encoding.UTF8.GetString(bytes, 0, length) is var text && text.StartsWith(prefix, StringComparison.Ordinal) && text.All(sign => sign is > ' ' and <= '~'))
        {
            return text[prefix.Length..];
        }

        throw new RefusedException(new Refusal(ErrorCodes.CursorInvalid, "Use a cursor that this list gave out, or none.", "after"));
    }

    /// <summary>Reads a page; one row more than asked for tells whether there are more.</summary>
    /// <param name="list">The list's name in cursors.</param>
    /// <param name="wanted">The rows of the whole list, in no order.</param>
    /// <param name="key">What they are in order of: unique, and never changed.</param>
    /// <param name="toRow">What a record is told as.</param>
    /// <param name="page">Which page.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async Task<Page<TRow>> ReadAsync<TRecord, TRow>(
        string list, IQueryable<TRecord> wanted, Expression<Func<TRecord, string>> key, Func<TRecord, TRow> toRow, PageRequest page, CancellationToken cancellationToken)
    {
        var (cursor, up, keyOf) = (Read(list, page.Cursor), page.Descending == page.Backward, key.Compile());
        CheckSize(page);
        int? total = page.CountTotal ? await wanted.CountAsync(cancellationToken) : null;
        var from = cursor is null ? wanted : wanted.Where(Beside(key, cursor, up ? ExpressionType.GreaterThan : ExpressionType.LessThan));
        var records = await (up ? from.OrderBy(key) : from.OrderByDescending(key)).Take(page.Size + 1).ToListAsync(cancellationToken);
        var more = records.Count > page.Size;
        var kept = records.Take(page.Size).ToList();

        // The cursor's own row may be gone by now, so that having a cursor does not prove that something is behind it.
        var behind = cursor is not null && await wanted.AnyAsync(
            kept.Count == 0
                ? Beside(key, cursor, up ? ExpressionType.LessThanOrEqual : ExpressionType.GreaterThanOrEqual)
                : Beside(key, keyOf(kept[0]), up ? ExpressionType.LessThan : ExpressionType.GreaterThan),
            cancellationToken);
        if (page.Backward)
        {
            kept.Reverse();
        }

        var rows = kept.ConvertAll(record => new PagedRow<TRow>(toRow(record), Write(list, keyOf(record))));
        return new Page<TRow>(rows, page.Backward ? behind : more, page.Backward ? more : behind, total);
    }

    private static void CheckSize(PageRequest page)
    {
        if (page.Size is < 1 or > MostPage)
        {
            throw new RefusedException(new Refusal(ErrorCodes.InputInvalid, $"Ask for 1 to {MostPage} rows.", "first"));
        }
    }

    /// <summary>The rows on one side of a place, compared in SQL, where the database's own order of hexadecimal digits holds.</summary>
    private static Expression<Func<TRecord, bool>> Beside<TRecord>(Expression<Func<TRecord, string>> key, string place, ExpressionType side)
    {
        // As a parameter: with the place in its text every page would be another statement.
        var parameter = Expression.Call(typeof(EF), nameof(EF.Parameter), [typeof(string)], Expression.Constant(place));
        var compared = Expression.Call(Compare, key.Body, parameter);
        return Expression.Lambda<Func<TRecord, bool>>(Expression.MakeBinary(side, compared, Expression.Constant(0)), key.Parameters);
    }
}
