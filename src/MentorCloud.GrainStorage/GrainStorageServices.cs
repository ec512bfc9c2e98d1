using MentorCloud.GrainRuntime;
using MentorCloud.GrainStorage.Postgres;
using MentorCloud.GrainStorage.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

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

    /// <summary>Keeps grain states and reminders in a PostgreSQL database that <see cref="MigratePostgresAsync"/> has prepared.</summary>
    /// <param name="services">The host's services.</param>
    /// <param name="connectionString">As Npgsql reads it.</param>
    public static IServiceCollection AddMentorCloudPostgresGrainStorage(this IServiceCollection services, string connectionString)
    {
        services.AddSingleton(_ => new PostgresGrainStore(NpgsqlDataSource.Create(connectionString)));
        services.AddSingleton<IGrainStateStore>(provider => provider.GetRequiredService<PostgresGrainStore>());
        services.AddSingleton<IGrainStateCatalog>(provider => provider.GetRequiredService<PostgresGrainStore>());
        services.AddSingleton<IReminderStore>(provider => provider.GetRequiredService<PostgresGrainStore>());
        return services;
    }

    /// <summary>Brings a PostgreSQL database to the present schema. Call before the host starts; safe to repeat, and to be killed.</summary>
    /// <exception cref="GrainRuntimeException">The database was written by a newer program.</exception>
    public static async Task MigratePostgresAsync(string connectionString, CancellationToken cancellationToken)
    {
        await using var source = NpgsqlDataSource.Create(connectionString);
        await PostgresMigrations.ApplyAsync(source, cancellationToken);
    }
}
