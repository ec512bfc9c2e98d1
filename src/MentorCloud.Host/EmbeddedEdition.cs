using MentorCloud.App.Hosting;
using MentorCloud.App.Simulation;
using MentorCloud.Contracts.Directory;
using MentorCloud.Contracts.Json;
using MentorCloud.Gateway.Hosting;
using MentorCloud.GrainRuntime;
using MentorCloud.Grains.Pairings;
using MentorCloud.GrainStorage;
using Microsoft.Extensions.Options;

namespace MentorCloud.Host;

/// <summary>The default edition: grains on the embedded runtime, their states in the data folder.</summary>
internal sealed class EmbeddedEdition : IEdition
{
    /// <inheritdoc/>
    public string Name => "embedded edition";

    /// <inheritdoc/>
    public IGrainFile? GrainFile { get; } = new StoredGrainFile();

    /// <inheritdoc/>
    public IGrainReading? GrainDatabase(MentorCloudOptions options) =>
        options.GrainStore == GrainStoreKind.PostgreSql ? StoredGrainFile.Of(options.PostgreSql!) : null;

    /// <inheritdoc/>
    public void AddGrainStore(IServiceCollection services, MentorCloudOptions options)
    {
        AddStore(services, options);
        services.AddSingleton<IGrainTransfer, StoredGrains>();
    }

    /// <inheritdoc/>
    public void AddGrains(IServiceCollection services, MentorCloudOptions options)
    {
        AddStore(services, options);
        services.AddKeyedSingleton("grains", (provider, _) => provider.GetRequiredService<IGrainStateStore>());
        services.AddMentorCloudGrainRuntime(runtime =>
        {
            runtime.AddGrainsOf<PairingGrain>();
            runtime.StateJson = ContractsJson.Options;
            runtime.StopTimeout = options.DrainTimeout;
            runtime.SlowTurnWarning = options.SlowTurnWarning;
            runtime.RingReminders = !options.GrainsAtRest;
        });
        services.AddSingleton<IGrainDirectory, StoredGrainDirectory>();
        services.Configure<GatewayOptions>(gateway => gateway.ErrorMappers.Add(new GrainFailureMapper()));
    }

    /// <inheritdoc/>
    public StartFailure? Explain(Exception exception) => exception switch
    {
        GrainRuntimeException { Code: GrainErrorCodes.StorageLocked } => new(ExitCodes.FolderInUse, exception.Message),
        GrainRuntimeException { Code: GrainErrorCodes.StorageCorrupt } => new(ExitCodes.DataCorrupt, exception.Message),
        GrainRuntimeException { Code: GrainErrorCodes.StorageNewer } => new(ExitCodes.DataTooNew, exception.Message),
        GrainRuntimeException { Code: GrainErrorCodes.StorageUnavailable } => new(ExitCodes.FolderUnwritable, exception.Message),
        _ => null,
    };

    private static void AddStore(IServiceCollection services, MentorCloudOptions options)
    {
        if (options.GrainStore == GrainStoreKind.Folder)
        {
            services.AddMentorCloudGrainStorage(options.DataFolder);
            services.AddSingleton<IGrainHostProbe, GrainHostProbe>();
            services.AddSingleton<IGrainScrub, GrainScrub>();
            return;
        }

        var file = Path.Combine(options.DataFolder, GrainStoreFile.Name);
        if (File.Exists(file))
        {
            throw new OptionsValidationException(MentorCloudOptions.Section, typeof(MentorCloudOptions), [
                $"MentorCloud:GrainStore is PostgreSql, and {file} holds grains that would seem lost. Move each tenant by 'export' and 'import tenant', or name another data folder."]);
        }

        services.AddMentorCloudPostgresGrainStorage(options.PostgreSql!);
    }
}
