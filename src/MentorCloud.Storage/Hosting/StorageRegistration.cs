using MentorCloud.Contracts.Audit;
using MentorCloud.Contracts.Facts;
using MentorCloud.Contracts.Keys;
using MentorCloud.Contracts.Views;
using MentorCloud.Storage.Audit;
using MentorCloud.Storage.Facts;
using MentorCloud.Storage.Keys;
using MentorCloud.Storage.Migrations;
using MentorCloud.Storage.Sql;
using MentorCloud.Storage.Sql.PostgreSql;
using MentorCloud.Storage.Sql.Sqlite;
using MentorCloud.Storage.Transfer;
using MentorCloud.Storage.Views;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace MentorCloud.Storage.Hosting;

/// <summary>Puts the relational side into a host.</summary>
public static class StorageRegistration
{
    /// <summary>
    /// Adds views, facts, audit log and key ring with <see cref="IRelationalStore"/>, opened before other hosted services
    /// start. An <see cref="IMasterKey"/> registered before takes the place of the key file; so does a TimeProvider.
    /// </summary>
    /// <param name="services">The host's services.</param>
    /// <param name="configure">Sets the options; they are checked at start.</param>
    /// <returns>The same services.</returns>
    public static IServiceCollection AddMentorCloudStorage(this IServiceCollection services, Action<StorageOptions> configure)
    {
        services.AddOptions<StorageOptions>().Configure(configure).ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<StorageOptions>, StorageOptionsCheck>());
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<FeedSignal>();
        services.TryAddSingleton(OpenStore);
        services.TryAddSingleton(provider => new Migrator(
            provider.GetRequiredService<SqlStore>(),
            MigrationFiles.For(provider.GetRequiredService<SqlStore>().Dialect),
            provider.GetRequiredService<TimeProvider>()));
        services.TryAddSingleton<IRelationalStore, RelationalStore>();
        services.AddHostedService<StorageStart>();
        return services.AddPorts().AddKeys();
    }

    private static IServiceCollection AddPorts(this IServiceCollection services)
    {
        services.TryAddSingleton<IFactPublisher, SqlFactPublisher>();
        services.TryAddSingleton<IFactFeed, SqlFactFeed>();
        services.TryAddSingleton<IViews, SqlViews>();
        services.TryAddSingleton<IProgramViews, SqlProgramViews>();
        services.TryAddSingleton<IViewRebuild, ViewRebuild>();
        services.TryAddSingleton<IAuditLog, SqlAuditLog>();
        return services;
    }

    private static IServiceCollection AddKeys(this IServiceCollection services)
    {
        services.TryAddSingleton<KeyTables>();
        services.TryAddSingleton<IMasterKey, FileMasterKey>();
        services.TryAddSingleton<KeyRingCheck>();
        services.TryAddSingleton(provider =>
        {
            var options = provider.GetRequiredService<IOptions<StorageOptions>>().Value;
            return new KeyCache(options.CachedKeys, options.KeyLifetime, provider.GetRequiredService<TimeProvider>());
        });
        services.TryAddSingleton<IKeyRing, KeyRing>();
        services.TryAddSingleton<ITenantTransfer, SqlTenantTransfer>();
        services.AddSingleton<IMasterKeyChange, TenantKeyChange>();
        return services;
    }

    private static SqlStore OpenStore(IServiceProvider provider)
    {
        var options = provider.GetRequiredService<IOptions<StorageOptions>>().Value;
        return options.Provider == StorageProvider.Sqlite
            ? new SqliteStore(options)
            : new PostgreSqlStore(options, provider.GetRequiredService<FeedSignal>(), provider.GetRequiredService<TimeProvider>());
    }
}
