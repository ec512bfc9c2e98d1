using MentorCloud.GrainRuntime;
using MentorCloud.GrainStorage.Postgres;
using MentorCloud.GrainStorage.Tests.Contract;

namespace MentorCloud.GrainStorage.Tests.Postgres;

/// <summary>A PostgreSQL store in a database of its own.</summary>
internal sealed class PostgresStoreUnderTest : IStoreUnderTest
{
    private readonly string _connection;

    private PostgresStoreUnderTest(string connection)
    {
        _connection = connection;
        Store = Open();
    }

    public PostgresGrainStore Store { get; private set; }

    public IGrainStateStore States => Store;

    public IGrainStateCatalog Catalog => Store;

    public IReminderStore Reminders => Store;

    public static async Task<IStoreUnderTest> CreateAsync(PostgresServer server)
    {
        var connection = await server.CreateDatabaseAsync();
        return new PostgresStoreUnderTest(connection);
    }

    public async Task ReopenAsync()
    {
        await Store.DisposeAsync();
        Store = Open();
    }

    public ValueTask DisposeAsync() => Store.DisposeAsync();

    private PostgresGrainStore Open() => new(_connection);
}
