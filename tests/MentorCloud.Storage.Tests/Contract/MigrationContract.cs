using MentorCloud.Storage.Failures;
using MentorCloud.Storage.Migrations;
using MentorCloud.Storage.Sql;
using MentorCloud.Storage.Tests.Fixtures;

namespace MentorCloud.Storage.Tests.Contract;

public abstract class MigrationContract : StoreContract
{
    [Fact]
    public async Task Newer_schema_is_refused_with_both_versions()
    {
        var known = MigrationFiles.For(Dialect)[^1].Number;
        await Database.TamperAsync("INSERT INTO schema_steps (number, name, applied_at) VALUES (999, 'future', 0)");

        var refused = await Assert.ThrowsAsync<SchemaTooNewException>(RestartAsync);

        Assert.Equal((999, known), (refused.Found, refused.Known));
    }

    [Fact]
    public async Task Step_that_fails_half_way_leaves_nothing_and_is_done_by_the_next_start()
    {
        var known = MigrationFiles.For(Dialect);
        Migration[] broken = [.. known, new(known[^1].Number + 1, "half", "CREATE TABLE half (a bigint); INSERT INTO nowhere VALUES (1)")];
        Migration[] whole = [.. known, new(known[^1].Number + 1, "half", "CREATE TABLE half (a bigint); INSERT INTO half VALUES (1)")];

        await Assert.ThrowsAnyAsync<Exception>(() => new Migrator(SqlOf(Store), broken, Store.Clock).RunAsync(Stop));
        Assert.Equal(known[^1].Number, (await Store.Whole.StatsAsync(Stop)).SchemaVersion);
        await new Migrator(SqlOf(Store), whole, Store.Clock).RunAsync(Stop);
        await new Migrator(SqlOf(Store), whole, Store.Clock).RunAsync(Stop);

        Assert.Equal(known[^1].Number + 1, (await Store.Whole.StatsAsync(Stop)).SchemaVersion);
        Assert.Equal(1, await SqlOf(Store).MaintainAsync(session => session.NumberAsync("SELECT COUNT(*) FROM half", Stop), Stop));
    }

    [Fact]
    public async Task Stats_count_what_is_there()
    {
        await Store.PublishAsync(Sample.Pairing(1), Sample.Pairing(2), Sample.Cohort(1));

        var stats = await Store.Whole.StatsAsync(Stop);

        Assert.Equal((2L, 1L, 3L, 3L), (stats.Rows["pairings"], stats.Rows["cohorts"], stats.Rows["facts"], stats.Rows["audit"]));
        Assert.Equal(Store.Feed.Latest, stats.LatestFact);
        Assert.True(stats.Bytes > 0);
        Assert.True(stats.Commits > 0);
    }

    private SqlDialect Dialect => SqlOf(Store).Dialect;

    private static SqlStore SqlOf(TestStore store) => store.Sql;
}
