using MentorCloud.Contracts.Views;
using MentorCloud.Domain.Cohorts.Events;
using MentorCloud.Domain.Cohorts.Requests;
using MentorCloud.Domain.Cohorts.Rounds;
using MentorCloud.Domain.Cohorts;
using MentorCloud.Domain.Pairings.Cases;
using MentorCloud.Domain.Pairings;
using MentorCloud.Domain.Pairings.Practice;
using MentorCloud.Domain.People;
using MentorCloud.Storage.Views.Lists;
using MentorCloud.Storage.Views.Tables;

namespace MentorCloud.Storage.Views;

/// <summary>Every order that a list can be read in.</summary>
internal static class ListOrders
{
    public static ListOrder<ParticipantRow> For(ParticipantOrder order, bool descending) => order switch
    {
        ParticipantOrder.Name => Text<ParticipantRow>(
            "participants.name", "sort_name", descending, row => Folding.Sort(row.Name), row => row.Id.ToString()),
        ParticipantOrder.RegisteredAt => Number<ParticipantRow>(
            "participants.registeredAt", "registered_at", descending, row => row.RegisteredAt.UtcTicks, row => row.Id.ToString()),
        _ => throw new ArgumentOutOfRangeException(nameof(order)),
    };

    public static ListOrder<PairingRow> For(PairingOrder order, bool descending) => order switch
    {
        PairingOrder.CreatedAt => Number<PairingRow>(
            "pairings.createdAt", "created_at", descending, row => row.CreatedAt.UtcTicks, row => row.Id.ToString()),
        PairingOrder.Score => Number<PairingRow>("pairings.score", "score", descending, row => row.Score, row => row.Id.ToString()),
        PairingOrder.NextCheckInDue => Number<PairingRow>(
            "pairings.nextCheckInDue", descending ? "due_down" : "due_up", descending,
            row => PairingTable.DueKey(row, descending), row => row.Id.ToString()),
        PairingOrder.Health => Number<PairingRow>(
            "pairings.health", "health", descending, row => (long)row.Health, row => row.Id.ToString()),
        _ => throw new ArgumentOutOfRangeException(nameof(order)),
    };

    public static ListOrder<CohortRow> Cohorts(bool descending) => Number<CohortRow>(
        "cohorts.createdAt", "created_at", descending, row => row.CreatedAt.UtcTicks, row => row.Id.ToString());

    public static ListOrder<RoundRow> Rounds(bool descending) => Number<RoundRow>(
        "rounds.createdAt", "created_at", descending, row => row.CreatedAt.UtcTicks, row => row.Id.ToString());

    public static ListOrder<CaseRow> Cases(bool descending) => Number<CaseRow>(
        "cases.openedAt", "opened_at", descending, row => row.OpenedAt.UtcTicks, row => row.Id);

    public static ListOrder<CohortEventRow> Events(bool descending) => Number<CohortEventRow>(
        "events.startsAt", "starts_at", descending, row => row.StartsAt.UtcTicks, row => row.Id.ToString());

    public static ListOrder<SharedEntryRow> SharedEntries(bool descending) => Number<SharedEntryRow>(
        "sharedEntries.writtenAt", "written_at", descending, row => row.WrittenAt.UtcTicks, row => row.Id);

    public static ListOrder<MatchRequestRow> MatchRequests(bool descending) => Number<MatchRequestRow>(
        "matchRequests.sentAt", "sent_at", descending, row => row.SentAt.UtcTicks, row => row.Id.ToString());

    private static ListOrder<TRow> Text<TRow>(string name, string column, bool descending, Func<TRow, string> key, Func<TRow, string> id) =>
        new(Name(name, descending), column, descending, TextKey: true, key, id);

    private static ListOrder<TRow> Number<TRow>(string name, string column, bool descending, Func<TRow, long> key, Func<TRow, string> id) =>
        new(Name(name, descending), column, descending, TextKey: false, row => key(row), id);

    private static string Name(string name, bool descending) => descending ? name + ".down" : name;
}
