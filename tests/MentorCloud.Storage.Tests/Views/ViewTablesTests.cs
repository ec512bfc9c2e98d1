using MentorCloud.Domain.Facts;
using MentorCloud.Storage.Views.Tables;

namespace MentorCloud.Storage.Tests.Views;

public sealed class ViewTablesTests
{
    [Fact]
    public void Every_row_type_of_the_domain_has_a_table()
    {
        var rows = typeof(ViewRow).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(ViewRow)));

        Assert.Equal(
            rows.Select(row => row.Name).Order(StringComparer.Ordinal),
            ViewTables.All.Select(table => table.RowType.Name).Order(StringComparer.Ordinal));
    }
}
