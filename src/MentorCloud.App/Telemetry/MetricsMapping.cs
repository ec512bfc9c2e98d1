using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace MentorCloud.App.Telemetry;

/// <summary>Puts the metrics into the server.</summary>
internal static class MetricsMapping
{
    /// <summary>Maps <c>/metrics</c> and closes its own address, if it has one, for everything else.</summary>
    public static void UseMetrics(this WebApplication app)
    {
        var metrics = app.Services.GetRequiredService<MetricsEndpoint>();
        app.Lifetime.ApplicationStarted.Register(() => _ = Task.Run(metrics.Begin));
        app.Use((http, next) =>
        {
            if (!metrics.IsClosed(http))
            {
                return next(http);
            }

            http.Response.StatusCode = StatusCodes.Status404NotFound;
            return Task.CompletedTask;
        });
        app.MapGet(MetricsEndpoint.Path, metrics.ServeAsync);
    }
}
