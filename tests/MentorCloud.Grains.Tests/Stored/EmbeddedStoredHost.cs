using MentorCloud.Contracts.Facts;
using MentorCloud.Contracts.Json;
using MentorCloud.Contracts.Keys;
using MentorCloud.Contracts.People;
using MentorCloud.Contracts.Solving;
using MentorCloud.Contracts.Views;
using MentorCloud.GrainStorage;
using MentorCloud.Grains.Access;
using MentorCloud.Grains.State;
using MentorCloud.Grains.Tenants;
using MentorCloud.Grains.Tests.Hosts;
using MentorCloud.Storage.Hosting;
using MentorCloud.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace MentorCloud.Grains.Tests.Stored;

/// <summary>
/// The default edition's grain host as the program wires it: grain states and reminders in SQLite, facts, views and keys in
/// another, in a temporary folder; on a manual clock, and able to be switched off for a while.
/// </summary>
internal sealed class EmbeddedStoredHost : IGrainTestHost
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    private readonly DirectoryInfo root = Directory.CreateTempSubdirectory("mentorcloud-grains-");
    private readonly ManualTimeProvider clock = new();
    private IHost host;

    private EmbeddedStoredHost() => host = Build();

    /// <inheritdoc/>
    public IGrainFactory Grains => host.Services.GetRequiredService<IGrainFactory>();

    /// <inheritdoc/>
    public DateTimeOffset Now => clock.GetUtcNow();

    /// <summary>Only its round work is used; facts and keys are the real ones.</summary>
    public GrainTestPorts Ports { get; } = new();

    public IViews Views => host.Services.GetRequiredService<IViews>();

    public IGrainStateStore States => host.Services.GetRequiredService<IGrainStateStore>();

    public IKeyRing Keys => host.Services.GetRequiredService<IKeyRing>();

    public IViewRebuild Rebuild => host.Services.GetRequiredService<IViewRebuild>();

    public static async Task<EmbeddedStoredHost> StartAsync()
    {
        var started = new EmbeddedStoredHost();
        await started.host.StartAsync();
        return started;
    }

    /// <summary>Every fact told so far, in the feed's order.</summary>
    public async Task<IReadOnlyList<FactRecord>> FactsAsync()
    {
        await RestAsync();
        var feed = host.Services.GetRequiredService<IFactFeed>();
        var all = new List<FactRecord>();
        while (await feed.ReadAsync(all.Count == 0 ? 0 : all[^1].Position, 1_000, CancellationToken.None) is { Count: > 0 } read)
        {
            all.AddRange(read);
        }

        return all;
    }

    /// <summary>Switches everything off, lets time pass, and switches it on again; what fell due meanwhile has been done when this returns.</summary>
    public async Task OutageAsync(TimeSpan span)
    {
        await host.StopAsync();
        host.Dispose();
        clock.Advance(span);
        host = Build();
        await host.StartAsync();
        await RestAsync();
    }

    /// <inheritdoc/>
    public async Task PassAsync(TimeSpan span)
    {
        await RestAsync();
        for (; span > Hour; span -= Hour)
        {
            clock.Advance(Hour);
            await RestAsync();
        }

        clock.Advance(span);
        await RestAsync();
    }

    /// <inheritdoc/>
    public void SetWallClock(DateTimeOffset now) => clock.SetWallClock(now);

    /// <inheritdoc/>
    public Task SleepAllAsync() => OutageAsync(TimeSpan.Zero);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await host.StopAsync();
        host.Dispose();
        root.Delete(recursive: true);
    }

    /// <summary>At rest, and everything that was begun to be published is there: a write behind it in the same queue was answered.</summary>
    private async Task RestAsync()
    {
        await host.Services.GetRequiredService<IGrainRest>().RestAsync(CancellationToken.None);
        await host.Services.GetRequiredService<IFactFeed>().SaveCheckpointAsync("test", 1, CancellationToken.None);
    }

    private IHost Build()
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        var services = builder.Services;
        services.AddSingleton<TimeProvider>(clock);
        services.AddMentorCloudStorage(options =>
        {
            options.DataFolder = Path.Combine(root.FullName, "data");
            options.MasterKeyFile = Path.Combine(root.FullName, "master.key");
        });
        services.AddSingleton<IRoundWork>(Ports.RoundWork);
        services.AddSingleton<IPersonWork>(Ports.People);
        services.AddSingleton(provider => new GrainTools(clock, provider.GetRequiredService<IFactPublisher>()));
        services.AddSingleton<IIncomingGrainCallFilter, PolicyFilter>();
        services.AddMentorCloudGrainStorage(Path.Combine(root.FullName, "data"));
        services.AddKeyedSingleton("grains", (provider, _) => provider.GetRequiredService<IGrainStateStore>());
        services.AddMentorCloudGrainRuntime(options =>
        {
            options.AddGrainsOf<TenantGrain>();
            options.StateJson = ContractsJson.Options;
        });
        return builder.Build();
    }
}
