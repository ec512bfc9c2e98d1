using MentorCloud.Contracts.Json;
using MentorCloud.Grains.Tenants;
using MentorCloud.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace MentorCloud.Grains.Tests.Hosts;

/// <summary>Grains on the embedded runtime. Compiled with the default edition only.</summary>
internal sealed class EmbeddedGrainTestHost : IGrainTestHost
{
    private readonly ManualTimeProvider clock;
    private ServiceProvider services;

    private EmbeddedGrainTestHost(GrainTestPorts ports, ManualTimeProvider clock)
    {
        this.clock = clock;
        Ports = ports;
        services = Build(null);
    }

    /// <inheritdoc/>
    public IGrainFactory Grains => services.GetRequiredService<IGrainFactory>();

    /// <inheritdoc/>
    public DateTimeOffset Now => clock.GetUtcNow();

    /// <inheritdoc/>
    public GrainTestPorts Ports { get; }

    private GrainHost Host => services.GetRequiredService<GrainHost>();

    /// <summary>Starts a host on a clock of its own.</summary>
    public static async Task<IGrainTestHost> StartAsync(GrainTestPorts ports)
    {
        var host = new EmbeddedGrainTestHost(ports, new ManualTimeProvider());
        await host.Host.StartAsync(CancellationToken.None);
        return host;
    }

    /// <inheritdoc/>
    public async Task PassAsync(TimeSpan span)
    {
        var until = clock.GetTimestamp() + span.Ticks;
        await Host.RestAsync();
        while (clock.UntilNextTimer() is { } next && clock.GetTimestamp() + next.Ticks <= until)
        {
            clock.Advance(next);
            await Host.RestAsync();
        }

        clock.Advance(TimeSpan.FromTicks(until - clock.GetTimestamp()));
        await Host.RestAsync();
    }

    /// <inheritdoc/>
    public void SetWallClock(DateTimeOffset now) => clock.SetWallClock(now);

    /// <inheritdoc/>
    public async Task SleepAllAsync()
    {
        var before = services;
        await Host.StopAsync(CancellationToken.None);
        services = Build(before);
        await before.DisposeAsync();
        await Host.StartAsync(CancellationToken.None);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await Host.StopAsync(CancellationToken.None);
        await services.DisposeAsync();
    }

    private ServiceProvider Build(ServiceProvider? continued)
    {
        var collection = new ServiceCollection();
        collection.AddLogging();
        collection.AddSingleton<TimeProvider>(clock);
        if (continued is null)
        {
            collection.AddMentorCloudMemoryGrainStorage();
        }
        else
        {
            collection.AddSingleton(continued.GetRequiredService<IGrainStateStore>());
            collection.AddSingleton(continued.GetRequiredService<IReminderStore>());
        }

        collection.AddKeyedSingleton("grains", (provider, _) => provider.GetRequiredService<IGrainStateStore>());
        collection.AddMentorCloudGrainRuntime(options =>
        {
            options.AddGrainsOf<TenantGrain>();
            options.StateJson = ContractsJson.Options;
        });
        Ports.AddTo(collection, clock);
        return collection.BuildServiceProvider();
    }
}
