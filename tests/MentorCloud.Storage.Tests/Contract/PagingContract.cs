using System.Text;
using MentorCloud.Contracts.Views;
using MentorCloud.Domain.Identifiers;
using MentorCloud.Domain.Pairings;
using MentorCloud.Domain.Pairings.Health;
using MentorCloud.Domain.Refusals;
using MentorCloud.Storage.Tests.Fixtures;

namespace MentorCloud.Storage.Tests.Contract;

public abstract class PagingContract : StoreContract
{
    private const int Count = 23;

    public static TheoryData<PairingOrder, bool, int> PairingPages() => new(
        from order in Enum.GetValues<PairingOrder>() from down in new[] { false, true } from size in new[] { 1, 5, 22, 23, 24 } select (order, down, size));

    public static TheoryData<ParticipantOrder, bool, int> ParticipantPages() => new(
        from order in Enum.GetValues<ParticipantOrder>() from down in new[] { false, true } from size in new[] { 1, 5, 23 } select (order, down, size));

    [Theory]
    [MemberData(nameof(PairingPages))]
    public async Task Pairings_read_by_pages_both_ways_equal_the_sorted_list(PairingOrder order, bool descending, int size)
    {
        // Few different keys, so that ties are everywhere; some without a due time.
        var rows = Enumerable.Range(1, Count)
            .Select(n => Sample.Pairing(n, score: n % 4, due: n % 3 == 0 ? null : Sample.Start.AddDays(n % 5)) with { CreatedAt = Sample.Start.AddDays(n % 6), Health = (HealthStatus)(n % 4) })
            .ToArray();
        await Store.PublishAsync(rows);

        await AssertPagesAsync(
            Sorted(rows, order, descending), size, row => row.Id,
            (cursor, backward) => Store.Views.PairingsAsync(Sample.Tenant, new(), order, new(size, cursor, backward, descending, CountTotal: true), Stop));
    }

    [Theory]
    [MemberData(nameof(ParticipantPages))]
    public async Task Participants_read_by_pages_both_ways_equal_the_sorted_list(ParticipantOrder order, bool descending, int size)
    {
        string[] names = ["Émile", "emil", "Zoe", "zora", "Ana", "Ähre", "Øyvind"];
        string[] byName = ["Ähre", "Ana", "emil", "Émile", "Zoe", "zora", "Øyvind"];
        var rows = Enumerable.Range(1, Count).Select(n => Sample.Participant(n, names[n % names.Length]) with { RegisteredAt = Sample.Start.AddDays(n % 4) }).ToArray();
        await Store.PublishAsync(rows);
        var sorted = (order == ParticipantOrder.Name
            ? rows.OrderBy(row => Array.IndexOf(byName, row.Name)) : rows.OrderBy(row => row.RegisteredAt)).ThenBy(row => row.Id.ToString(), StringComparer.Ordinal).ToList();
        // emil and Émile sort apart by their last letter; Ähre and Ana by their second.
        if (order == ParticipantOrder.Name) sorted = [.. sorted.OrderBy(row => Array.IndexOf(byName, row.Name)).ThenBy(row => row.Id.ToString(), StringComparer.Ordinal)];
        if (descending) sorted.Reverse();

        await AssertPagesAsync(
            sorted, size, row => row.Id,
            (cursor, backward) => Store.Views.ParticipantsAsync(Sample.Tenant, new(), order, new(size, cursor, backward, descending, CountTotal: true), Stop));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Cohorts_and_rounds_read_by_pages_equal_the_sorted_list(bool descending)
    {
        var cohorts = Enumerable.Range(1, 9).Select(Sample.Cohort).ToList();
        var rounds = Enumerable.Range(1, 9).Select(n => Sample.Round(n)).ToList();
        await Store.PublishAsync([.. cohorts, .. rounds, Sample.Round(10, cohort: 2)]);
        if (descending) cohorts.Reverse();
        if (descending) rounds.Reverse();

        await AssertPagesAsync(
            cohorts, 4, row => row.Id,
            (cursor, backward) => Store.Views.CohortsAsync(Sample.Tenant, null, new(4, cursor, backward, descending, CountTotal: true), Stop));
        await AssertPagesAsync(
            rounds, 4, row => row.Id,
            (cursor, backward) => Store.Views.RoundsAsync(Sample.Tenant, Sample.Id<CohortId>(1), new(4, cursor, backward, descending, CountTotal: true), Stop));
    }

    [Fact]
    public async Task Cursor_of_a_row_that_has_gone_still_names_its_place()
    {
        await Store.PublishAsync(Sample.Cohort(1), Sample.Cohort(2), Sample.Cohort(3));
        var first = await Store.Views.CohortsAsync(Sample.Tenant, null, new(1), Stop);
        await Store.Facts.PublishAsync(Sample.Tenant, Sample.Owner(Sample.Cohort(1)).Grain, [Sample.Entry(2)], Stop);

        var next = await Store.Views.CohortsAsync(Sample.Tenant, null, new(1, first.Rows[0].Cursor), Stop);

        Assert.Equal(Sample.Cohort(2), Assert.Single(next.Rows).Row);
        Assert.True(next.HasNext);
        Assert.False(next.HasPrevious);
    }

    [Fact]
    public async Task Page_of_an_empty_list_has_nothing_around_it()
    {
        var page = await Store.Views.PairingsAsync(Sample.Tenant, new(), default, new(10, CountTotal: true), Stop);

        Assert.Empty(page.Rows);
        Assert.Equal((false, false, (int?)0), (page.HasNext, page.HasPrevious, page.Total));
    }

    [Theory]
    [InlineData("")]
    [InlineData("!")]
    [InlineData("YWJj")]
    [InlineData("W10")]
    [InlineData("bnVsbA")]
    [InlineData("WzEsMiwzLDRd")]
    public async Task Cursor_that_is_none_is_refused(string cursor) => await AssertCursorRefusedAsync(cursor);

    [Fact]
    public async Task Cursor_forged_with_a_wrong_key_is_refused()
    {
        var tenant = Sample.Tenant.ToString();
        string[] forged =
        [
            $"""["pairings.createdAt","{tenant}","text","{tenant}"]""", $"""["pairings.createdAt","{tenant}",1.5,"{tenant}"]""",
            $"""["pairings.createdAt","{tenant}",1,"x' OR 1=1"]""", $"""["pairings.createdAt","{tenant}",1,null]""",
            $"""["pairings.createdAt","{tenant}",1,"{tenant}",1]""", $$"""{"a":1}""",
        ];

        foreach (var text in forged) await AssertCursorRefusedAsync(Convert.ToBase64String(Encoding.UTF8.GetBytes(text)).TrimEnd('='));
        await AssertCursorRefusedAsync(new string('A', 100_000));
    }

    [Fact]
    public async Task Cursor_of_another_list_order_direction_or_tenant_is_refused()
    {
        await Store.PublishAsync(Sample.Pairing(1), Sample.Cohort(1), Sample.Pairing(2) with { Tenant = Sample.OtherTenant });
        var cohort = (await Store.Views.CohortsAsync(Sample.Tenant, null, new(1), Stop)).Rows[0].Cursor;
        var score = (await Store.Views.PairingsAsync(Sample.Tenant, new(), PairingOrder.Score, new(1), Stop)).Rows[0].Cursor;
        var down = (await Store.Views.PairingsAsync(Sample.Tenant, new(), default, new(1, Descending: true), Stop)).Rows[0].Cursor;
        var foreign = (await Store.Views.PairingsAsync(Sample.OtherTenant, new(), default, new(1), Stop)).Rows[0].Cursor;

        foreach (var cursor in new[] { cohort, score, down, foreign }) await AssertCursorRefusedAsync(cursor);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(101)]
    public async Task Page_size_out_of_range_is_refused(int size)
    {
        var refused = await Assert.ThrowsAsync<RefusedException>(() => Store.Views.CohortsAsync(Sample.Tenant, null, new(size), Stop));

        Assert.Equal(ErrorCodes.InputInvalid, refused.Refusal.Code);
    }

    [Fact]
    public async Task Search_too_long_is_refused()
    {
        var refused = await Assert.ThrowsAsync<RefusedException>(
            () => Store.Views.ParticipantsAsync(Sample.Tenant, new(Search: new string('a', 101)), default, new(1), Stop));

        Assert.Equal(ErrorCodes.InputInvalid, refused.Refusal.Code);
    }

    private static List<PairingRow> Sorted(PairingRow[] rows, PairingOrder order, bool descending)
    {
        Func<PairingRow, long> key = order switch
        {
            PairingOrder.CreatedAt => row => row.CreatedAt.Ticks,
            PairingOrder.Score => row => row.Score,
            PairingOrder.Health => row => (long)row.Health,
            _ => row => row.NextCheckInDue?.Ticks ?? (descending ? 0 : long.MaxValue),
        };
        var sorted = rows.OrderBy(key).ThenBy(row => row.Id.ToString(), StringComparer.Ordinal).ToList();
        if (descending) sorted.Reverse();
        return sorted;
    }

    private static async Task AssertPagesAsync<TRow, TId>(
        List<TRow> all, int size, Func<TRow, TId> id, Func<string?, bool, Task<Page<TRow>>> read)
    {
        foreach (var backward in new[] { false, true })
        {
            var chunks = backward ? all.AsEnumerable().Reverse().Chunk(size).Select(chunk => chunk.Reverse().ToArray()) : all.Chunk(size);
            string? cursor = null;
            var seen = 0;
            foreach (var expected in chunks)
            {
                var page = await read(cursor, backward);
                Assert.Equal(expected.Select(id), page.Rows.Select(paged => id(paged.Row)));
                var ahead = all.Count - seen - expected.Length > 0;
                Assert.Equal(backward ? seen > 0 : ahead, page.HasNext);
                Assert.Equal(backward ? ahead : seen > 0, page.HasPrevious);
                Assert.Equal(all.Count, page.Total);
                seen += expected.Length;
                cursor = page.Rows[backward ? 0 : ^1].Cursor;
            }

            var beyond = await read(cursor, backward);
            Assert.Empty(beyond.Rows);
            Assert.Equal((backward, !backward), (beyond.HasNext, beyond.HasPrevious));
        }
    }

    private async Task AssertCursorRefusedAsync(string cursor)
    {
        var refused = await Assert.ThrowsAsync<RefusedException>(
            () => Store.Views.PairingsAsync(Sample.Tenant, new(), PairingOrder.CreatedAt, new(1, cursor), Stop));
        Assert.Equal(ErrorCodes.CursorInvalid, refused.Refusal.Code);
    }
}
