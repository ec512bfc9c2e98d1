using MentorCloud.GrainRuntime;
using MentorCloud.GrainStorage.Postgres;
using MentorCloud.GrainStorage.Tests.Contract;
using Npgsql;

namespace MentorCloud.GrainStorage.Tests.Postgres;

[Collection(PostgresGroup.Name)]
public sealed class PostgresStateTests(PostgresServer server) : GrainStoreContract
{
    [Fact]
    public async Task Lists_of_a_server_that_refuses_are_told_as_unavailable()
    {
        var connection = await server.CreateDatabaseAsync();
        await using var store = new PostgresGrainStore(connection);
        await store.WriteAsync(new("pairing", "t/1", "s"), 0, new byte[10], default);
        await using (var source = NpgsqlDataSource.Create(connection))
        {
            await using var command = source.CreateCommand("DROP TABLE grain_states");
            await command.ExecuteNonQueryAsync();
        }

        await Assert.ThrowsAsync<StorageUnavailableException>(() => store.ListKindsAsync(default));
        await Assert.ThrowsAsync<StorageUnavailableException>(async () =>
        {
            await foreach (var entry in store.EnumerateAsync("pairing", "s", "t/", default))
                Assert.Fail(entry.Key.ToString());
        });
    }

    internal override Task<IStoreUnderTest> OpenAsync() => PostgresStoreUnderTest.CreateAsync(server);
}
