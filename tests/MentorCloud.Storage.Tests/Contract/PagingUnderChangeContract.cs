using MentorCloud.Contracts.Views;
using MentorCloud.Domain.Cohorts.Events;
using MentorCloud.Domain.Facts;
using MentorCloud.Domain.Identifiers;
using MentorCloud.Domain.Pairings.Cases;
using MentorCloud.Domain.Pairings.Health;
using MentorCloud.Domain.Refusals;
using MentorCloud.Storage.Tests.Fixtures;

namespace MentorCloud.Storage.Tests.Contract;

/// <summary>
/// Every list in each of its orders, read page by page in both directions while rows come, change and go at random: each page
/// is what a sorted list would give behind the same place, and what it says of its surroundings is true.
/// </summary>
public abstract class PagingUnderChangeContract : StoreContract
{
    private static readonly string[] Names = ["ana", "bo", "cai", "dee"];

    public static TheoryData<string> Lists =>
        [.. Enum.GetNames<PairingOrder>().Select(order => $"pairings.{order}"), .. Enum.GetNames<ParticipantOrder>().Select(order => $"participants.{order}"), "cohorts", "rounds", "requests", "cases", "events"];

    [Theory]
    [MemberData(nameof(Lists))]
    public Task Page_behind_any_cursor_is_what_the_sorted_list_has_there(string list) => list switch
    {
        _ when list.StartsWith("pairings.", StringComparison.Ordinal) => PairingsAsync(Enum.Parse<PairingOrder>(list["pairings.".Length..])),
        _ when list.StartsWith("participants.", StringComparison.Ordinal) => ParticipantsAsync(Enum.Parse<ParticipantOrder>(list["participants.".Length..])),
        "cohorts" => RunAsync(
            (n, at) => Sample.Cohort(n) with { CreatedAt = Day(at) }, row => row.Id.ToString(), (row, _) => row.CreatedAt.Ticks,
            page => Store.Views.CohortsAsync(Sample.Tenant, null, page, Stop)),
        "rounds" => RunAsync(
            (n, at) => Sample.Round(n) with { CreatedAt = Day(at) }, row => row.Id.ToString(), (row, _) => row.CreatedAt.Ticks,
            page => Store.Views.RoundsAsync(Sample.Tenant, Sample.Id<CohortId>(1), page, Stop)),
        "requests" => RunAsync(
            (n, at) => Sample.MatchRequest(n) with { SentAt = Day(at) }, row => row.Id.ToString(), (row, _) => row.SentAt.Ticks,
            page => Store.Views.MatchRequestsAsync(Sample.Tenant, new(), page, Stop)),
        "cases" => RunAsync(
            (n, at) => new CaseRow(Sample.Tenant, (CaseKind)(n % 2), Sample.Id<PairingId>(n), n % 3, Sample.Id<CohortId>(1), Day(at), null, null, true),
            row => row.Id, (row, _) => row.OpenedAt.Ticks, page => Store.Program.CasesAsync(Sample.Tenant, new(), page, Stop)),
        _ => RunAsync(
            (n, at) => new CohortEventRow(Sample.Id<CohortEventId>(n), Sample.Tenant, Sample.Id<CohortId>(1), CohortEventKind.Roundtable, "Roundtable", Day(at), 60, false, []),
            row => row.Id.ToString(), (row, _) => row.StartsAt.Ticks, page => Store.Program.EventsAsync(Sample.Tenant, Sample.Id<CohortId>(1), null, page, Stop)),
    };

    [Fact]
    public async Task Cursor_that_was_cut_or_altered_is_refused_or_names_a_place_of_the_list()
    {
        await Store.PublishAsync(Sample.Participant(1, "ana"), Sample.Participant(2, "bo"));
        Task<Page<Domain.People.ParticipantRow>> ReadAsync(string cursor) =>
            Store.Views.ParticipantsAsync(Sample.Tenant, new(), ParticipantOrder.Name, new(1, cursor), Stop);
        var cursor = (await Store.Views.ParticipantsAsync(Sample.Tenant, new(), ParticipantOrder.Name, new(1), Stop)).Rows[0].Cursor;

        for (var length = 0; length < cursor.Length; length++)
        {
            var refused = await Assert.ThrowsAsync<RefusedException>(() => ReadAsync(cursor[..length]));
            Assert.Equal(ErrorCodes.CursorInvalid, refused.Refusal.Code);
        }

        for (var place = 0; place < cursor.Length; place++)
        {
            var altered = $"{cursor[..place]}{(cursor[place] == 'A' ? 'B' : 'A')}{cursor[(place + 1)..]}";
            if (await Record.ExceptionAsync(() => ReadAsync(altered)) is { } exception)
            {
                Assert.Equal(ErrorCodes.CursorInvalid, Assert.IsType<RefusedException>(exception).Refusal.Code);
            }
        }
    }

    private static DateTimeOffset Day(int at) => Sample.Start.AddDays(at);

    private Task PairingsAsync(PairingOrder order) => RunAsync(
        (n, at) => Sample.Pairing(n, score: at, due: at == 3 ? null : Day(at)) with { CreatedAt = Day(at), Health = (HealthStatus)at },
        row => row.Id.ToString(),
        (row, descending) => order switch
        {
            PairingOrder.CreatedAt => row.CreatedAt.Ticks,
            PairingOrder.Score => row.Score,
            PairingOrder.Health => (long)row.Health,
            _ => row.NextCheckInDue?.Ticks ?? (descending ? 0 : long.MaxValue),
        },
        page => Store.Views.PairingsAsync(Sample.Tenant, new(), order, page, Stop));

    private Task ParticipantsAsync(ParticipantOrder order) => RunAsync(
        (n, at) => Sample.Participant(n, Names[at]) with { RegisteredAt = Day(at) },
        row => row.Id.ToString(),
        (row, _) => order == ParticipantOrder.Name ? Array.IndexOf(Names, row.Name) : row.RegisteredAt.Ticks,
        page => Store.Views.ParticipantsAsync(Sample.Tenant, new(), order, page, Stop));

    private async Task RunAsync<TRow>(Func<int, int, TRow> make, Func<TRow, string> id, Func<TRow, bool, long> key, Func<PageRequest, Task<Page<TRow>>> read)
        where TRow : ViewRow
    {
        var list = new ChangingList<TRow>(Store, make, new Random(20_261_127));
        await list.FillAsync(24);
        foreach (var (descending, backward) in new[] { (false, false), (false, true), (true, false), (true, true) })
        {
            var sorted = new SortedPlaces<TRow>(id, row => key(row, descending), descending);
            TRow? edge = null;
            string? cursor = null;
            while (true)
            {
                var size = list.Random.Next(1, 7);
                var page = await read(new(size, cursor, backward, descending, CountTotal: true));
                var (expected, before, after) = sorted.Behind(list.Rows, edge, backward, size);
                Assert.Equal(expected.Select(id), page.Rows.Select(paged => id(paged.Row)));
                Assert.Equal((before, after, (int?)list.Rows.Count), (page.HasPrevious, page.HasNext, page.Total));
                if (page.Rows.Count == 0) break;
                (edge, cursor) = (backward ? page.Rows[0].Row : page.Rows[^1].Row, page.Rows[backward ? 0 : ^1].Cursor);
                await list.ChangeAsync();
            }
        }
    }
}
