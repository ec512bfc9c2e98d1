using MentorCloud.GrainRuntime;
using MentorCloud.GrainStorage.Postgres;
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
    public async Task Step_that_ends_half_way_leaves_nothing_and_is_done_by_the_next_start()
    {
        await using var source = NpgsqlDataSource.Create(await server.CreateDatabaseAsync());
        string[] broken = [.. PostgresMigrations.Steps, "CREATE TABLE half (a int); INSERT INTO nowhere VALUES (1)"];
        string[] whole = [.. PostgresMigrations.Steps, "CREATE TABLE half (a int); INSERT INTO half VALUES (1)"];

        await Assert.ThrowsAsync<PostgresException>(() => PostgresMigrations.ApplyAsync(source, broken, CancellationToken.None));
        Assert.Equal(PostgresMigrations.Steps.Count, await NumberAsync(source, "SELECT max(version) FROM grain_schema"));
        await PostgresMigrations.ApplyAsync(source, whole, CancellationToken.None);
        await PostgresMigrations.ApplyAsync(source, whole, CancellationToken.None);

        Assert.Equal(whole.Length, await NumberAsync(source, "SELECT max(version) FROM grain_schema"));
        Assert.Equal(1, await NumberAsync(source, "SELECT count(*)::int FROM half"));
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

    private static async Task<int> NumberAsync(NpgsqlDataSource source, string sql)
    {
        await using var command = source.CreateCommand(sql);
        return (int)(await command.ExecuteScalarAsync())!;
    }
}
