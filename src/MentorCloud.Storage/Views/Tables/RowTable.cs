using System.Data.Common;
using MentorCloud.Domain.Facts;
using MentorCloud.Domain.Identifiers;
using MentorCloud.Storage.Sql;

namespace MentorCloud.Storage.Views.Tables;

/// <summary>How one row type of the domain stands in its table.</summary>
internal abstract class RowTable
{
    /// <summary>The table.</summary>
    public abstract string Name { get; }

    /// <summary>What tells a tenant's rows apart: with tenant, the primary key.</summary>
    public virtual string Key => "id";

    /// <summary>The kinds of grain that bring its rows; a grain's rows are looked for in the tables of its kind alone.</summary>
    public abstract IReadOnlyList<string> Owners { get; }

    /// <summary>Tables that hang on this one, filled and emptied with it.</summary>
    public virtual IReadOnlyList<string> SideTables => [];

    /// <summary>The domain's row type.</summary>
    public abstract Type RowType { get; }

    /// <summary>Whose row it is; it has to be the publishing grain's tenant.</summary>
    public abstract TenantId TenantOf(ViewRow row);

    /// <summary>Inserts a row, into the live table or the one beside it that a rebuild fills.</summary>
    public abstract Task InsertAsync(SqlSession session, string prefix, string owner, ViewRow row);
}

/// <inheritdoc/>
internal abstract class RowTable<TRow> : RowTable
    where TRow : ViewRow
{
    private readonly Dictionary<string, string> inserts = [];

    public override Type RowType => typeof(TRow);

    /// <summary>Columns after tenant and owner; those that <see cref="Read"/> needs come first.</summary>
    protected abstract IReadOnlyList<string> Columns { get; }

    /// <summary>tenant and the columns, as <see cref="Read"/> expects them.</summary>
    public string Selection => "tenant, " + string.Join(", ", Columns);

    /// <summary>The row under the reader.</summary>
    public abstract TRow Read(DbDataReader reader);

    public override TenantId TenantOf(ViewRow row) => TenantOf((TRow)row);

    public override Task InsertAsync(SqlSession session, string prefix, string owner, ViewRow row) =>
        InsertRowAsync(session, prefix, owner, (TRow)row);

    protected abstract TenantId TenantOf(TRow row);

    /// <summary>The columns' values, in the order of <see cref="Columns"/>.</summary>
    protected abstract object?[] Values(TRow row);

    protected virtual Task InsertRowAsync(SqlSession session, string prefix, string owner, TRow row) => session.ExecuteAsync(
        InsertInto(prefix),
        CancellationToken.None,
        [("@tenant", TenantOf(row).ToString()), ("@owner", owner), .. Values(row).Select((value, column) => ($"@c{column}", value))]);

    private string InsertInto(string prefix)
    {
        lock (inserts)
        {
            if (inserts.TryGetValue(prefix, out var sql)) return sql;
            var values = string.Join(", ", Columns.Select((_, column) => $"@c{column}"));
            return inserts[prefix] =
                $"INSERT INTO {prefix}{Name} (tenant, owner, {string.Join(", ", Columns)}) VALUES (@tenant, @owner, {values})";
        }
    }
}
