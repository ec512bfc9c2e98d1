using System.Data.Common;
using MentorCloud.Domain.Identifiers;
using MentorCloud.Domain.Pairings.Cadence;
using MentorCloud.Storage.Sql;

namespace MentorCloud.Storage.Views.Tables;

internal sealed class PulseTable : RowTable<PulseRow>
{
    public override string Name => "pulses";

    public override IReadOnlyList<string> Owners { get; } = ["Pairing"];

    protected override IReadOnlyList<string> Columns { get; } = ["id", "cohort", "month", "mentor", "mentee", "mentor_score", "mentee_score"];

    public override PulseRow Read(DbDataReader reader)
    {
        var (pairing, number) = reader.Text(1).Split('.') is [var id, var count] ? (id, count) : throw new FormatException("A pulse's id has two parts.");
        return new(
            reader.Id<TenantId>(0), EntityId.Parse<PairingId>(pairing), int.Parse(number, System.Globalization.CultureInfo.InvariantCulture),
            reader.Id<CohortId>(2), reader.Number(3), reader.Id<ParticipantId>(4), reader.Id<ParticipantId>(5), reader.Number(6), reader.Number(7));
    }

    protected override TenantId TenantOf(PulseRow row) => row.Tenant;

    protected override object?[] Values(PulseRow row) =>
    [
        row.Id, row.Cohort.ToString(), (long)row.Month, row.Mentor.ToString(), row.Mentee.ToString(), (long)row.MentorScore, (long)row.MenteeScore,
    ];
}
