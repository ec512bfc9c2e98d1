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

    public static CaseTable Cases { get; } = new();

    public static ReviewRequestTable ReviewRequests { get; } = new();

    public static PulseTable Pulses { get; } = new();

    public static SharedEntryTable SharedEntries { get; } = new();

    public static CohortEventTable CohortEvents { get; } = new();

    public static IReadOnlyList<RowTable> All { get; } =
        [Tenants, Participants, Cohorts, Rounds, MatchRequests, Pairings, Cases, ReviewRequests, Pulses, SharedEntries, CohortEvents];

    /// <summary>The names of all tables, each followed by those that hang on it.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. All.SelectMany(table => table.SideTables.Prepend(table.Name))];

    /// <summary>The tables that a kind of grain has rows in; all of them for a kind that no table names.</summary>
    public static IReadOnlyList<RowTable> OwnedBy(string kind) =>
        All.Where(table => table.Owners.Contains(kind, StringComparer.Ordinal)).ToList() is { Count: > 0 } owned ? owned : All;

    private static FrozenDictionary<Type, RowTable> ByRow { get; } = All.ToFrozenDictionary(table => table.RowType);

    public static RowTable For(ViewRow row) => ByRow[row.GetType()];
}
