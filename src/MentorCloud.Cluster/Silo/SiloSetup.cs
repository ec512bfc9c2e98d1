using System.Net;
using Azure.Data.Tables;
using MentorCloud.Cluster.Configuration;
using MentorCloud.Cluster.Serialization;
using Orleans.Configuration;

namespace MentorCloud.Cluster.Silo;

/// <summary>One silo on Azure Storage: membership, states and reminders.</summary>
internal static class SiloSetup
{
    /// <summary>The storage that <c>[PersistentState(..., "grains")]</c> names.</summary>
    public const string GrainStorage = "grains";

    /// <summary>Sets the silo up.</summary>
    public static void UseMentorCloud(this ISiloBuilder silo, ClusterSettings options, TimeSpan drain, TableServiceClient tables)
    {
        silo.Configure<ClusterOptions>(cluster =>
        {
            cluster.ClusterId = options.ClusterId;
            cluster.ServiceId = options.ServiceId;
        });
        silo.Configure<EndpointOptions>(ends => SetEnds(ends, options));
        silo.Services.AddMentorCloudSerializer();
        silo.UseStores(tables);
        silo.UseLimits(drain);
    }

    /// <summary>Where silos meet, and where grains and reminders are kept.</summary>
    private static void UseStores(this ISiloBuilder silo, TableServiceClient tables)
    {
        silo.UseAzureStorageClustering(clustering =>
        {
            clustering.TableServiceClient = tables;
            clustering.TableName = StorageAccount.SilosTable;
        });
        silo.Services.AddSingleton<EnvelopeSerializer>();
        silo.AddAzureTableGrainStorage(GrainStorage, storage => storage.Configure<EnvelopeSerializer>((options, serializer) =>
        {
            options.TableServiceClient = tables;
            options.TableName = StorageAccount.GrainsTable;
            options.GrainStorageSerializer = serializer;
        }));
        silo.UseAzureTableReminderService(reminders => reminders.Configure(options =>
        {
            options.TableServiceClient = tables;
            options.TableName = StorageAccount.RemindersTable;
        }));
    }

    /// <summary>The limits of the embedded runtime, in Orleans' words.</summary>
    private static void UseLimits(this ISiloBuilder silo, TimeSpan drain)
    {
        silo.Configure<SiloMessagingOptions>(messaging =>
        {
            messaging.ResponseTimeout = TimeSpan.FromSeconds(30);
            messaging.MaxEnqueuedRequestsSoftLimit = 1_000;
            messaging.MaxEnqueuedRequestsHardLimit = 5_000;
        });
        silo.Configure<GrainCollectionOptions>(collection =>
        {
            collection.CollectionAge = TimeSpan.FromMinutes(15);
            collection.DeactivationTimeout = drain;
        });
    }

    private static void SetEnds(EndpointOptions ends, ClusterSettings options)
    {
        ends.SiloPort = options.SiloPort;
        ends.GatewayPort = options.GatewayPort;
        if (options.AdvertisedAddress is { } address)
        {
            ends.AdvertisedIPAddress = IPAddress.Parse(address);
        }
    }
}
