using MentorCloud.Contracts.Views;
using MentorCloud.Domain.Facts;
using MentorCloud.Domain.Identifiers;
using MentorCloud.Storage.Sql;
using MentorCloud.Storage.Views.Tables;

namespace MentorCloud.Storage.Views.Lists;

/// <summary>One list of view rows: by a column, ties by id.</summary>
internal sealed class ListQuery<TRow>(
    SqlDialect dialect, RowTable<TRow> table, ListOrder<TRow> order, ListFilter filter, TenantId tenant)
    where TRow : ViewRow
{
    private readonly KeysetList<TRow> list = new(
        $"FROM {table.Name} WHERE {string.Join(" AND ", filter.Conditions.Prepend(dialect.OwnTenant))}",
        [("@tenant", tenant.ToString()), .. filter.Arguments],
        table.Selection,
        table.Read,
        [(order.Column, "@key"), ("id", "@id")],
        order.Descending,
        row => Values(order.PlaceOf(row)),
        row => Cursors.Write(order.Name, tenant, order.PlaceOf(row)));

    public Task<Page<TRow>> PageAsync(SqlSession session, PageRequest page, CancellationToken cancellationToken) =>
        list.PageAsync(session, page, page.Cursor is { } cursor ? Values(Cursors.Read(cursor, order.Name, tenant, order.TextKey)) : null, cancellationToken);

    private static object[] Values(ListPlace place) => [place.Key, place.Id];
}
