using System.Data.Common;
using MentorCloud.Domain.Cohorts.Matching;
using MentorCloud.Domain.Cohorts.Rounds;
using MentorCloud.Domain.Identifiers;
using MentorCloud.Storage.Sql;

namespace MentorCloud.Storage.Views.Tables;

internal sealed class RoundTable : RowTable<RoundRow>
{
    public override string Name => "rounds";

    public override IReadOnlyList<string> Owners { get; } = ["Round"];

    protected override IReadOnlyList<string> Columns { get; } =
    [
        "id", "cohort", "objective", "status", "weights_version", "pairs", "unmatched", "total_score", "upper_bound", "created_at",
    ];

    public override RoundRow Read(DbDataReader reader) => new(
        reader.Id<RoundId>(1), reader.Id<TenantId>(0), reader.Id<CohortId>(2), reader.Name<MatchObjective>(3),
        reader.Name<RoundStatus>(4), reader.Number(5), reader.Number(6), reader.Number(7), reader.Long(8), reader.Long(9),
        reader.Instant(10));

    protected override TenantId TenantOf(RoundRow row) => row.Tenant;

    protected override object?[] Values(RoundRow row) =>
    [
        row.Id.ToString(), row.Cohort.ToString(), row.Objective.ToString(), row.Status.ToString(), (long)row.WeightsVersion,
        (long)row.Pairs, (long)row.Unmatched, row.TotalScore, row.UpperBound, row.CreatedAt.Column(),
    ];
}
