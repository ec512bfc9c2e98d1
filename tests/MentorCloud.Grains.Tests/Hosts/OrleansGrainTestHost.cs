using MentorCloud.Cluster.Serialization;
using MentorCloud.Testing;
using Microsoft.Extensions.DependencyInjection;
using Orleans.TestingHost;
using Orleans.Timers;

namespace MentorCloud.Grains.Tests.Hosts;

/// <summary>
/// Grains on Orleans' in-process test cluster of two silos, called from a client, so that everything crosses the wire.
/// Compiled with the cluster edition only. Orleans itself runs on the real clock; grains and reminders on the test's.
/// </summary>
internal sealed class OrleansGrainTestHost : IGrainTestHost
{
    private const short Silos = 2;

    private readonly InProcessTestCluster cluster;
    private readonly ManualTimeProvider clock = new();
    private readonly OrleansRemindersByHand reminders;

    private OrleansGrainTestHost(GrainTestPorts ports)
    {
        Ports = ports;
        reminders = new OrleansRemindersByHand(clock);
        var builder = new InProcessTestClusterBuilder(Silos);
        builder.Options.ConfigureFileLogging = false;
        builder.ConfigureSilo((_, silo) => Configure(silo));
        builder.ConfigureClient(client => client.Services.AddMentorCloudSerializer());
        cluster = builder.Build();
    }

    /// <inheritdoc/>
    public IGrainFactory Grains => cluster.Client;

    /// <inheritdoc/>
    public DateTimeOffset Now => clock.GetUtcNow();

    /// <inheritdoc/>
    public GrainTestPorts Ports { get; }

    /// <summary>Starts a cluster of its own.</summary>
    public static async Task<IGrainTestHost> StartAsync(GrainTestPorts ports)
    {
        var host = new OrleansGrainTestHost(ports);
        await host.cluster.DeployAsync();
        return host;
    }

    /// <inheritdoc/>
    public Task PassAsync(TimeSpan span) => reminders.PassAsync(span, Grains);

    /// <inheritdoc/>
    public void SetWallClock(DateTimeOffset now) => clock.SetWallClock(now);

    /// <inheritdoc/>
    public Task SleepAllAsync() => Grains.GetGrain<IManagementGrain>(0).ForceActivationCollection(TimeSpan.Zero);

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => cluster.DisposeAsync();

    private void Configure(ISiloBuilder silo)
    {
        silo.Services.AddMentorCloudSerializer();
        silo.Services.AddSingleton<EnvelopeSerializer>();
        silo.AddMemoryGrainStorage("grains", storage =>
            storage.Configure<EnvelopeSerializer>((options, serializer) => options.GrainStorageSerializer = serializer));
        silo.Services.AddSingleton<IReminderRegistry>(reminders);
        Ports.AddTo(silo.Services, clock);
    }
}
