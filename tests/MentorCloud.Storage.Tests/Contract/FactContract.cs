using MentorCloud.Domain.Cohorts;
using MentorCloud.Domain.Identifiers;
using MentorCloud.Domain.Pairings.Contracts;
using MentorCloud.Domain.Refusals;
using MentorCloud.Storage.Sql;
using MentorCloud.Storage.Tests.Fixtures;

namespace MentorCloud.Storage.Tests.Contract;

public abstract class FactContract : StoreContract
{
    private static readonly string Grain = Sample.Grain("Pairing", Sample.Id<PairingId>(7));

    [Fact]
    public async Task Publish_entry_puts_its_facts_in_the_feed()
    {
        var note = new CohortDesigned(Sample.Id<CohortId>(7), "Grüße, 😀 & \"quotes\"");
        await Store.Facts.PublishAsync(Sample.Tenant, Grain, [Sample.FactsOnly(1, note, new ContractDrafted(Sample.Id<PairingId>(7), 2))], Stop);

        var facts = await Store.Feed.ReadAsync(0, 10, Stop);

        Assert.Equal([note, new ContractDrafted(Sample.Id<PairingId>(7), 2)], facts.Select(fact => fact.Fact));
        Assert.All(facts, fact => Assert.Equal((Sample.Tenant, Grain, 1L, "user:u1", Sample.Start.AddSeconds(1)), (fact.Tenant, fact.Grain, fact.Sequence, fact.Actor, fact.At)));
        Assert.True(facts[0].Position < facts[1].Position);
        Assert.Equal(facts[1].Position, Store.Feed.Latest);
    }

    [Fact]
    public async Task Publish_entry_again_changes_nothing()
    {
        await Store.Facts.PublishAsync(Sample.Tenant, Grain, [Sample.Entry(1), Sample.Entry(2)], Stop);
        await Store.Facts.PublishAsync(Sample.Tenant, Grain, [Sample.Entry(1), Sample.Entry(2), Sample.Entry(3)], Stop);
        await Store.Facts.PublishAsync(Sample.Tenant, Grain, [Sample.Entry(2)], Stop);

        Assert.Equal([1L, 2, 3], (await Store.Feed.ReadAsync(0, 10, Stop)).Select(fact => fact.Sequence));
        Assert.Equal(3, (await Store.Audit.ReadAsync(Sample.Tenant, 0, 10, Stop)).Count);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(5)]
    public async Task Publish_with_a_gap_is_refused_and_writes_nothing(long next)
    {
        if (next == 5) await Store.Facts.PublishAsync(Sample.Tenant, Grain, [Sample.Entry(1)], Stop);
        var before = (await Store.Feed.ReadAsync(0, 10, Stop)).Count;

        var refused = await Assert.ThrowsAsync<RefusedException>(
            () => Store.Facts.PublishAsync(Sample.Tenant, Grain, [Sample.Entry(next, Sample.Pairing(7))], Stop));

        Assert.Equal(ErrorCodes.FactsOutOfOrder, refused.Refusal.Code);
        Assert.Equal(before, (await Store.Feed.ReadAsync(0, 10, Stop)).Count);
        Assert.Empty(await Store.Views.PairingsByIdAsync(Sample.Tenant, [Sample.Id<PairingId>(7)], Stop));
    }

    [Fact]
    public async Task Publish_many_grains_at_once_shares_one_transaction()
    {
        var release = new TaskCompletionSource();
        var blocked = Store.Sql.WriteAsync(
            TenantScope.All,
            async _ =>
            {
                await release.Task;
                return 0;
            },
            Stop);
        var before = Store.Sql.Writer.Commits;
        var published = Enumerable.Range(1, 64)
            .Select(n => Store.Facts.PublishAsync(Sample.Tenant, Sample.Grain("Pairing", Sample.Id<PairingId>(n)), [Sample.Entry(1, Sample.Pairing(n))], Stop))
            .ToList();
        release.SetResult();
        await Task.WhenAll([blocked, .. published]);

        Assert.InRange(Store.Sql.Writer.Commits - before, 1, 2);
        Assert.Equal(64, (await Store.Feed.ReadAsync(0, 100, Stop)).Count);
    }

    [Fact]
    public async Task Publish_beside_a_refused_neighbour_succeeds()
    {
        var release = new TaskCompletionSource();
        var blocked = Store.Sql.WriteAsync(
            TenantScope.All,
            async _ =>
            {
                await release.Task;
                return 0;
            },
            Stop);
        var good = Store.Facts.PublishAsync(Sample.Tenant, Grain, [Sample.Entry(1)], Stop);
        var bad = Store.Facts.PublishAsync(Sample.Tenant, Sample.Grain("Pairing", Sample.Id<PairingId>(8)), [Sample.Entry(9)], Stop);
        release.SetResult();

        await blocked;
        await good;
        await Assert.ThrowsAsync<RefusedException>(() => bad);
        Assert.Equal(Grain, Assert.Single(await Store.Feed.ReadAsync(0, 10, Stop)).Grain);
    }

    [Fact]
    public async Task Publish_row_of_another_tenant_is_refused()
    {
        var foreign = Sample.Pairing(1) with { Tenant = Sample.OtherTenant };

        await Assert.ThrowsAsync<ArgumentException>(() => Store.Facts.PublishAsync(Sample.Tenant, Grain, [Sample.Entry(1, foreign)], Stop));

        Assert.Empty(await Store.Feed.ReadAsync(0, 10, Stop));
    }

    [Fact]
    public async Task Publish_after_restart_goes_on_where_it_stood()
    {
        await Store.Facts.PublishAsync(Sample.Tenant, Grain, [Sample.Entry(1), Sample.Entry(2)], Stop);
        var latest = Store.Feed.Latest;

        await RestartAsync();
        Assert.Equal(latest, Store.Feed.Latest);
        await Store.Facts.PublishAsync(Sample.Tenant, Grain, [Sample.Entry(2), Sample.Entry(3)], Stop);

        Assert.Equal([1L, 2, 3], (await Store.Feed.ReadAsync(0, 10, Stop)).Select(fact => fact.Sequence));
        Assert.True(Store.Feed.Latest > latest);
    }

    [Fact]
    public async Task Read_goes_on_after_a_position()
    {
        await Store.Facts.PublishAsync(Sample.Tenant, Grain, [.. Enumerable.Range(1, 7).Select(n => Sample.Entry(n))], Stop);

        var first = await Store.Feed.ReadAsync(0, 3, Stop);
        var second = await Store.Feed.ReadAsync(first[^1].Position, 3, Stop);
        var third = await Store.Feed.ReadAsync(second[^1].Position, 3, Stop);

        Assert.Equal([1L, 2, 3, 4, 5, 6, 7], first.Concat(second).Concat(third).Select(fact => fact.Sequence));
        Assert.Empty(await Store.Feed.ReadAsync(Store.Feed.Latest, 3, Stop));
    }

    [Fact]
    public async Task Wait_ends_when_a_fact_is_published()
    {
        var waiting = Store.Feed.WaitAsync(Store.Feed.Latest, Stop);
        Assert.False(waiting.IsCompleted);

        await Store.Facts.PublishAsync(Sample.Tenant, Grain, [Sample.Entry(1)], Stop);

        await waiting;
        await Store.Feed.WaitAsync(0, Stop);
    }

    [Fact]
    public async Task Wait_given_up_is_cancelled()
    {
        using var giveUp = new CancellationTokenSource();
        var waiting = Store.Feed.WaitAsync(Store.Feed.Latest, giveUp.Token);

        await giveUp.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
    }

    [Fact]
    public async Task Checkpoint_is_kept_over_a_restart()
    {
        Assert.Equal(0, await Store.Feed.CheckpointAsync("mail", Stop));
        await Store.Feed.SaveCheckpointAsync("mail", 41, Stop);
        await Store.Feed.SaveCheckpointAsync("mail", 42, Stop);
        await Store.Feed.SaveCheckpointAsync("other", 7, Stop);

        await RestartAsync();

        Assert.Equal(42, await Store.Feed.CheckpointAsync("mail", Stop));
        Assert.Equal(7, await Store.Feed.CheckpointAsync("other", Stop));
    }

    [Fact]
    public async Task Publish_that_the_database_refuses_does_not_spoil_the_next()
    {
        var twice = Sample.Entry(1, Sample.Pairing(1), Sample.Pairing(1));
        await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => Store.Facts.PublishAsync(Sample.Tenant, Grain, [twice], Stop));

        await Store.Facts.PublishAsync(Sample.Tenant, Grain, [Sample.Entry(1, Sample.Pairing(1))], Stop);

        Assert.Single(await Store.Feed.ReadAsync(0, 10, Stop));
        Assert.Null(await Store.Audit.FirstAlteredAsync(Sample.Tenant, Stop));
    }

    [Fact]
    public async Task Publish_text_that_is_no_text_holds_nothing_up()
    {
        var row = Sample.Participant(1, "A\0da \ud800 Young");
        var (tenant, grain) = Sample.Owner(row);
        var entry = Sample.Entry(1, row) with { Actor = "user:\0", Facts = [new CohortDesigned(Sample.Id<CohortId>(1), "a\0\udc00b")] };
        await Store.Facts.PublishAsync(tenant, grain, [entry], Stop);

        Assert.Equal("A\ufffdda \ufffd Young", (await Store.Views.ParticipantsByIdAsync(tenant, [row.Id], Stop))[row.Id].Name);
        Assert.Single((await Store.Views.ParticipantsAsync(tenant, new(Search: "young \ud800"), default, new(10), Stop)).Rows);
        Assert.Single(await Store.Feed.ReadAsync(0, 10, Stop));
        Assert.Null(await Store.Audit.FirstAlteredAsync(tenant, Stop));
    }

    [Fact]
    public async Task Publish_given_up_by_its_caller_is_durable_all_the_same()
    {
        var release = new TaskCompletionSource();
        var blocked = Store.Sql.WriteAsync(
            TenantScope.All,
            async _ =>
            {
                await release.Task;
                return 0;
            },
            Stop);
        using var giveUp = new CancellationTokenSource();
        var published = Store.Facts.PublishAsync(Sample.Tenant, Grain, [Sample.Entry(1)], giveUp.Token);
        await giveUp.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => published);
        release.SetResult();
        await blocked;

        await Store.Feed.WaitAsync(0, Stop);

        Assert.Single(await Store.Feed.ReadAsync(0, 10, Stop));
    }
}
