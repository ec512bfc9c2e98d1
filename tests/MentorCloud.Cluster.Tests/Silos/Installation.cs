using System.Globalization;
using MentorCloud.Cluster.Tests.Azurite;
using MentorCloud.GrainStorage.Tests.Postgres;
using MentorCloud.Testing;

namespace MentorCloud.Cluster.Tests.Silos;

/// <summary>Azure Storage, PostgreSQL and master key of one installation; its silos share them.</summary>
public sealed class Installation : IAsyncLifetime
{
    private readonly DirectoryInfo root = System.IO.Directory.CreateTempSubdirectory("mentorcloud-cluster-");
    private readonly AzuriteTables azurite = new();
    private readonly PostgresServer postgres = new();
    private string database = string.Empty;

    /// <summary>The options of every command: a data folder for letters, and the master key beside it.</summary>
    public IReadOnlyList<string> Options => ["--data", Path.Combine(root.FullName, "data"), "--master-key", Path.Combine(root.FullName, "master.key")];

    /// <summary>The PostgreSQL database.</summary>
    public string Database => database;

    /// <summary>Azure Storage.</summary>
    public string Storage => azurite.ConnectionString;

    public async ValueTask InitializeAsync()
    {
        await postgres.InitializeAsync();
        database = await postgres.CreateDatabaseAsync();
        await azurite.InitializeAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await azurite.DisposeAsync();
        await postgres.DisposeAsync();
        root.Delete(recursive: true);
    }

    /// <summary>The settings of one process, with a silo port of its own.</summary>
    public Dictionary<string, string> Settings() => new()
    {
        ["MENTORCLOUD__POSTGRESQL"] = database,
        ["MENTORCLOUD__CLUSTER__STORAGE"] = Storage,
        ["MENTORCLOUD__CLUSTER__ADVERTISEDADDRESS"] = "127.0.0.1",
        ["MENTORCLOUD__CLUSTER__SILOPORT"] = FreePort.Find().ToString(CultureInfo.InvariantCulture),
    };
}
