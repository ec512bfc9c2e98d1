using Azure.Data.Tables;
using Azure.Identity;
using Azure.Security.KeyVault.Secrets;
using MentorCloud.App.Hosting;
using MentorCloud.Cluster.Configuration;
using MentorCloud.Cluster.Directory;
using MentorCloud.Cluster.Failures;
using MentorCloud.Cluster.Keys;
using MentorCloud.Cluster.Rounds;
using MentorCloud.Cluster.Silo;
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

    /// <summary>Refused: tenants are not moved into or out of this edition yet (docs/cluster.md).</summary>
    public void AddGrainStore(IServiceCollection services, MentorCloudOptions options) =>
        throw new NotSupportedException("The cluster edition cannot move tenants yet; back up Azure Storage and PostgreSQL with their own tools.");

    /// <inheritdoc/>
    public void AddGrains(IServiceCollection services, MentorCloudOptions options)
    {
        var cluster = ProgramSettings.Read<ClusterSettings>(ClusterSettings.Section);
        var checkedSettings = new ClusterSettingsCheck(options).Validate(null, cluster);
        if (checkedSettings.Failed)
        {
            throw new OptionsValidationException(ClusterSettings.Section, typeof(ClusterSettings), checkedSettings.Failures);
        }

        // Several silos that start at the same time must not each make a sample tenant; `demo` makes it on purpose.
        options.DemoOnFirstStart = false;
        var tables = StorageAccount.Open(cluster);
        services.AddOrleans(silo => silo.UseMentorCloud(cluster, options.DrainTimeout, tables));
        AddPorts(services, cluster, tables);
        services.AddLogging(logging => logging
            .AddFilter("Orleans", LogLevel.Warning)
            .AddFilter("Azure", LogLevel.Warning)
            .AddFilter("Polly", LogLevel.Warning));
    }

    /// <inheritdoc/>
    public StartFailure? Explain(Exception exception) => SiloFailures.Explain(exception);

    private static void AddPorts(IServiceCollection services, ClusterSettings cluster, TableServiceClient tables)
    {
        services.AddSingleton<IGrainDirectory>(new TableGrainDirectory(tables, cluster));
        services.Replace(ServiceDescriptor.Singleton<IRoundLease, PostgreSqlRoundLease>());
        services.Configure<GatewayOptions>(gateway => gateway.ErrorMappers.Add(new ClusterFailureMapper()));
        if (cluster.Vault is { } vault)
        {
            var secrets = new SecretClient(vault, new DefaultAzureCredential());
            services.Replace(ServiceDescriptor.Singleton<IMasterKey>(
                new SecretMasterKey(cancellationToken => VaultMasterKey.ReadAsync(secrets, cluster, cancellationToken))));
        }
    }
}
