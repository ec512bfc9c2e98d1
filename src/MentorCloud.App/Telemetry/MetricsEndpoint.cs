using System.Diagnostics.Metrics;
using System.Net;
using MentorCloud.App.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using OpenTelemetry;
using OpenTelemetry.Metrics;

namespace MentorCloud.App.Telemetry;

/// <summary>
/// <c>/metrics</c> in Prometheus' text format (docs/adr/0077). With a <see cref="MentorCloudOptions.MetricsUrl"/> it is
/// served there and nowhere else; without one, to this machine's own processes alone, and to nobody once the server has a public address.
/// </summary>
internal sealed class MetricsEndpoint : IDisposable
{
    public const string Path = "/metrics";

    /// <summary>Whose instruments are exported. None of them has tenants, people or keys among its labels.</summary>
    public static readonly string[] Meters =
    [
        "MentorCloud.App", "MentorCloud.GrainRuntime", "MentorCloud.GrainStorage", "MentorCloud.Storage", "MentorCloud.GraphQL",
        "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "System.Runtime",
    ];

    private readonly MentorCloudOptions options;
    private readonly int? ownPort;
    private readonly Meter meter = new("MentorCloud.App");
    private readonly Lazy<(MeterProvider Provider, RequestDelegate Serve)> exporter;

    public MetricsEndpoint(MentorCloudOptions options, IServiceProvider services)
    {
        this.options = options;
        ownPort = options.MetricsUrl is { } url ? new Uri(url).Port : null;
        meter.CreateObservableGauge("mentorcloud.store.bytes", SizeOfFiles, "By", "Size of each database in the data folder, with its log.");
        exporter = new(() => Build(services));
    }

    /// <summary>Begins to collect; off the start, which it would make slower.</summary>
    public void Begin() => _ = exporter.Value;

    /// <summary>Answers with the metrics, or as if there were nothing here.</summary>
    public Task ServeAsync(HttpContext http)
    {
        if (MayRead(http))
        {
            return exporter.Value.Serve(http);
        }

        http.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    }

    /// <summary>On the metrics' own address nothing but metrics and probes is served.</summary>
    public bool IsClosed(HttpContext http) =>
        ownPort == http.Connection.LocalPort && http.Request.Path.Value is not (Path or "/livez" or "/readyz" or "/startupz");

    public void Dispose()
    {
        if (exporter.IsValueCreated)
        {
            exporter.Value.Provider.Dispose();
        }

        meter.Dispose();
    }

    private bool MayRead(HttpContext http)
    {
        if (ownPort is { } port)
        {
            return http.Connection.LocalPort == port;
        }

        // A proxy on this machine passes on what strangers ask. A public address tells that there is one, whatever it adds or leaves out.
        var headers = http.Request.Headers;
        return (options.PublicUrl is null || new Uri(options.PublicUrl).IsLoopback) && IsOwnName(http.Request.Host.Host)
            && http.Connection.RemoteIpAddress is { } from && IPAddress.IsLoopback(from)
            && !headers.ContainsKey("Forwarded") && !headers.ContainsKey("X-Forwarded-For") && !headers.ContainsKey("Via");
    }

    private static bool IsOwnName(string host) =>
        string.Equals(host, "localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));

    private IEnumerable<Measurement<long>> SizeOfFiles() =>
        from file in new DirectoryInfo(options.DataFolder).EnumerateFiles("*.db")
        let log = new FileInfo(file.FullName + "-wal")
        select new Measurement<long>(file.Length + (log.Exists ? log.Length : 0), new KeyValuePair<string, object?>("file", file.Name));

    private static (MeterProvider, RequestDelegate) Build(IServiceProvider services)
    {
        var provider = Sdk.CreateMeterProviderBuilder().AddMeter(Meters).AddPrometheusExporter().Build();
        var branch = new ApplicationBuilder(services);
        branch.UseOpenTelemetryPrometheusScrapingEndpoint(
            provider, predicate: _ => true, path: null, configureBranchedPipeline: null, optionsName: null);
        return (provider, branch.Build());
    }
}
