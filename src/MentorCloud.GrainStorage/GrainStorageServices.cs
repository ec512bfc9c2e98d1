using MentorCloud.GrainRuntime;
using MentorCloud.GrainStorage.Postgres;
using MentorCloud.GrainStorage.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace MentorCloud.GrainStorage;

/// <summary>Adds the stores of the embedded runtime to a host.</summary>
public static class GrainStorageServices
{
    /// <summary>Keeps grain states and reminders in <c>grains.db</c> in a folder, held by this process alone.</summary>
    /// <param name="services">The host's services.</param>
    /// <param name="folder">The data folder; created if it is missing.</param>
    /// <remarks>Opened when first asked for. <see cref="GrainRuntimeException"/> tells when the folder is held, read-only or damaged.</remarks>
    public static IServiceCollection AddMentorCloudGrainStorage(this IServiceCollection services, string folder)
    {
        services.AddSingleton(_ => new SqliteGrainStore(folder));
        services.AddSingleton<IGrainStateStore>(provider => provider.GetRequiredService<SqliteGrainStore>());
        services.AddSingleton<IGrainStateCatalog>(provider => provider.GetRequiredService<SqliteGrainStore>());
        services.AddSingleton<IReminderStore>(provider => provider.GetRequiredService<SqliteGrainStore>());
        services.AddSingleton<IGrainStoreMaintenance>(provider => provider.GetRequiredService<SqliteGrainStore>());
        return services;
    }

    /// <summary>Keeps grain states and reminders in a PostgreSQL database, held by this process alone.</summary>
    /// <param name="services">The host's services.</param>
    /// <param name="connectionString">As Npgsql reads it; of a login that may create tables.</param>
    /// <remarks>Opened when first asked for. <see cref="GrainRuntimeException"/> tells when the database is held, cannot be reached, or is of a newer program.</remarks>
    public static IServiceCollection AddMentorCloudPostgresGrainStorage(this IServiceCollection services, string connectionString)
    {
        services.AddSingleton(_ => new PostgresGrainStore(connectionString));
        services.AddSingleton<IGrainStateStore>(provider => provider.GetRequiredService<PostgresGrainStore>());
        services.AddSingleton<IGrainStateCatalog>(provider => provider.GetRequiredService<PostgresGrainStore>());
        services.AddSingleton<IReminderStore>(provider => provider.GetRequiredService<PostgresGrainStore>());
        return services;
    }
}
