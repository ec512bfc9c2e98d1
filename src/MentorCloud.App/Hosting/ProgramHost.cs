using MentorCloud.App.Audit;
using MentorCloud.App.Explorer;
using MentorCloud.App.Exports;
using MentorCloud.App.Imports;
using MentorCloud.App.Telemetry;
using MentorCloud.Gateway.Hosting;
using MentorCloud.Identity;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace MentorCloud.App.Hosting;

/// <summary>Builds the hosts that commands run in: the server, and a host without a server for work on the data folder.</summary>
internal static class ProgramHost
{
    /// <summary>The server.</summary>
    public static WebApplication Server(MentorCloudOptions options, IEdition edition)
    {
        var preparations = Preparations.Begin(options);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Services.AddHostedService(_ => preparations);
        builder.Services.AddHostedService(services => new StopDelay(options.StopDelay, services.GetRequiredService<TimeProvider>()));
        builder.WebHost.UseKestrelHttpsConfiguration();
        builder.WebHost.UseUrls(options.MetricsUrl is { } metricsUrl ? [options.Url, metricsUrl] : [options.Url]);
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        Configure(builder.Services, builder.Logging, options, edition);
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = options.StopDelay + options.DrainTimeout);
        builder.Services.AddRoutingCore();
        builder.Services.AddSingleton<MetricsEndpoint>();
        var app = builder.Build();
        app.UseAnswerHeaders(options);
        app.UseRequestSpans();
        app.UseMetrics();
        app.UseProxyAddresses(options);
        app.UseWebSockets();
        app.UseAuthentication();
        app.MapMentorCloudIdentity();
        app.MapMentorCloudGateway();
        app.MapExplorer();
        app.MapImports();
        app.MapAuditExport();
        app.MapExports();
        app.MapProbes();
        app.MapGet("/", () => Results.Redirect("/graphql"));
        return app;
    }

    /// <summary>Everything but the server.</summary>
    /// <param name="options">The program's options.</param>
    /// <param name="edition">Which grain host.</param>
    /// <param name="adjust">Changes what was added, for a simulation; null for nothing.</param>
    public static IHost Worker(MentorCloudOptions options, IEdition edition, Action<IServiceCollection, ILoggingBuilder>? adjust = null)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        Configure(builder.Services, builder.Logging, options, edition);
        adjust?.Invoke(builder.Services, builder.Logging);
        return builder.Build();
    }

    private static void Configure(IServiceCollection services, ILoggingBuilder logging, MentorCloudOptions options, IEdition edition)
    {
        FileHeaders.Check(options.DataFolder, edition);
        logging.AddLog(options.LogFormat);

        // A failure to start is told once, as the command's own line.
        logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.Critical);
        services.Configure<HostOptions>(host => host.ShutdownTimeout = options.DrainTimeout);
        services.AddMentorCloud(options, edition);
    }
}
