using System.Data.Common;
using MentorCloud.Domain.Identifiers;
using MentorCloud.Domain.Pairings.Cases;
using MentorCloud.Storage.Sql;

namespace MentorCloud.Storage.Views.Tables;

internal sealed class CaseTable : RowTable<CaseRow>
{
    public override string Name => "cases";

    public override IReadOnlyList<string> Owners { get; } = ["Pairing", "Cover"];

    protected override IReadOnlyList<string> Columns { get; } =
        ["kind", "pairing", "number", "cohort", "opened_at", "due_at", "closed_at", "is_open", "id"];

    public override CaseRow Read(DbDataReader reader) => new(
        reader.Id<TenantId>(0), reader.Name<CaseKind>(1), reader.Id<PairingId>(2), reader.Number(3), reader.Id<CohortId>(4),
        reader.Instant(5), reader.InstantOrNull(6), reader.InstantOrNull(7), reader.Number(8) == 1);

    protected override TenantId TenantOf(CaseRow row) => row.Tenant;

    protected override object?[] Values(CaseRow row) =>
    [
        row.Kind.ToString(), row.Pairing.ToString(), (long)row.Number, row.Cohort.ToString(), row.OpenedAt.Column(),
        row.DueAt.Column(), row.ClosedAt.Column(), row.IsOpen ? 1L : 0L, row.Id,
    ];
}
