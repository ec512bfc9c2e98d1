using MentorCloud.Contracts.Views;
using MentorCloud.Domain.Facts;
using MentorCloud.Domain.Identifiers;
using MentorCloud.Storage.Sql;
using MentorCloud.Storage.Views.Tables;

namespace MentorCloud.Storage.Views.Lists;

/// <summary>Reads a page of a list of view rows, in one snapshot.</summary>
internal static class ListReading
{
    public static Task<Page<TRow>> PageAsync<TRow>(
        this SqlStore store, RowTable<TRow> table, ListOrder<TRow> order, ListFilter filter, TenantId tenant, PageRequest page, CancellationToken cancellationToken)
        where TRow : ViewRow
    {
        PageCheck.Page(page);
        var query = new ListQuery<TRow>(store.Dialect, table, order, filter, tenant);
        return store.ReadAsync(tenant, session => query.PageAsync(session, page, cancellationToken), cancellationToken);
    }
}
