using MentorCloud.Contracts.Audit;
using MentorCloud.Contracts.Facts;
using MentorCloud.Contracts.Keys;
using MentorCloud.Contracts.Views;
using MentorCloud.Storage.Hosting;
using MentorCloud.Storage.Sql;
using MentorCloud.Storage.Transfer;
using Microsoft.Extensions.DependencyInjection;

namespace MentorCloud.Storage.Tests.Fixtures;

/// <summary>A store wired as a host wires it, in a folder or database of its own.</summary>
public sealed class TestStore : IAsyncDisposable
{
    private readonly ServiceProvider services;
    private readonly Func<ValueTask> cleanUp;

    internal TestStore(Action<StorageOptions> configure, Func<ValueTask> cleanUp, ManualClock clock, SqlStore? sql = null)
    {
        this.cleanUp = cleanUp;
        Clock = clock;
        var collection = new ServiceCollection();
        collection.AddSingleton<TimeProvider>(clock);
        if (sql is not null) collection.AddSingleton(sql);
        services = collection.AddMentorCloudStorage(configure).BuildServiceProvider();
    }

    public ManualClock Clock { get; }

    public IRelationalStore Whole => services.GetRequiredService<IRelationalStore>();

    public IFactPublisher Facts => services.GetRequiredService<IFactPublisher>();

    public IFactFeed Feed => services.GetRequiredService<IFactFeed>();

    public IViews Views => services.GetRequiredService<IViews>();

    public IProgramViews Program => services.GetRequiredService<IProgramViews>();

    public IViewRebuild Rebuild => services.GetRequiredService<IViewRebuild>();

    public IAuditLog Audit => services.GetRequiredService<IAuditLog>();

    public IKeyRing Keys => services.GetRequiredService<IKeyRing>();

    public ITenantTransfer Transfer => services.GetRequiredService<ITenantTransfer>();

    internal SqlStore Sql => services.GetRequiredService<SqlStore>();

    public T Get<T>()
        where T : notnull => services.GetRequiredService<T>();

    public async Task<TestStore> OpenAsync()
    {
        try
        {
            await Whole.InitializeAsync(TestContext.Current.CancellationToken);
            return this;
        }
        catch
        {
            await services.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        await cleanUp();
    }
}
