using MentorCloud.App.Demo;
using MentorCloud.App.Hosting;
using MentorCloud.App.Simulation.Faults;
using MentorCloud.App.Simulation.People;
using MentorCloud.App.Simulation.Watching;
using MentorCloud.Contracts.Facts;
using MentorCloud.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace MentorCloud.App.Simulation;

/// <summary>The program's own host, with the clock in the simulation's hand, and its publisher and log watched.</summary>
internal static class SimulationHost
{
    /// <summary>The simulated beginning: a Monday.</summary>
    public static DateTimeOffset Start { get; } = new(2026, 1, 5, 6, 0, 0, TimeSpan.Zero);

    public static IHost Build(MentorCloudOptions options, IEdition edition, SimulationSettings settings) =>
        ProgramHost.Worker(options, edition, (services, logging) =>
        {
            var log = new CanaryLog();
            logging.AddProvider(log);
            services.AddSingleton(log);
            services.AddSingleton(settings);
            services.AddSingleton(new SimulationClock(Start));
            services.AddSingleton<TimeProvider>(provider => provider.GetRequiredService<SimulationClock>());
            services.AddSingleton(provider => ActivatorUtilities.CreateInstance<FaultPlanter>(provider, settings.Fault));
            WatchPublisher(services, settings);
            LeaveLoginsOut(services);
            services.AddSingleton(new DemoIds($"simulation-{settings.Seed}"));
            services.AddSingleton(provider => new SimulatedCompany(provider.GetRequiredService<DemoIds>().Tenant, settings));
            services.AddSingleton<Stillness>();
            services.AddSingleton<ProgramOffice>();
            services.AddSingleton<Leavings>();
            services.AddSingleton<Bystanders>();
            services.AddSingleton<FactTally>();
            services.AddSingleton<Checks.ViewCheck>();
            services.AddSingleton<Simulation>();
        });

    /// <summary>Nobody logs in here: what looks after accounts each minute and hour would only be waited for thousands of times.</summary>
    private static void LeaveLoginsOut(IServiceCollection services)
    {
        foreach (var service in services.Where(service => service.ServiceType == typeof(IHostedService) && IsOfLogins(service)).ToList())
        {
            services.Remove(service);
        }
    }

    private static bool IsOfLogins(ServiceDescriptor service) =>
        (service.ImplementationType ?? service.ImplementationFactory?.GetType().GenericTypeArguments[1])?.Assembly == typeof(IdentityRegistration).Assembly;

    private static void WatchPublisher(IServiceCollection services, SimulationSettings settings)
    {
        var registered = services.Last(service => service.ServiceType == typeof(IFactPublisher)).ImplementationType!;
        services.AddSingleton(provider =>
        {
            var real = (IFactPublisher)ActivatorUtilities.CreateInstance(provider, registered);
            return new WatchedPublisher(
                settings.Fault == PlantedFault.None ? real : new FaultyPublisher(real, provider.GetRequiredService<FaultPlanter>()));
        });
        services.AddSingleton<IFactPublisher>(provider => provider.GetRequiredService<WatchedPublisher>());
        if (settings.Fault == PlantedFault.DutyLost)
        {
            services.AddSingleton<IIncomingGrainCallFilter, DeafReminders>();
        }
        else if (settings.Fault is PlantedFault.CommandRefused or PlantedFault.PrivateTextShown or PlantedFault.ReviewShown)
        {
            services.AddSingleton<IIncomingGrainCallFilter, WrongAnswers>();
        }
    }
}
