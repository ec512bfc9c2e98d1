using MentorCloud.Contracts.Views;
using MentorCloud.Domain.Facts;
using MentorCloud.Domain.Identifiers;
using MentorCloud.Domain.Refusals;
using MentorCloud.Storage.Tests.Fixtures;

namespace MentorCloud.Storage.Tests.Contract;

public abstract class RebuildContract : StoreContract
{
    private static readonly ViewRow[] Everything =
    [
        Sample.TenantRow(), Sample.Participant(1, "Ada", Sample.Id<CohortId>(1)), Sample.Participant(2, "Ben"), Sample.Cohort(1),
        Sample.Round(1), Sample.Pairing(1, due: Sample.Start.AddDays(3)), Sample.Pairing(2),
    ];

    [Fact]
    public async Task Rebuild_of_right_views_finds_no_difference()
    {
        await Store.PublishAsync(Everything);
        var audit = await Store.Audit.ReadAsync(Sample.Tenant, 0, 100, Stop);

        Assert.Equal(0, await Store.Rebuild.RebuildAsync(Grains(Everything), Stop));

        Assert.Equal(2, (await Store.Views.PairingsAsync(Sample.Tenant, new(), PairingOrder.Score, new(10), Stop)).Rows.Count);
        Assert.Equal(audit, await Store.Audit.ReadAsync(Sample.Tenant, 0, 100, Stop));
        Assert.Equal(Everything.Length, (await Store.Feed.ReadAsync(0, 100, Stop)).Count);
    }

    [Fact]
    public async Task Rebuild_of_wrong_views_counts_and_mends_each_row()
    {
        await Store.PublishAsync(Everything);
        await Database.TamperAsync("UPDATE participants SET title = 'wrong'; DELETE FROM cohorts; UPDATE pairings SET score = 1 WHERE score > 0");

        Assert.Equal(5, await Store.Rebuild.RebuildAsync(Grains(Everything), Stop));
        Assert.Equal(0, await Store.Rebuild.RebuildAsync(Grains(Everything), Stop));

        var people = await Store.Views.ParticipantsAsync(Sample.Tenant, new(Cohort: Sample.Id<CohortId>(1)), ParticipantOrder.Name, new(10), Stop);
        Assert.Equal("Head of Logistics", Assert.Single(people.Rows).Row.Title);
    }

    [Fact]
    public async Task Rebuild_removes_rows_of_grains_that_are_gone()
    {
        await Store.PublishAsync(Everything);

        Assert.Equal(1, await Store.Rebuild.RebuildAsync(Grains(Everything[..^1]), Stop));

        Assert.Single((await Store.Views.PairingsAsync(Sample.Tenant, new(), PairingOrder.Score, new(10), Stop)).Rows);
    }

    [Fact]
    public async Task Rebuild_of_one_tenant_mends_its_rows_and_leaves_all_others()
    {
        var foreign = Sample.Participant(1, "Eve", Sample.Id<CohortId>(1)) with { Tenant = Sample.OtherTenant };
        await Store.PublishAsync([.. Everything, foreign]);
        await Database.TamperAsync("UPDATE participants SET title = 'wrong'; DELETE FROM pairings");

        Assert.Equal(4, await Store.Rebuild.RebuildTenantAsync(Sample.Tenant, Grains(Everything), Stop));
        Assert.Equal(0, await Store.Rebuild.RebuildTenantAsync(Sample.Tenant, Grains(Everything), Stop));

        var others = await Store.Views.ParticipantsAsync(Sample.OtherTenant, new(Cohort: Sample.Id<CohortId>(1)), ParticipantOrder.Name, new(10), Stop);
        Assert.Equal("wrong", Assert.Single(others.Rows).Row.Title);
        Assert.Equal(2, (await Store.Views.PairingsAsync(Sample.Tenant, new(), PairingOrder.Score, new(10), Stop)).Rows.Count);
    }

    [Fact]
    public async Task Rebuild_given_up_leaves_the_views_as_they_were()
    {
        await Store.PublishAsync(Everything);

        await Assert.ThrowsAsync<OperationCanceledException>(() => Store.Rebuild.RebuildAsync(Broken(), Stop));

        Assert.Equal(2, (await Store.Views.PairingsAsync(Sample.Tenant, new(), PairingOrder.Score, new(10), Stop)).Rows.Count);
        Assert.Equal(0, await Store.Rebuild.RebuildAsync(Grains(Everything), Stop));
    }

    [Fact]
    public async Task Rebuild_while_facts_are_published_is_refused()
    {
        await Store.PublishAsync(Everything);

        await Assert.ThrowsAsync<InvalidOperationException>(() => Store.Rebuild.RebuildAsync(Publishing(), Stop));

        Assert.Equal(3, (await Store.Views.PairingsAsync(Sample.Tenant, new(), PairingOrder.Score, new(10), Stop)).Rows.Count);
    }

    [Fact]
    public async Task Entry_that_a_rebuild_already_contains_brings_its_facts_but_no_older_rows()
    {
        var (tenant, grain) = Sample.Owner(Sample.Pairing(1));
        await Store.PublishAsync(Sample.Pairing(1, score: 1));
        await Store.Rebuild.RebuildAsync(Grains([Sample.Pairing(1, score: 3)], sequence: 3), Stop);

        await Store.Facts.PublishAsync(tenant, grain, [Sample.Entry(2, Sample.Pairing(1, score: 2))], Stop);
        Assert.Equal(3, await ScoreAsync());
        await Store.Facts.PublishAsync(tenant, grain, [Sample.Entry(3, Sample.Pairing(1, score: 3)), Sample.Entry(4, Sample.Pairing(1, score: 4))], Stop);

        Assert.Equal(4, await ScoreAsync());
        Assert.Equal([1L, 2, 3, 4], (await Store.Feed.ReadAsync(0, 10, Stop)).Select(fact => fact.Sequence));
    }

    [Fact]
    public async Task Grain_met_first_by_a_rebuild_publishes_on_from_where_it_is()
    {
        var (tenant, grain) = Sample.Owner(Sample.Pairing(1));
        await Store.Rebuild.RebuildAsync(Grains([Sample.Pairing(1)], sequence: 57), Stop);

        await Store.Facts.PublishAsync(tenant, grain, [Sample.Entry(58, Sample.Pairing(1, score: 58))], Stop);

        Assert.Equal(58, await ScoreAsync());
        Assert.Equal(58, Assert.Single(await Store.Feed.ReadAsync(0, 10, Stop)).Sequence);
    }

    [Fact]
    public async Task Grain_ahead_of_a_restored_database_publishes_on_after_a_rebuild()
    {
        var (tenant, grain) = Sample.Owner(Sample.Pairing(1));
        await Store.Facts.PublishAsync(tenant, grain, [Sample.Entry(1), Sample.Entry(2)], Stop);
        await Assert.ThrowsAsync<RefusedException>(() => Store.Facts.PublishAsync(tenant, grain, [Sample.Entry(58)], Stop));
        await Store.Rebuild.RebuildAsync(Grains([Sample.Pairing(1)], sequence: 57), Stop);

        await Store.Facts.PublishAsync(tenant, grain, [Sample.Entry(2), Sample.Entry(57), Sample.Entry(58, Sample.Pairing(1, score: 58))], Stop);

        Assert.Equal(58, await ScoreAsync());
        Assert.Equal([1L, 2, 57, 58], (await Store.Feed.ReadAsync(0, 10, Stop)).Select(fact => fact.Sequence));
        await Assert.ThrowsAsync<RefusedException>(() => Store.Facts.PublishAsync(tenant, grain, [Sample.Entry(60)], Stop));
    }

    private async Task<long> ScoreAsync() =>
        (await Store.Views.PairingsByIdAsync(Sample.Tenant, [Sample.Id<PairingId>(1)], Stop))[Sample.Id<PairingId>(1)].Score;

    private static async IAsyncEnumerable<(TenantId, string, long, IReadOnlyList<ViewRow>)> Grains(IEnumerable<ViewRow> rows, long sequence = 1)
    {
        foreach (var row in rows)
        {
            await Task.Yield();
            var (tenant, grain) = Sample.Owner(row);
            yield return (tenant, grain, sequence, [row]);
        }
    }

    private static async IAsyncEnumerable<(TenantId, string, long, IReadOnlyList<ViewRow>)> Broken()
    {
        await foreach (var grain in Grains(Everything[..3])) yield return grain;
        throw new OperationCanceledException();
    }

    private async IAsyncEnumerable<(TenantId, string, long, IReadOnlyList<ViewRow>)> Publishing()
    {
        await foreach (var grain in Grains(Everything)) yield return grain;
        await Store.PublishAsync(Sample.Pairing(3));
    }
}
