using MentorCloud.Contracts.Views;
using MentorCloud.Domain.Facts;
using MentorCloud.Domain.Identifiers;
using MentorCloud.Storage.Sql;
using MentorCloud.Storage.Views.Tables;

namespace MentorCloud.Storage.Views.Lists;

/// <summary>One list read a page at a time by keyset: the database seeks to the place, however deep the page.</summary>
internal sealed class ListQuery<TRow>(
    SqlDialect dialect, RowTable<TRow> table, ListOrder<TRow> order, ListFilter filter, TenantId tenant)
    where TRow : ViewRow
{
    private readonly string from = $"FROM {table.Name} WHERE {string.Join(" AND ", filter.Conditions.Prepend(dialect.OwnTenant))}";
    private readonly (string, object?)[] arguments = [("@tenant", tenant.ToString()), .. filter.Arguments];

    public async Task<Page<TRow>> PageAsync(SqlSession session, PageRequest page, CancellationToken cancellationToken)
    {
        ListPlace? cursor = page.Cursor is null ? null : Cursors.Read(page.Cursor, order.Name, tenant, order.TextKey);
        var rows = await RowsAsync(session, page, cursor, cancellationToken);
        var more = rows.Count > page.Size;
        if (more) rows.RemoveAt(page.Size);
        if (page.Backward) rows.Reverse();
        var behind = await AnyBehindAsync(session, page, cursor, rows, cancellationToken);
        int? total = page.CountTotal
            ? checked((int)await session.NumberAsync($"SELECT COUNT(*) {from}", cancellationToken, arguments))
            : null;
        return new(
            [.. rows.Select(row => new PagedRow<TRow>(row, Cursors.Write(order.Name, tenant, order.PlaceOf(row))))],
            HasNext: page.Backward ? behind : more,
            HasPrevious: page.Backward ? more : behind,
            total);
    }

    // One row more than asked tells whether there are more, without a page that turns out empty.
    private Task<List<TRow>> RowsAsync(SqlSession session, PageRequest page, ListPlace? cursor, CancellationToken cancellationToken)
    {
        var down = order.Descending != page.Backward;
        var direction = down ? "DESC" : "ASC";
        var after = cursor is null ? string.Empty : $"AND ({order.Column}, id) {(down ? '<' : '>')} (@key, @id)";
        return session.ListAsync(
            $"SELECT {table.Selection} {from} {after} ORDER BY {order.Column} {direction}, id {direction} LIMIT @most",
            table.Read,
            cancellationToken,
            [.. arguments, .. Place(cursor), ("@most", page.Size + 1L)]);
    }

    // The cursor's own row may be gone by now, so that having a cursor does not prove that something is behind it.
    private async Task<bool> AnyBehindAsync(
        SqlSession session, PageRequest page, ListPlace? cursor, List<TRow> rows, CancellationToken cancellationToken)
    {
        if (cursor is null) return false;
        var edge = rows.Count == 0 ? cursor.Value : order.PlaceOf(page.Backward ? rows[^1] : rows[0]);
        var comparison = (order.Descending != page.Backward ? ">" : "<") + (rows.Count == 0 ? "=" : string.Empty);
        return await session.NumberAsync(
            $"SELECT 1 {from} AND ({order.Column}, id) {comparison} (@key, @id) LIMIT 1",
            cancellationToken,
            [.. arguments, .. Place(edge)]) == 1;
    }

    private static (string, object?)[] Place(ListPlace? place) =>
        place is { } known ? [("@key", known.Key), ("@id", known.Id)] : [];
}
