using System.Collections.Immutable;
using System.Data.Common;
using MentorCloud.Domain.Identifiers;
using MentorCloud.Domain.People;
using MentorCloud.Storage.Sql;

namespace MentorCloud.Storage.Views.Tables;

internal sealed class ParticipantTable : RowTable<ParticipantRow>
{
    public override string Name => "participants";

    public override IReadOnlyList<string> Owners { get; } = ["Participant"];

    public override IReadOnlyList<string> SideTables { get; } = ["memberships"];

    protected override IReadOnlyList<string> Columns { get; } =
    [
        "id", "external_id", "kind", "name", "title", "division", "location", "time_zone", "hours_per_month", "max_mentees",
        "load", "cohorts", "registered_at", "sort_name", "search",
    ];

    public override ParticipantRow Read(DbDataReader reader) => new(
        reader.Id<ParticipantId>(1), reader.Id<TenantId>(0), reader.Text(2), reader.Name<ParticipantKind>(3), reader.Text(4),
        reader.Text(5), reader.Text(6), reader.Text(7), reader.Text(8), reader.Number(9), reader.Number(10), reader.Number(11),
        [.. reader.Text(12).Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(EntityId.Parse<CohortId>)], reader.Instant(13));

    protected override TenantId TenantOf(ParticipantRow row) => row.Tenant;

    protected override object?[] Values(ParticipantRow row) =>
    [
        row.Id.ToString(), row.ExternalId, row.Kind.ToString(), row.Name, row.Title, row.Division, row.Location, row.TimeZone,
        (long)row.HoursPerMonth, (long)row.MaxMentees, (long)row.Load, string.Join(' ', CohortsOf(row)), row.RegisteredAt.Column(),
        Folding.Sort(row.Name), Folding.Search($"{row.Name}\n{row.Title}\n{row.Division}\n{row.ExternalId}"),
    ];

    protected override async Task InsertRowAsync(SqlSession session, string prefix, string owner, ParticipantRow row)
    {
        await base.InsertRowAsync(session, prefix, owner, row);
        foreach (var cohort in CohortsOf(row).Distinct())
        {
            await session.ExecuteAsync(
                $"INSERT INTO {prefix}memberships (tenant, owner, cohort, participant) VALUES (@tenant, @owner, @cohort, @participant)",
                CancellationToken.None,
                ("@tenant", row.Tenant.ToString()), ("@owner", owner), ("@cohort", cohort.ToString()), ("@participant", row.Id.ToString()));
        }
    }

    private static ImmutableArray<CohortId> CohortsOf(ParticipantRow row) => row.Cohorts.IsDefault ? [] : row.Cohorts;
}
