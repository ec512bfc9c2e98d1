using System.Collections.Immutable;
using System.Data.Common;
using MentorCloud.Domain.Identifiers;
using MentorCloud.Domain.Pairings;
using MentorCloud.Domain.Pairings.Health;
using MentorCloud.Storage.Sql;

namespace MentorCloud.Storage.Views.Tables;

internal sealed class PairingTable : RowTable<PairingRow>
{
    public override string Name => "pairings";

    public override IReadOnlyList<string> Owners { get; } = ["Pairing"];

    protected override IReadOnlyList<string> Columns { get; } =
    [
        "id", "cohort", "round", "mentor", "mentee", "stage", "score", "weights_version", "contract_version", "check_ins_done",
        "check_ins_missed", "next_check_in_due", "created_at", "health", "health_reasons", "due_up", "due_down",
    ];

    public override PairingRow Read(DbDataReader reader) => new(
        reader.Id<PairingId>(1), reader.Id<TenantId>(0), reader.Id<CohortId>(2), reader.Id<RoundId>(3), reader.Id<ParticipantId>(4),
        reader.Id<ParticipantId>(5), reader.Name<PairingStage>(6), reader.Long(7), reader.Number(8), reader.Number(9),
        reader.Number(10), reader.Number(11), reader.InstantOrNull(12), reader.Instant(13),
        (HealthStatus)reader.Number(14), Reasons(reader.Text(15)));

    /// <summary>The due time that a row sorts by: without one it comes last, whichever way the list is read.</summary>
    public static long DueKey(PairingRow row, bool descending) =>
        row.NextCheckInDue?.UtcTicks ?? (descending ? -1 : long.MaxValue);

    private static ImmutableArray<HealthReason> Reasons(string names) => names.Length == 0
        ? default
        : [.. names.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Enum.Parse<HealthReason>)];

    protected override TenantId TenantOf(PairingRow row) => row.Tenant;

    protected override object?[] Values(PairingRow row) =>
    [
        row.Id.ToString(), row.Cohort.ToString(), row.Round.ToString(), row.Mentor.ToString(), row.Mentee.ToString(),
        row.Stage.ToString(), row.Score, (long)row.WeightsVersion, (long)row.ContractVersion, (long)row.CheckInsDone,
        (long)row.CheckInsMissed, row.NextCheckInDue.Column(), row.CreatedAt.Column(),
        (long)row.Health, row.HealthReasons.IsDefaultOrEmpty ? string.Empty : $" {string.Join(' ', row.HealthReasons)} ", DueKey(row, false), DueKey(row, true),
    ];
}
