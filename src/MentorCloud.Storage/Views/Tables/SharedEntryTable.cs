using System.Data.Common;
using MentorCloud.Domain.Identifiers;
using MentorCloud.Domain.Pairings.Practice;
using MentorCloud.Storage.Sql;

namespace MentorCloud.Storage.Views.Tables;

internal sealed class SharedEntryTable : RowTable<SharedEntryRow>
{
    public override string Name => "shared_entries";

    public override IReadOnlyList<string> Owners { get; } = ["Pairing"];

    protected override IReadOnlyList<string> Columns { get; } = ["pairing", "number", "cohort", "kind", "author", "written_at", "id"];

    public override SharedEntryRow Read(DbDataReader reader) => new(
        reader.Id<TenantId>(0), reader.Id<PairingId>(1), reader.Number(2), reader.Id<CohortId>(3), reader.Name<EntryKind>(4),
        reader.Id<ParticipantId>(5), reader.Instant(6));

    protected override TenantId TenantOf(SharedEntryRow row) => row.Tenant;

    protected override object?[] Values(SharedEntryRow row) =>
    [
        row.Pairing.ToString(), (long)row.Number, row.Cohort.ToString(), row.Kind.ToString(), row.Author.ToString(), row.WrittenAt.Column(), row.Id,
    ];
}
