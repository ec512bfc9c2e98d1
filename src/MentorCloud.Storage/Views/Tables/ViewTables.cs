using System.Collections.Frozen;
using MentorCloud.Domain.Facts;

namespace MentorCloud.Storage.Views.Tables;

/// <summary>Every view table. A row type of the domain without a table here fails a test.</summary>
internal static class ViewTables
{
    public static TenantTable Tenants { get; } = new();

    public static ParticipantTable Participants { get; } = new();

    public static CohortTable Cohorts { get; } = new();

    public static RoundTable Rounds { get; } = new();

    public static PairingTable Pairings { get; } = new();

    public static MatchRequestTable MatchRequests { get; } = new();

    public static IReadOnlyList<RowTable> All { get; } = [Tenants, Participants, Cohorts, Rounds, MatchRequests, Pairings];

    private static FrozenDictionary<Type, RowTable> ByRow { get; } = All.ToFrozenDictionary(table => table.RowType);

    public static RowTable For(ViewRow row) => ByRow[row.GetType()];
}
