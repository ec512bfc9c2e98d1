using Azure.Data.Tables;
using Azure.Identity;
using MentorCloud.Cluster.Configuration;

namespace MentorCloud.Cluster.Silo;

/// <summary>The Azure Storage account: its client, and the names of its three tables.</summary>
internal static class StorageAccount
{
    /// <summary>Which silos live.</summary>
    public const string SilosTable = "MentorCloudSilos";

    /// <summary>Grain states.</summary>
    public const string GrainsTable = "MentorCloudGrains";

    /// <summary>Reminders.</summary>
    public const string RemindersTable = "MentorCloudReminders";

    /// <summary>A client by connection string, or in the process's own Azure identity.</summary>
    public static TableServiceClient Open(ClusterSettings options) => options.StorageUri is { } uri
        ? new TableServiceClient(uri, new DefaultAzureCredential())
        : new TableServiceClient(options.Storage);
}
