using MentorCloud.GrainRuntime;
using MentorCloud.GrainStorage.Postgres;
using Npgsql;

namespace MentorCloud.GrainStorage.Tests.Postgres;

[Collection(PostgresGroup.Name)]
public sealed class PostgresMigrationTests(PostgresServer server)
{
    [Fact]
    public async Task Step_that_ends_half_way_leaves_nothing_and_is_done_by_the_next_start()
    {
        await using var source = NpgsqlDataSource.Create(await server.CreateDatabaseAsync());
        await using var connection = await source.OpenConnectionAsync();
        string[] broken = [.. PostgresMigrations.Steps, "CREATE TABLE half (a int); INSERT INTO nowhere VALUES (1)"];
        string[] whole = [.. PostgresMigrations.Steps, "CREATE TABLE half (a int); INSERT INTO half VALUES (1)"];

        Assert.Throws<PostgresException>(() => PostgresMigrations.Apply(connection, broken));
        Assert.Equal(PostgresMigrations.Steps.Count, await NumberAsync(source, "SELECT max(version) FROM grain_schema"));
        PostgresMigrations.Apply(connection, whole);
        PostgresMigrations.Apply(connection, whole);

        Assert.Equal(whole.Length, await NumberAsync(source, "SELECT max(version) FROM grain_schema"));
        Assert.Equal(1, await NumberAsync(source, "SELECT count(*)::int FROM half"));
    }

    [Fact]
    public async Task Database_of_a_newer_program_is_refused_by_name_and_let_go_of()
    {
        var connection = await server.CreateDatabaseAsync();
        await new PostgresGrainStore(connection).DisposeAsync();
        await using var source = NpgsqlDataSource.Create(connection);
        await using var command = source.CreateCommand("INSERT INTO grain_schema VALUES (99)");
        await command.ExecuteNonQueryAsync();

        for (var time = 0; time < 2; time++)
            Assert.Equal(GrainErrorCodes.StorageNewer, Assert.Throws<GrainRuntimeException>(() => new PostgresGrainStore(connection)).Code);
    }

    private static async Task<int> NumberAsync(NpgsqlDataSource source, string sql)
    {
        await using var command = source.CreateCommand(sql);
        return (int)(await command.ExecuteScalarAsync())!;
    }
}
