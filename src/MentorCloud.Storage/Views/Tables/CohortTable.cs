using System.Data.Common;
using MentorCloud.Domain.Cohorts;
using MentorCloud.Domain.Identifiers;
using MentorCloud.Storage.Sql;

namespace MentorCloud.Storage.Views.Tables;

internal sealed class CohortTable : RowTable<CohortRow>
{
    public override string Name => "cohorts";

    public override IReadOnlyList<string> Owners { get; } = ["Cohort"];

    protected override IReadOnlyList<string> Columns { get; } =
        ["id", "name", "phase", "starts_on", "midcourse", "ends_at", "mentors", "mentees", "created_at"];

    public override CohortRow Read(DbDataReader reader) => new(
        reader.Id<CohortId>(1), reader.Id<TenantId>(0), reader.Text(2), reader.Name<CohortPhase>(3), reader.DayOrNull(4),
        reader.InstantOrNull(5), reader.InstantOrNull(6), reader.Number(7), reader.Number(8), reader.Instant(9));

    protected override TenantId TenantOf(CohortRow row) => row.Tenant;

    protected override object?[] Values(CohortRow row) =>
    [
        row.Id.ToString(), row.Name, row.Phase.ToString(), row.StartsOn.Column(), row.Midcourse.Column(), row.EndsAt.Column(),
        (long)row.Mentors, (long)row.Mentees, row.CreatedAt.Column(),
    ];
}
