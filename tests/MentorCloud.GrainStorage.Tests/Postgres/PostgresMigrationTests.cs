using MentorCloud.GrainRuntime;
using Npgsql;

namespace MentorCloud.GrainStorage.Tests.Postgres;

[Collection(PostgresGroup.Name)]
public sealed class PostgresMigrationTests(PostgresServer server)
{
    [Fact]
    public async Task Starters_at_the_same_time_migrate_once()
    {
        var connection = await server.CreateDatabaseAsync();

        await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => GrainStorageServices.MigratePostgresAsync(connection, CancellationToken.None)));

        await using var source = NpgsqlDataSource.Create(connection);
        await using var command = source.CreateCommand("SELECT count(*) FROM grain_schema");
        Assert.Equal(1L, await command.ExecuteScalarAsync());
    }

    [Fact]
    public async Task Database_of_a_newer_program_is_refused_by_name()
    {
        var connection = await server.CreateDatabaseAsync();
        await GrainStorageServices.MigratePostgresAsync(connection, CancellationToken.None);
        await using var source = NpgsqlDataSource.Create(connection);
        await using var command = source.CreateCommand("INSERT INTO grain_schema VALUES (99)");
        await command.ExecuteNonQueryAsync();

        var error = await Assert.ThrowsAsync<GrainRuntimeException>(() => GrainStorageServices.MigratePostgresAsync(connection, CancellationToken.None));

        Assert.Equal(GrainErrorCodes.StorageNewer, error.Code);
    }
}
