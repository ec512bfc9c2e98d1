using MentorCloud.App.Hosting;
using MentorCloud.Cluster.Rounds;
using MentorCloud.Domain.Identifiers;
using MentorCloud.GrainStorage.Tests.Postgres;
using Npgsql;

namespace MentorCloud.Cluster.Tests.Rounds;

/// <summary>Two silos that ask for the same round.</summary>
public sealed class PostgreSqlRoundLeaseTests(PostgresServer server) : IClassFixture<PostgresServer>
{
    private readonly TenantId tenant = EntityId.New<TenantId>(DateTimeOffset.UnixEpoch.AddYears(56));

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Round_that_one_holds_is_not_given_to_another_until_it_lets_go()
    {
        var options = new MentorCloudOptions { PostgreSql = await server.CreateDatabaseAsync() };
        var (one, other) = (Lease(options), Lease(options));
        var round = EntityId.Derive<RoundId>(tenant.Value, "round");

        var held = await one.TryTakeAsync(tenant, round, Stop);
        Assert.NotNull(held);
        Assert.Null(await other.TryTakeAsync(tenant, round, Stop));
        await using (var apart = await other.TryTakeAsync(tenant, EntityId.Derive<RoundId>(tenant.Value, "another"), Stop))
        {
            Assert.NotNull(apart);
        }

        await held.DisposeAsync();
        await using var next = await other.TryTakeAsync(tenant, round, Stop);
        Assert.NotNull(next);
    }

    [Fact]
    public async Task Round_whose_connection_broke_is_free_and_the_one_who_held_it_ends_without_an_error()
    {
        var connection = await server.CreateDatabaseAsync();
        var round = EntityId.Derive<RoundId>(tenant.Value, "round");
        var held = await Lease(new MentorCloudOptions { PostgreSql = connection + ";Application Name=dying" }).TryTakeAsync(tenant, round, Stop);
        Assert.NotNull(held);

        await using var source = NpgsqlDataSource.Create(connection);
        await using var end = source.CreateCommand("SELECT pg_terminate_backend(pid, 10000) FROM pg_stat_activity WHERE application_name = 'dying'");
        await end.ExecuteNonQueryAsync(Stop);

        await using var next = await Lease(new MentorCloudOptions { PostgreSql = connection }).TryTakeAsync(tenant, round, Stop);
        Assert.NotNull(next);
        await held.DisposeAsync();
    }

    private static PostgreSqlRoundLease Lease(MentorCloudOptions options) => new(options) { Patience = TimeSpan.FromMilliseconds(200) };
}
