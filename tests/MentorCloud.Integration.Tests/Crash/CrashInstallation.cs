using System.Globalization;
using MentorCloud.App.People;
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
using MentorCloud.GrainStorage;
using MentorCloud.Identity;
using MentorCloud.Storage.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace MentorCloud.Integration.Tests.Crash;

/// <summary>The product's grains and accounts and its three stores on one folder, without the edges, with the crash points told.</summary>
internal sealed class CrashInstallation : IAsyncDisposable
{
    private readonly ServiceProvider services;

    /// <param name="folder">The data folder. Beside it lie the master key and how often it was started.</param>
    public CrashInstallation(string folder)
    {
        Folder = folder;
        Starts = CountStart(folder);
        services = Build(folder, TimeSpan.FromMinutes(2) * Starts);
    }

    public string Folder { get; }

    /// <summary>How often the folder was started before.</summary>
    public int Starts { get; }

    public static TenantId Tenant { get; } = EntityId.Parse<TenantId>("019b76daa8007913a8a0284615368723");

    public static Actor Admin { get; } = Actor.User(Tenant, EntityId.Derive<AccountId>(Tenant.Value, "admin"), Role.TenantAdmin);

    public static Actor System { get; } = Actor.System(Tenant, "crash");

    public IGrainFactory Grains => services.GetRequiredService<IGrainFactory>();

    public T Get<T>()
        where T : notnull => services.GetRequiredService<T>();

    public static CommandId Command(params ReadOnlySpan<string> names) => EntityId.Derive<CommandId>(Tenant.Value, names);

    public async Task StartAsync()
    {
        var hosted = services.GetServices<IHostedService>().ToList();
        foreach (var one in hosted.OfType<IHostedLifecycleService>())
            await one.StartingAsync(CancellationToken.None);
        foreach (var one in hosted)
            await one.StartAsync(CancellationToken.None);
        var tenant = Grains.GetGrain<ITenantGrain>(GrainKey.Of(Tenant, Tenant));
        (await tenant.Create(System, Command("tenant"), new CreateTenant("Crash", "crash", "Europe/Oslo"))).OrThrow();
    }

    public GrainStoreVerification Verify() => GrainBackup.Verify(Path.Combine(Folder, GrainStoreFile.Name), CancellationToken.None);

    public async ValueTask DisposeAsync()
    {
        foreach (var one in services.GetServices<IHostedService>().Reverse())
            await one.StopAsync(CancellationToken.None);
        await services.DisposeAsync();
    }

    private static ServiceProvider Build(string folder, TimeSpan later)
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton<TimeProvider>(new LaterClock(later));
        services.AddMentorCloudStorage(storage => (storage.DataFolder, storage.MasterKeyFile) = (folder, folder + ".key"));
        services.AddMentorCloudIdentity(identity => (identity.DataFolder, identity.ListeningUrl) = (folder, new Uri("http://127.0.0.1:1")));
        services.AddMentorCloudGrainStorage(folder);
        services.AddKeyedSingleton("grains", (provider, _) => provider.GetRequiredService<IGrainStateStore>());
        services.AddMentorCloudGrainRuntime(options =>
        {
            options.AddGrainsOf<TenantGrain>();
            options.StateJson = ContractsJson.Options;
            options.ResponseTimeout = TimeSpan.FromMinutes(10);
        });
        services.AddSingleton<IIncomingGrainCallFilter, PolicyFilter>();
        services.AddSingleton<IPersonWork, NobodyLeaves>();
        services.AddSingleton<IPersonnel, Personnel>();
        services.AddSingleton(provider => new GrainTools(provider.GetRequiredService<TimeProvider>(), provider.GetRequiredService<IFactPublisher>())
        {
            Reached = CrashPoint.Reach,
        });
        return services.BuildServiceProvider();
    }

    /// <summary>Each start is two minutes later than the one before, so that reminders armed for unpublished outboxes are due.</summary>
    private static int CountStart(string folder)
    {
        var file = folder + ".starts";
        var starts = File.Exists(file) ? int.Parse(File.ReadAllText(file), CultureInfo.InvariantCulture) + 1 : 0;
        File.WriteAllText(file, starts.ToString(CultureInfo.InvariantCulture));
        return starts;
    }

    private sealed class LaterClock(TimeSpan later) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + later;
    }

    /// <summary>Nobody of the ledgers leaves or is erased.</summary>
    private sealed class NobodyLeaves : IPersonWork
    {
        public void Enqueue(TenantId tenant, ParticipantId person) => throw new InvalidOperationException();

        public Task DoAsync(TenantId tenant, ParticipantId person, CancellationToken cancellationToken) => throw new InvalidOperationException();
    }
}
