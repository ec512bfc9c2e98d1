using Microsoft.Extensions.Options;

namespace MentorCloud.App.Hosting;

/// <summary>Names what is wrong with the options before anything starts.</summary>
internal sealed class MentorCloudOptionsCheck : IValidateOptions<MentorCloudOptions>
{
    public ValidateOptionsResult Validate(string? name, MentorCloudOptions options)
    {
        var problems = new List<string>();
        if (string.IsNullOrWhiteSpace(options.Data))
        {
            problems.Add("MentorCloud:Data is empty; name a folder.");
        }

        CheckUrl("Url", options.Url, problems);
        if (options.PublicUrl is not null)
        {
            CheckUrl("PublicUrl", options.PublicUrl, problems);
        }

        if (options.MetricsUrl is not null)
        {
            CheckMetricsUrl(options, problems);
        }

        if (options.SlowTurnWarning < TimeSpan.FromMilliseconds(1))
        {
            problems.Add($"MentorCloud:SlowTurnWarning is {options.SlowTurnWarning}; expected a millisecond or more.");
        }

        if (options.DrainTimeout < TimeSpan.FromSeconds(1) || options.DrainTimeout > TimeSpan.FromMinutes(10))
        {
            problems.Add($"MentorCloud:DrainTimeout is {options.DrainTimeout}; expected one second to ten minutes.");
        }

        if (options.StopDelay < TimeSpan.Zero || options.StopDelay > TimeSpan.FromMinutes(5))
        {
            problems.Add($"MentorCloud:StopDelay is {options.StopDelay}; expected zero to five minutes.");
        }

        if (options is { GrainStore: GrainStoreKind.PostgreSql, PostgreSql: null })
        {
            problems.Add("MentorCloud:GrainStore is PostgreSql and MentorCloud:PostgreSql is missing; give its connection string.");
        }

        problems.AddRange(options.TrustedProxies.Where(proxy => !ProxyAddresses.TryRead(proxy, out _)).Select(proxy =>
            $"MentorCloud:TrustedProxies has '{proxy}'; expected an address or a network such as 10.0.0.0/8, and not every address."));

        if (options.FontFolder is { } fonts && !(Directory.Exists(fonts) && Directory.EnumerateFiles(fonts, "*.ttf").Any()))
        {
            problems.Add($"MentorCloud:FontFolder is '{fonts}'; expected a folder with .ttf files.");
        }

        CheckGateway(options, problems);
        return problems.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);
    }

    private static void CheckGateway(MentorCloudOptions options, List<string> problems)
    {
        if (options.TrustedDocuments is { } trusted && !(Directory.Exists(trusted) && Directory.EnumerateFiles(trusted, StoredDocumentSettings.Pattern).Any()))
        {
            problems.Add($"MentorCloud:TrustedDocuments is '{trusted}'; expected a folder with {StoredDocumentSettings.Pattern} files.");
        }

        if (options.TenantQueriesAtOnce is < 1 or > 10_000)
        {
            problems.Add($"MentorCloud:TenantQueriesAtOnce is {options.TenantQueriesAtOnce}; expected 1 to 10000.");
        }

        CheckPoints("AccountPointsPerMinute", options.AccountPointsPerMinute, problems);
        CheckPoints("TenantPointsPerMinute", options.TenantPointsPerMinute, problems);
    }

    /// <summary>Less than the dearest operation could never be spent on it.</summary>
    private static void CheckPoints(string setting, int points, List<string> problems)
    {
        if (points is < 20_000 or > 1_000_000_000)
        {
            problems.Add($"MentorCloud:{setting} is {points}; expected 20000 to 1000000000.");
        }
    }

    private static void CheckMetricsUrl(MentorCloudOptions options, List<string> problems)
    {
        CheckUrl("MetricsUrl", options.MetricsUrl!, problems);
        if (problems.Count == 0 && new Uri(options.MetricsUrl!).Port == new Uri(options.Url).Port)
        {
            problems.Add($"MentorCloud:MetricsUrl is '{options.MetricsUrl}', the port of Url; give it a port of its own.");
        }
    }

    private static void CheckUrl(string setting, string value, List<string> problems)
    {
        if (!Uri.TryCreate(value, UriKind.Absolute, out var url) || url.Scheme is not ("http" or "https") || url.PathAndQuery != "/")
        {
            problems.Add($"MentorCloud:{setting} is '{value}'; expected http://host:port or https://host:port.");
        }
    }
}
