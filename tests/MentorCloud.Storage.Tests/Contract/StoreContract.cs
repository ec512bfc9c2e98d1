using MentorCloud.Storage.Tests.Fixtures;

namespace MentorCloud.Storage.Tests.Contract;

/// <summary>What every suite of the contract begins with: a fresh store on the database that the subclass names.</summary>
public abstract class StoreContract : IAsyncLifetime
{
    private IDatabase? database;
    private TestStore? store;

    protected static CancellationToken Stop => TestContext.Current.CancellationToken;

    protected IDatabase Database => database!;

    protected TestStore Store => store!;

    public async ValueTask InitializeAsync()
    {
        database = await CreateDatabaseAsync();
        store = await database.OpenAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (store is not null) await store.DisposeAsync();
        if (database is not null) await database.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    protected abstract Task<IDatabase> CreateDatabaseAsync();

    /// <summary>Closes the store and opens it again, as a restart does.</summary>
    protected async Task RestartAsync()
    {
        await store!.DisposeAsync();
        store = null;
        store = await database!.OpenAsync();
    }
}
