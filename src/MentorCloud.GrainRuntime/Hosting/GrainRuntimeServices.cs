using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace MentorCloud.GrainRuntime;

/// <summary>Adds the embedded grain runtime to a host.</summary>
public static class GrainRuntimeServices
{
    /// <summary>
    /// Adds runtime, factory and reminders, started and stopped with the host. A store must be added beside it: an
    /// <see cref="IGrainStateStore"/> and an <see cref="IReminderStore"/>.
    /// </summary>
    /// <param name="services">The host's services; a <see cref="TimeProvider"/> among them drives all timing.</param>
    /// <param name="configure">Names the grain assemblies and changes defaults.</param>
    public static IServiceCollection AddMentorCloudGrainRuntime(this IServiceCollection services, Action<GrainRuntimeOptions> configure)
    {
        services.AddLogging();
        services.TryAddSingleton(TimeProvider.System);
        services.AddOptions<GrainRuntimeOptions>().Configure(configure).ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<GrainRuntimeOptions>, GrainRuntimeOptionsValidation>());
        services.AddSingleton<ReminderScheduler>();
        services.AddSingleton<IReminderRegistry>(provider => provider.GetRequiredService<ReminderScheduler>());
        services.AddSingleton<GrainHost>();
        services.AddSingleton<IGrainFactory>(provider => provider.GetRequiredService<GrainHost>());
        services.AddSingleton<IGrainRest>(provider => provider.GetRequiredService<GrainHost>());
        services.AddSingleton<IHostedService>(provider => provider.GetRequiredService<GrainHost>());
        services.AddSingleton<IGrainRuntimeStatistics, GrainRuntimeStatistics>();
        return services;
    }

    /// <summary>Adds stores that live in memory and are lost with the process; for tests.</summary>
    public static IServiceCollection AddMentorCloudMemoryGrainStorage(this IServiceCollection services)
    {
        services.AddSingleton<MemoryGrainStateStore>();
        services.AddSingleton<IGrainStateStore>(provider => provider.GetRequiredService<MemoryGrainStateStore>());
        services.AddSingleton<IGrainStateCatalog>(provider => provider.GetRequiredService<MemoryGrainStateStore>());
        services.AddSingleton<IReminderStore, MemoryReminderStore>();
        return services;
    }
}
