using MentorCloud.Contracts.Facts;
using MentorCloud.Contracts.Json;
using MentorCloud.Contracts.Keys;
using MentorCloud.Contracts.People;
using MentorCloud.Domain.Identifiers;
using MentorCloud.Domain.Privacy;
using MentorCloud.GrainRuntime;
using MentorCloud.Grains.Pairings;
using MentorCloud.Grains.State;
using MentorCloud.GrainStorage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace MentorCloud.Benchmarks.Pairings;

/// <summary>The product's grains on a folder; facts go nowhere, and nothing is sealed.</summary>
internal sealed class PairingHost : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    private PairingHost(ServiceProvider services) => _services = services;

    public IGrainFactory Grains => Get<IGrainFactory>();

    public T Get<T>() where T : notnull => _services.GetRequiredService<T>();

    public static async Task<PairingHost> StartAsync(string folder)
    {
        var services = new ServiceCollection();
        services.AddMentorCloudGrainStorage(folder);
        services.AddKeyedSingleton("grains", (provider, _) => provider.GetRequiredService<IGrainStateStore>());
        services.AddMentorCloudGrainRuntime(options =>
        {
            options.AddGrainsOf<PairingGrain>();
            options.StateJson = ContractsJson.Options;
        });
        services.AddSingleton(new GrainTools(TimeProvider.System, new Nowhere()));
        services.AddSingleton<IPersonWork, Nobody>();
        services.AddSingleton<IKeyRing, NoKeys>();
        var host = new PairingHost(services.BuildServiceProvider());
        foreach (var hosted in host._services.GetServices<IHostedService>())
            await hosted.StartAsync(CancellationToken.None);
        return host;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var hosted in _services.GetServices<IHostedService>())
            await hosted.StopAsync(CancellationToken.None);
        await _services.DisposeAsync();
    }

    /// <summary>Nobody leaves here.</summary>
    private sealed class Nobody : IPersonWork
    {
        public void Enqueue(TenantId tenant, ParticipantId person) => throw new NotSupportedException();

        public Task DoAsync(TenantId tenant, ParticipantId person, CancellationToken cancellationToken) => throw new NotSupportedException();
    }

    /// <summary>Stands for the key ring; nothing is sealed here.</summary>
    private sealed class NoKeys : IKeyRing
    {
        public ValueTask<SealedText> SealAsync(SealingContext context, ParticipantId author, string text, CancellationToken cancellationToken) => throw Unused();

        public ValueTask<string?> OpenAsync(SealingContext context, SealedText text, CancellationToken cancellationToken) => throw Unused();

        public ValueTask<byte[]> RecogniseAsync(
            SealingContext context, ParticipantId author, ReadOnlyMemory<byte> data, CancellationToken cancellationToken) => throw Unused();

        public Task ErasePersonAsync(TenantId tenant, ParticipantId person, CancellationToken cancellationToken) => throw Unused();

        public Task EraseTenantAsync(TenantId tenant, CancellationToken cancellationToken) => throw Unused();

        private static NotSupportedException Unused() => new("Nothing is sealed here.");
    }

    private sealed class Nowhere : IFactPublisher
    {
        public Task PublishAsync(TenantId tenant, string grain, IReadOnlyList<OutboxEntry> entries, CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
