using Microsoft.Extensions.DependencyInjection;

namespace MentorCloud.GrainRuntime;

/// <summary>Adds the embedded grain runtime to a host.</summary>
public static class GrainRuntimeServices
{
    /// <summary>Adds runtime, factory and reminders, started and stopped with the host. A store must be added beside it.</summary>
    /// <param name="services">The host's services; a <see cref="TimeProvider"/> among them drives all timing.</param>
    /// <param name="configure">Names the grain assemblies and changes defaults.</param>
    public static IServiceCollection AddMentorCloudGrainRuntime(this IServiceCollection services, Action<GrainRuntimeOptions> configure)
    {
        services.AddOptions<GrainRuntimeOptions>().Configure(configure);
        return services;
    }
}
