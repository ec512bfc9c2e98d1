using System.Data.Common;
using MentorCloud.Domain.Identifiers;
using MentorCloud.Domain.Tenants;
using MentorCloud.Storage.Sql;

namespace MentorCloud.Storage.Views.Tables;

internal sealed class TenantTable : RowTable<TenantRow>
{
    public override string Name => "tenants";

    public override IReadOnlyList<string> Owners { get; } = ["Tenant"];

    public override string Key => "tenant";

    protected override IReadOnlyList<string> Columns { get; } = ["name", "slug", "time_zone", "status", "framework_version", "created_at"];

    public override TenantRow Read(DbDataReader reader) => new(
        reader.Id<TenantId>(0), reader.Text(1), reader.Text(2), reader.Text(3), reader.Name<TenantStatus>(4), reader.Number(5), reader.Instant(6));

    protected override TenantId TenantOf(TenantRow row) => row.Id;

    protected override object?[] Values(TenantRow row) =>
        [row.Name, row.Slug, row.TimeZone, row.Status.ToString(), (long)row.FrameworkVersion, row.CreatedAt.Column()];
}
