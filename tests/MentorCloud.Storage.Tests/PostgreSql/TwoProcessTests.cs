using MentorCloud.Contracts.Facts;
using MentorCloud.Domain.Identifiers;
using MentorCloud.Storage.Failures;
using MentorCloud.Storage.Hosting;
using MentorCloud.Storage.Tests.Contract;
using MentorCloud.Storage.Tests.Fixtures;

namespace MentorCloud.Storage.Tests.PostgreSql;

/// <summary>Two stores on one database, as two silos have them.</summary>
public sealed class TwoProcessTests(PostgreSqlServer server) : StoreContract
{
    [Fact]
    public async Task Fact_published_by_one_wakes_the_other()
    {
        await using var other = await Database.OpenAsync();
        var waiting = other.Feed.WaitAsync(other.Feed.Latest, Stop);

        await Store.PublishAsync(Sample.Pairing(1));

        await waiting;
        Assert.Equal(Store.Feed.Latest, other.Feed.Latest);
        Assert.Single(await other.Feed.ReadAsync(0, 10, Stop));
    }

    [Fact]
    public async Task Reader_that_follows_two_writers_misses_nothing()
    {
        await using var other = await Database.OpenAsync();
        const int grains = 200;
        var following = FollowAsync(Store, grains * 2);
        var one = PublishAsync(Store, 1, grains);
        var two = PublishAsync(other, 1 + grains, grains);
        await Task.WhenAll(one, two);

        var seen = await following;

        Assert.Equal(grains * 2, seen.Select(fact => fact.Grain).Distinct().Count());
        Assert.Equal(Enumerable.Range(1, grains * 2).Select(n => (long)n), (await AllAuditAsync()).Select(record => record.Number));
        Assert.Null(await Store.Audit.FirstAlteredAsync(Sample.Tenant, Stop));
    }

    [Fact]
    public async Task Same_entries_from_both_are_published_once()
    {
        await using var other = await Database.OpenAsync();
        var (tenant, grain) = Sample.Owner(Sample.Pairing(1));
        OutboxEntry[] entries = [.. Enumerable.Range(1, 20).Select(n => Sample.Entry(n, Sample.Pairing(1)))];

        await Task.WhenAll(entries.Select((_, index) => (index % 2 == 0 ? Store : other).Facts.PublishAsync(tenant, grain, entries[..(index + 1)], Stop)));

        Assert.Equal(entries.Select(entry => entry.Sequence), (await Store.Feed.ReadAsync(0, 100, Stop)).Select(fact => fact.Sequence));
    }

    [Fact]
    public async Task Starts_at_the_same_time_migrate_once()
    {
        var empty = await server.CreateDatabaseAsync();
        await using (empty)
        {
            var stores = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => empty.OpenAsync()));
            await stores[0].PublishAsync(Sample.Pairing(1));
            foreach (var store in stores)
            {
                Assert.Single(await store.Feed.ReadAsync(0, 10, Stop));
                await store.DisposeAsync();
            }
        }
    }

    [Fact]
    public async Task Unreachable_server_is_named_without_its_password()
    {
        await using var store = new TestStore(
            options =>
            {
                options.Provider = StorageProvider.PostgreSql;
                options.ConnectionString = "Host=127.0.0.1;Port=1;Database=mc;Username=u;Password=hush";
                options.MasterKeyFile = "unused";
            },
            () => ValueTask.CompletedTask,
            new ManualClock());

        var refused = await Assert.ThrowsAsync<StorageUnreachableException>(store.OpenAsync);

        Assert.Contains("127.0.0.1/mc", refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("hush", refused.Message, StringComparison.Ordinal);
    }

    protected override async Task<IDatabase> CreateDatabaseAsync() => await server.CreateDatabaseAsync();

    private static Task PublishAsync(TestStore store, int first, int count) => Task.WhenAll(Enumerable.Range(first, count).Select(
        n => store.Facts.PublishAsync(Sample.Tenant, Sample.Grain("Pairing", Sample.Id<PairingId>(n)), [Sample.Entry(1, Sample.Pairing(n))], Stop)));

    private static async Task<List<FactRecord>> FollowAsync(TestStore store, int count)
    {
        var seen = new List<FactRecord>();
        while (seen.Count < count)
        {
            await store.Feed.WaitAsync(seen.Count == 0 ? 0 : seen[^1].Position, Stop);
            seen.AddRange(await store.Feed.ReadAsync(seen.Count == 0 ? 0 : seen[^1].Position, 7, Stop));
        }

        return seen;
    }

    private Task<IReadOnlyList<Contracts.Audit.AuditRecord>> AllAuditAsync() => Store.Audit.ReadAsync(Sample.Tenant, 0, 1000, Stop);
}
