using MentorCloud.Contracts.Facts;
using MentorCloud.Contracts.Grains;
using MentorCloud.Contracts.Json;
using MentorCloud.Contracts.People;
using MentorCloud.Domain.Access;
using MentorCloud.Domain.Identifiers;
using MentorCloud.Domain.Tenants;
using MentorCloud.GrainRuntime;
using MentorCloud.Grains.Access;
using MentorCloud.Grains.State;
using MentorCloud.Grains.Tenants;
using MentorCloud.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace MentorCloud.App.Tests.Imports;

/// <summary>The product's grains on the real runtime, with stores in memory, a policy filter and one tenant.</summary>
internal sealed class GrainsHost : IAsyncDisposable
{
    private readonly ServiceProvider services;

    private GrainsHost(ServiceProvider services) => this.services = services;

    public TenantId Tenant { get; } = EntityId.New<TenantId>(DateTimeOffset.UnixEpoch.AddYears(56));

    public Actor Admin => Actor.User(Tenant, EntityId.Derive<AccountId>(Tenant.Value, "admin"), Role.TenantAdmin);

    public IGrainFactory Grains => services.GetRequiredService<IGrainFactory>();

    public IServiceProvider Services => services;

    /// <param name="add">Further parts of the program, by default none.</param>
    public static async Task<GrainsHost> StartAsync(Action<IServiceCollection>? add = null)
    {
        var clock = new ManualTimeProvider();
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton<TimeProvider>(clock);
        services.AddMentorCloudMemoryGrainStorage();
        services.AddKeyedSingleton("grains", (provider, _) => provider.GetRequiredService<IGrainStateStore>());
        services.AddMentorCloudGrainRuntime(options =>
        {
            options.AddGrainsOf<TenantGrain>();
            options.StateJson = ContractsJson.Options;
        });
        services.AddSingleton<IIncomingGrainCallFilter, PolicyFilter>();
        services.AddSingleton<IFactPublisher, Publisher>();
        services.AddSingleton<IPersonWork, NobodyLeaves>();
        services.AddSingleton<GrainTools>();
        add?.Invoke(services);
        var host = new GrainsHost(services.BuildServiceProvider());
        foreach (var hosted in host.services.GetServices<IHostedService>())
        {
            await hosted.StartAsync(CancellationToken.None);
        }

        var tenant = host.Grains.GetGrain<ITenantGrain>(GrainKey.Of(host.Tenant, host.Tenant));
        (await tenant.Create(Actor.System(host.Tenant, "test"), host.Command("tenant"), new CreateTenant("Test", "test", "Europe/Oslo"))).OrThrow();
        return host;
    }

    public CommandId Command(string name) => EntityId.Derive<CommandId>(Tenant.Value, name);

    public async ValueTask DisposeAsync()
    {
        foreach (var hosted in services.GetServices<IHostedService>().Reverse())
        {
            await hosted.StopAsync(CancellationToken.None);
        }

        await services.DisposeAsync();
    }

    /// <summary>In imports nobody leaves and nobody is erased.</summary>
    private sealed class NobodyLeaves : IPersonWork
    {
        public void Enqueue(TenantId tenant, ParticipantId person) => throw new InvalidOperationException();

        public Task DoAsync(TenantId tenant, ParticipantId person, CancellationToken cancellationToken) => throw new InvalidOperationException();
    }

    /// <summary>Takes what grains tell, and keeps none of it: imports are judged by the grains' own state.</summary>
    private sealed class Publisher : IFactPublisher
    {
        public Task PublishAsync(TenantId tenant, string grain, IReadOnlyList<OutboxEntry> entries, CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
