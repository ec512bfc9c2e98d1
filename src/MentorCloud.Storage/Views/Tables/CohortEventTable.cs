using System.Data.Common;
using MentorCloud.Domain.Cohorts.Events;
using MentorCloud.Domain.Identifiers;
using MentorCloud.Storage.Sql;

namespace MentorCloud.Storage.Views.Tables;

internal sealed class CohortEventTable : RowTable<CohortEventRow>
{
    public override string Name => "cohort_events";

    public override IReadOnlyList<string> Owners { get; } = ["CohortEvent"];

    public override IReadOnlyList<string> SideTables { get; } = ["invitations"];

    protected override IReadOnlyList<string> Columns { get; } =
        ["id", "cohort", "kind", "title", "starts_at", "minutes", "is_cancelled", "invited"];

    public override CohortEventRow Read(DbDataReader reader) => new(
        reader.Id<CohortEventId>(1), reader.Id<TenantId>(0), reader.Id<CohortId>(2), reader.Name<CohortEventKind>(3), reader.Text(4),
        reader.Instant(5), reader.Number(6), reader.Number(7) == 1,
        [.. reader.Text(8).Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(EntityId.Parse<ParticipantId>)]);

    protected override TenantId TenantOf(CohortEventRow row) => row.Tenant;

    protected override object?[] Values(CohortEventRow row) =>
    [
        row.Id.ToString(), row.Cohort.ToString(), row.Kind.ToString(), row.Title, row.StartsAt.Column(), (long)row.Minutes,
        row.IsCancelled ? 1L : 0L, string.Join(' ', row.Invited),
    ];

    protected override async Task InsertRowAsync(SqlSession session, string prefix, string owner, CohortEventRow row)
    {
        await base.InsertRowAsync(session, prefix, owner, row);
        foreach (var participant in row.Invited.Distinct())
        {
            await session.ExecuteAsync(
                $"INSERT INTO {prefix}invitations (tenant, owner, event, participant) VALUES (@tenant, @owner, @event, @participant)",
                CancellationToken.None,
                ("@tenant", row.Tenant.ToString()), ("@owner", owner), ("@event", row.Id.ToString()), ("@participant", participant.ToString()));
        }
    }
}
