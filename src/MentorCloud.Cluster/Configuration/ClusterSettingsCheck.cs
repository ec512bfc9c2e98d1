using System.Net;
using System.Text.RegularExpressions;
using MentorCloud.App.Hosting;
using Microsoft.Extensions.Options;

namespace MentorCloud.Cluster.Configuration;

/// <summary>Names what is wrong with the cluster's options before anything starts.</summary>
internal sealed partial class ClusterSettingsCheck(MentorCloudOptions program) : IValidateOptions<ClusterSettings>
{
    /// <inheritdoc/>
    public ValidateOptionsResult Validate(string? name, ClusterSettings options)
    {
        var wrong = Ids(options).Concat(Stores(options)).Concat(Ends(options)).Concat(Vault(options)).ToList();
        return wrong.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(wrong);
    }

    private static IEnumerable<string> Ids(ClusterSettings options) =>
        from id in new[] { (Name: nameof(options.ClusterId), Value: options.ClusterId), (Name: nameof(options.ServiceId), Value: options.ServiceId) }
        where !IdForm().IsMatch(id.Value ?? string.Empty)
        select Text(id.Name, $"is '{id.Value}'; expected 1 to 60 letters, digits and hyphens.");

    private IEnumerable<string> Stores(ClusterSettings options)
    {
        if (options.Storage is null == options.StorageUri is null)
        {
            yield return Text(nameof(options.Storage), "or MentorCloud:Cluster:StorageUri must be given, and not both: the Azure Storage account of silos, grains and reminders.");
        }

        if (options.Storage is { } connection && !ConnectionForm().IsMatch(connection))
        {
            yield return Text(nameof(options.Storage), "is no connection string of an Azure Storage account.");
        }

        if (options.StorageUri is { } uri && !IsHttps(uri))
        {
            yield return Text(nameof(options.StorageUri), $"is '{uri}'; expected https://ACCOUNT.table.core.windows.net.");
        }

        if (string.IsNullOrWhiteSpace(program.PostgreSql))
        {
            yield return "MentorCloud:PostgreSql is missing; the silos share their views and accounts there.";
        }

        if (program.GrainStore != GrainStoreKind.Folder)
        {
            yield return "MentorCloud:GrainStore is of the default edition; silos keep grains in Azure Storage.";
        }
    }

    private static IEnumerable<string> Ends(ClusterSettings options)
    {
        if (options.SiloPort is < 1 or > IPEndPoint.MaxPort)
        {
            yield return Text(nameof(options.SiloPort), $"is {options.SiloPort}; expected 1..65535.");
        }

        if (options.GatewayPort is < 0 or > IPEndPoint.MaxPort || options.GatewayPort == options.SiloPort)
        {
            yield return Text(nameof(options.GatewayPort), $"is {options.GatewayPort}; expected 0..65535, another than SiloPort.");
        }

        if (options.AdvertisedAddress is { } address && !IPAddress.TryParse(address, out _))
        {
            yield return Text(nameof(options.AdvertisedAddress), $"is '{address}'; expected an IP address.");
        }
    }

    private static IEnumerable<string> Vault(ClusterSettings options)
    {
        if (options.Vault is { } vault && !IsHttps(vault))
        {
            yield return Text(nameof(options.Vault), $"is '{vault}'; expected https://NAME.vault.azure.net.");
        }

        if (options.Vault is not null && string.IsNullOrWhiteSpace(options.VaultSecret))
        {
            yield return Text(nameof(options.VaultSecret), "is empty; name the secret that holds the master key.");
        }
    }

    private static bool IsHttps(Uri uri) => uri.IsAbsoluteUri && uri.Scheme == Uri.UriSchemeHttps;

    private static string Text(string setting, string problem) => $"{ClusterSettings.Section}:{setting} {problem}";

    [GeneratedRegex("^[A-Za-z0-9-]{1,60}$")]
    private static partial Regex IdForm();

    [GeneratedRegex("(^|;)(AccountName|TableEndpoint|UseDevelopmentStorage)=", RegexOptions.IgnoreCase)]
    private static partial Regex ConnectionForm();
}
