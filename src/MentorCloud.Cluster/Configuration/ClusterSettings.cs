namespace MentorCloud.Cluster.Configuration;

/// <summary>The cluster's options: section <c>MentorCloud:Cluster</c>, environment <c>MENTORCLOUD__CLUSTER__*</c>. Checked at start.</summary>
public sealed class ClusterSettings
{
    /// <summary>The section in appsettings.json.</summary>
    public const string Section = "MentorCloud:Cluster";

    /// <summary>Which silos belong together; another for each deployment that must not join this one. 1 to 60 letters, digits and hyphens. Default <c>mentorcloud</c>.</summary>
    public string ClusterId { get; set; } = "mentorcloud";

    /// <summary>Part of every stored key: changed, all grains seem empty. 1 to 60 letters, digits and hyphens. Default <c>mentorcloud</c>.</summary>
    public string ServiceId { get; set; } = "mentorcloud";

    /// <summary>Connection string of the Azure Storage account; null when <see cref="StorageUri"/> is given.</summary>
    public string? Storage { get; set; }

    /// <summary>The account's table endpoint, reached in the process's own Azure identity; null when <see cref="Storage"/> is given.</summary>
    public Uri? StorageUri { get; set; }

    /// <summary>The port on which silos speak to each other, 1..65535. Default 11111.</summary>
    public int SiloPort { get; set; } = 11_111;

    /// <summary>The port for Orleans clients outside the silos, 1..65535; 0 (default) opens none, as every silo serves HTTP itself.</summary>
    public int GatewayPort { get; set; }

    /// <summary>The IP address under which other silos reach this one; null (default) takes the machine's first.</summary>
    public string? AdvertisedAddress { get; set; }

    /// <summary>The Azure Key Vault that holds the master key as a secret; null (default) takes the file of <c>MentorCloud:MasterKeyFile</c>, the same on every silo.</summary>
    public Uri? Vault { get; set; }

    /// <summary>Name of the vault's secret: 32 bytes in base64. Default <c>mentorcloud-master-key</c>.</summary>
    public string VaultSecret { get; set; } = "mentorcloud-master-key";
}
