using System.Data.Common;
using MentorCloud.Domain.Identifiers;
using MentorCloud.Domain.Pairings.Growth;
using MentorCloud.Storage.Sql;

namespace MentorCloud.Storage.Views.Tables;

internal sealed class ReviewRequestTable : RowTable<ReviewRequestRow>
{
    public override string Name => "review_requests";

    public override IReadOnlyList<string> Owners { get; } = ["Pairing"];

    protected override IReadOnlyList<string> Columns { get; } = ["pairing", "number", "rater", "mentee", "competencies", "id"];

    public override ReviewRequestRow Read(DbDataReader reader) => new(
        reader.Id<TenantId>(0), reader.Id<PairingId>(1), reader.Number(2), reader.Id<ParticipantId>(3), reader.Id<ParticipantId>(4),
        [.. reader.Text(5).Split('\n')]);

    protected override TenantId TenantOf(ReviewRequestRow row) => row.Tenant;

    protected override object?[] Values(ReviewRequestRow row) =>
    [
        row.Pairing.ToString(), (long)row.Number, row.Rater.ToString(), row.Mentee.ToString(),
        string.Join('\n', row.Competencies.Select(each => each.ReplaceLineEndings(" "))), row.Id,
    ];
}
