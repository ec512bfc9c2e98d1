using MentorCloud.Storage.Tests.Fixtures;
using MentorCloud.Storage.Transfer;
using MentorCloud.Storage.Views.Tables;

namespace MentorCloud.Storage.Tests.Transfer;

/// <summary>Every table with rows of tenants either travels, is rebuilt, or stays behind for a reason that is written down (docs/adr/0076).</summary>
public sealed class MovedTablesTests
{
    private static readonly string[] StayBehind = ["facts"];

    [Fact]
    public async Task Table_with_a_tenants_rows_travels_is_rebuilt_or_is_named_here()
    {
        await using var database = new SqliteDatabase();
        await using var store = await database.OpenAsync();

        var tables = await store.Sql.InspectAsync(
            session => session.ListAsync(
                "SELECT m.name FROM sqlite_schema m JOIN pragma_table_info(m.name) c WHERE m.type = 'table' AND c.name = 'tenant'",
                reader => reader.GetString(0), default),
            default);

        Assert.Contains("audit", tables);
        Assert.Empty(tables
            .Except(TransferTable.All.Select(table => table.Table))
            .Except(ViewTables.All.SelectMany(table => table.SideTables.Prepend(table.Name)))
            .Except(StayBehind));
    }
}
