using System.Data.Common;
using MentorCloud.Contracts.Views;
using MentorCloud.Storage.Sql;

namespace MentorCloud.Storage.Views.Lists;

/// <summary>A list read a page at a time by keyset: the database seeks to the place, however deep the page.</summary>
/// <param name="From">Table and conditions.</param>
/// <param name="Arguments">The parameters of the conditions.</param>
/// <param name="Selection">The columns that <paramref name="Read"/> needs.</param>
/// <param name="Read">A row.</param>
/// <param name="Order">The columns, never null and together unique, each with the name of its parameter.</param>
/// <param name="Descending">Largest first.</param>
/// <param name="PlaceOf">Where a row stands: the values of the order's columns.</param>
/// <param name="Cursor">Writes a row's cursor.</param>
/// <typeparam name="TRow">The row.</typeparam>
internal sealed record KeysetList<TRow>(
    string From,
    IReadOnlyList<(string, object?)> Arguments,
    string Selection,
    Func<DbDataReader, TRow> Read,
    IReadOnlyList<(string Column, string Name)> Order,
    bool Descending,
    Func<TRow, IReadOnlyList<object>> PlaceOf,
    Func<TRow, string> Cursor)
{
    private string Columns => string.Join(", ", Order.Select(one => one.Column));

    private string Names => string.Join(", ", Order.Select(one => one.Name));

    /// <summary>Reads a page.</summary>
    /// <param name="session">The snapshot.</param>
    /// <param name="page">Which page; its size was checked.</param>
    /// <param name="place">What its cursor says; null without one.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    public async Task<Page<TRow>> PageAsync(SqlSession session, PageRequest page, IReadOnlyList<object>? place, CancellationToken cancellationToken)
    {
        var down = Descending != page.Backward;
        var rows = await RowsAsync(session, page.Size + 1L, down, place, cancellationToken);
        var more = rows.Count > page.Size;
        if (more) rows.RemoveAt(page.Size);
        var behind = place is not null && await AnyBehindAsync(session, down, rows.Count == 0 ? place : PlaceOf(rows[0]), rows.Count == 0, cancellationToken);
        if (page.Backward) rows.Reverse();
        int? total = page.CountTotal
            ? checked((int)await session.NumberAsync($"SELECT COUNT(*) {From}", cancellationToken, [.. Arguments]))
            : null;
        return new(
            [.. rows.Select(row => new PagedRow<TRow>(row, Cursor(row)))],
            HasNext: page.Backward ? behind : more,
            HasPrevious: page.Backward ? more : behind,
            total);
    }

    // One row more than asked tells whether there are more, without a page that turns out empty.
    private Task<List<TRow>> RowsAsync(SqlSession session, long most, bool down, IReadOnlyList<object>? place, CancellationToken cancellationToken)
    {
        var order = string.Join(", ", Order.Select(one => $"{one.Column} {(down ? "DESC" : "ASC")}"));
        var after = place is null ? string.Empty : $"AND ({Columns}) {(down ? '<' : '>')} ({Names})";
        return session.ListAsync(
            $"SELECT {Selection} {From} {after} ORDER BY {order} LIMIT @most", Read, cancellationToken, [.. Arguments, .. Values(place), ("@most", most)]);
    }

    // The cursor's own row may be gone by now, so that having a cursor does not prove that something is behind it.
    private async Task<bool> AnyBehindAsync(SqlSession session, bool down, IReadOnlyList<object> edge, bool inclusive, CancellationToken cancellationToken) =>
        await session.NumberAsync(
            $"SELECT 1 {From} AND ({Columns}) {(down ? '>' : '<')}{(inclusive ? "=" : string.Empty)} ({Names}) LIMIT 1",
            cancellationToken,
            [.. Arguments, .. Values(edge)]) == 1;

    private IEnumerable<(string, object?)> Values(IReadOnlyList<object>? place) =>
        place is null ? [] : Order.Zip(place, (one, value) => (one.Name, (object?)value));
}
