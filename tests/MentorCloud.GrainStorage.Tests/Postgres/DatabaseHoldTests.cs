using MentorCloud.GrainRuntime;
using MentorCloud.GrainStorage.Postgres;
using Npgsql;

namespace MentorCloud.GrainStorage.Tests.Postgres;

/// <summary>One process writes a database, as one process writes a folder.</summary>
[Collection(PostgresGroup.Name)]
public sealed class DatabaseHoldTests(PostgresServer server)
{
    private static readonly GrainStateKey Key = new("type", "tenant/key", "state");
    private static readonly CancellationToken Stop = CancellationToken.None;

    [Fact]
    public async Task Second_opener_is_refused_by_name_until_the_first_has_ended()
    {
        var connection = await server.CreateDatabaseAsync();
        var first = new PostgresGrainStore(connection);

        var refused = Assert.Throws<GrainRuntimeException>(() => new PostgresGrainStore(connection, TimeSpan.FromMilliseconds(50)));
        await first.DisposeAsync();

        Assert.Equal(GrainErrorCodes.StorageLocked, refused.Code);
        Assert.Contains($"held by MentorCloud process {Environment.ProcessId} on ", refused.Message, StringComparison.Ordinal);
        await using var second = new PostgresGrainStore(connection);
        Assert.Equal(1, await second.WriteAsync(Key, 0, "{}"u8.ToArray(), Stop));
    }

    [Fact]
    public async Task Broken_hold_is_taken_again_by_the_next_write()
    {
        var connection = await server.CreateDatabaseAsync();
        await using var store = new PostgresGrainStore(connection);

        await BreakAsync(connection, store);
        await store.WriteAsync(Key, 0, "{}"u8.ToArray(), Stop);

        Assert.Throws<GrainRuntimeException>(() => new PostgresGrainStore(connection, TimeSpan.FromMilliseconds(50)));
    }

    [Fact]
    public async Task Write_is_refused_when_another_process_took_the_database_meanwhile()
    {
        var connection = await server.CreateDatabaseAsync();
        await using var store = new PostgresGrainStore(connection, TimeSpan.FromMilliseconds(50));
        await BreakAsync(connection, store);
        await using var other = new PostgresGrainStore(connection);

        await Assert.ThrowsAsync<StorageUnavailableException>(() => store.WriteAsync(Key, 0, "{}"u8.ToArray(), Stop).AsTask());

        Assert.Null(await other.ReadAsync(Key, Stop));
    }

    [Fact]
    public void Unreachable_server_is_told_without_the_password()
    {
        var error = Assert.Throws<StorageUnavailableException>(() => new PostgresGrainStore("Host=127.0.0.1;Port=1;Username=mentor;Password=s3cret;Database=none"));

        Assert.DoesNotContain("s3cret", error.ToString(), StringComparison.Ordinal);
    }

    /// <summary>As when the network goes; then lets the store notice it, which its tries while idle would do after some seconds.</summary>
    private static async Task BreakAsync(string connection, PostgresGrainStore store)
    {
        await using var source = NpgsqlDataSource.Create(connection);
        await using var terminate = source.CreateCommand(
            "SELECT pg_terminate_backend(pid, 60000) FROM pg_stat_activity WHERE application_name LIKE 'MentorCloud process %' AND datname = current_database()");
        Assert.Equal(true, await terminate.ExecuteScalarAsync());
        await using var touch = new NpgsqlCommand("SELECT 1", store.Hold.Connection);
        await Assert.ThrowsAnyAsync<NpgsqlException>(() => touch.ExecuteNonQueryAsync());
        Assert.False(store.Hold.IsHeld);
    }
}
