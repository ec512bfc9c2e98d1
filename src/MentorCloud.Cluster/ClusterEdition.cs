using Azure.Identity;
using Azure.Security.KeyVault.Secrets;
using MentorCloud.App.Hosting;
using MentorCloud.Cluster.Configuration;
using MentorCloud.Cluster.Directory;
using MentorCloud.Cluster.Failures;
using MentorCloud.Cluster.Keys;
using MentorCloud.Cluster.Rounds;
using MentorCloud.Cluster.Silo;
using MentorCloud.Cluster.Transfer;
using MentorCloud.Contracts.Directory;
using MentorCloud.Contracts.Keys;
using MentorCloud.Contracts.Solving;
using MentorCloud.Gateway.Hosting;
using MentorCloud.Storage.Keys;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace MentorCloud.Cluster;

/// <summary>The cluster edition: every process is a silo of Orleans and serves HTTP; states and reminders are in Azure Storage.</summary>
internal sealed class ClusterEdition : IEdition
{
    /// <inheritdoc/>
    public string Name => "cluster edition";

    /// <inheritdoc/>
    public IGrainFile? GrainFile => null;

    /// <inheritdoc/>
    public IGrainReading? GrainDatabase(MentorCloudOptions options) => null;

    /// <inheritdoc/>
    public void AddGrainStore(IServiceCollection services, MentorCloudOptions options)
    {
        AddSilo(services, options);
        services.AddSingleton<StoppedCluster>();
        services.AddSingleton<IGrainTransfer, TableGrains>();
    }

    /// <inheritdoc/>
    public void AddGrains(IServiceCollection services, MentorCloudOptions options)
    {
        // Several silos that start at the same time must not each make a sample tenant; `demo` makes it on purpose.
        options.DemoOnFirstStart = false;
        AddSilo(services, options);
        services.Replace(ServiceDescriptor.Singleton<IRoundLease, PostgreSqlRoundLease>());
        services.Configure<GatewayOptions>(gateway => gateway.ErrorMappers.Add(new ClusterFailureMapper()));
    }

    /// <inheritdoc/>
    public StartFailure? Explain(Exception exception) => SiloFailures.Explain(exception);

    private static void AddSilo(IServiceCollection services, MentorCloudOptions options)
    {
        var cluster = Settings(options);
        var tables = StorageAccount.Open(cluster);
        services.AddOrleans(silo => silo.UseMentorCloud(cluster, options.DrainTimeout, tables));
        services.AddSingleton(new TableGrainDirectory(tables, cluster));
        services.AddSingleton<IGrainDirectory>(provider => provider.GetRequiredService<TableGrainDirectory>());
        if (cluster.Vault is { } vault)
        {
            var secrets = new SecretClient(vault, new DefaultAzureCredential());
            services.Replace(ServiceDescriptor.Singleton<IMasterKey>(
                new SecretMasterKey(cancellationToken => VaultMasterKey.ReadAsync(secrets, cluster, cancellationToken))));
        }

        services.AddLogging(logging => logging
            .AddFilter("Orleans", LogLevel.Warning)
            .AddFilter("Azure", LogLevel.Warning)
            .AddFilter("Polly", LogLevel.Warning));
    }

    private static ClusterSettings Settings(MentorCloudOptions options)
    {
        var cluster = ProgramSettings.Read<ClusterSettings>(ClusterSettings.Section);
        var result = new ClusterSettingsCheck(options).Validate(null, cluster);
        return result.Succeeded
            ? cluster
            : throw new OptionsValidationException(ClusterSettings.Section, typeof(ClusterSettings), result.Failures);
    }
}
