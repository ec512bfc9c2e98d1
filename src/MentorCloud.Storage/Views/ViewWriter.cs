using System.Collections.Concurrent;
using MentorCloud.Domain.Facts;
using MentorCloud.Domain.Identifiers;
using MentorCloud.Storage.Sql;
using MentorCloud.Storage.Views.Tables;

namespace MentorCloud.Storage.Views;

/// <summary>Replaces a grain's rows as a whole.</summary>
internal static class ViewWriter
{
    private static readonly ConcurrentDictionary<string, string> Deletes = new(StringComparer.Ordinal);

    public static async Task ReplaceAsync(SqlSession session, TenantId tenant, string grain, IReadOnlyCollection<ViewRow> rows)
    {
        await session.ExecuteAsync(DeleteOf(grain[..grain.IndexOf('/', StringComparison.Ordinal)]), CancellationToken.None, ("@tenant", tenant.ToString()), ("@owner", grain));
        await InsertAsync(session, string.Empty, tenant, grain, rows);
    }

    public static async Task InsertAsync(SqlSession session, string prefix, TenantId tenant, string grain, IEnumerable<ViewRow> rows)
    {
        foreach (var row in rows)
        {
            var table = ViewTables.For(row);
            if (table.TenantOf(row) != tenant)
                throw new ArgumentException($"{grain} brought a row of another tenant; a grain's rows are its own tenant's.", nameof(rows));
            await table.InsertAsync(session, prefix, grain, row);
        }
    }

    private static string DeleteOf(string kind) => Deletes.GetOrAdd(kind, static kind => string.Join(
        "; ",
        ViewTables.OwnedBy(kind).SelectMany(table => table.SideTables.Prepend(table.Name))
            .Select(table => $"DELETE FROM {table} WHERE tenant = @tenant AND owner = @owner")));
}
