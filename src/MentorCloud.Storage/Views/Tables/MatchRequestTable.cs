using System.Data.Common;
using MentorCloud.Domain.Cohorts.Requests;
using MentorCloud.Domain.Identifiers;
using MentorCloud.Domain.Pairings;
using MentorCloud.Storage.Sql;

namespace MentorCloud.Storage.Views.Tables;

internal sealed class MatchRequestTable : RowTable<MatchRequestRow>
{
    public override string Name => "match_requests";

    public override IReadOnlyList<string> Owners { get; } = ["MatchRequest"];

    protected override IReadOnlyList<string> Columns { get; } =
    [
        "id", "cohort", "mentor", "mentee", "asked_by", "status", "score", "sent_at", "remind_at", "expires_at", "ended_at", "pairing",
    ];

    public override MatchRequestRow Read(DbDataReader reader) => new(
        reader.Id<MatchRequestId>(1), reader.Id<TenantId>(0), reader.Id<CohortId>(2), reader.Id<ParticipantId>(3), reader.Id<ParticipantId>(4),
        reader.Name<PairingSide>(5), reader.Name<MatchRequestStatus>(6), reader.Long(7), reader.Instant(8), reader.Instant(9), reader.Instant(10),
        reader.InstantOrNull(11), reader.IsDBNull(12) ? null : reader.Id<PairingId>(12));

    protected override TenantId TenantOf(MatchRequestRow row) => row.Tenant;

    protected override object?[] Values(MatchRequestRow row) =>
    [
        row.Id.ToString(), row.Cohort.ToString(), row.Mentor.ToString(), row.Mentee.ToString(), row.AskedBy.ToString(), row.Status.ToString(),
        row.Score, row.SentAt.Column(), row.RemindAt.Column(), row.ExpiresAt.Column(), row.EndedAt?.Column(), row.Pairing?.ToString(),
    ];
}
