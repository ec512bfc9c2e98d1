using MentorCloud.App.Hosting;
using MentorCloud.Cluster.Configuration;

namespace MentorCloud.Cluster.Tests.Configuration;

public sealed class ClusterSettingsCheckTests
{
    public static TheoryData<string> Wrong => [.. Faults.Keys];

    private static Dictionary<string, Action<ClusterSettings>> Faults => new()
    {
        ["ClusterId"] = settings => settings.ClusterId = "a/b",
        ["ServiceId"] = settings => settings.ServiceId = "",
        ["Storage"] = settings => settings.Storage = "nonsense",
        ["StorageUri"] = settings => (settings.Storage, settings.StorageUri) = (null, new Uri("http://account.table.core.windows.net")),
        ["SiloPort"] = settings => settings.SiloPort = 65_536,
        ["GatewayPort"] = settings => settings.GatewayPort = settings.SiloPort,
        ["AdvertisedAddress"] = settings => settings.AdvertisedAddress = "silo-1",
        ["Vault"] = settings => settings.Vault = new Uri("http://vault.example"),
        ["VaultSecret"] = settings => (settings.Vault, settings.VaultSecret) = (new Uri("https://vault.example"), " "),
    };

    [Fact]
    public void Least_settings_are_enough() => Assert.True(Check(Good()).Succeeded);

    [Theory]
    [MemberData(nameof(Wrong))]
    public void Wrong_setting_is_named(string setting)
    {
        var settings = Good();
        Faults[setting](settings);

        Assert.StartsWith($"MentorCloud:Cluster:{setting} ", Assert.Single(Check(settings).Failures!), StringComparison.Ordinal);
    }

    [Fact]
    public void Storage_by_both_ways_is_refused()
    {
        var settings = Good();
        settings.StorageUri = new Uri("https://account.table.core.windows.net");

        Assert.Contains("not both", Assert.Single(Check(settings).Failures!), StringComparison.Ordinal);
    }

    private static Microsoft.Extensions.Options.ValidateOptionsResult Check(ClusterSettings settings) =>
        new ClusterSettingsCheck(new MentorCloudOptions { PostgreSql = "Host=db" }).Validate(null, settings);

    private static ClusterSettings Good() => new() { Storage = "AccountName=a;AccountKey=b" };
}
