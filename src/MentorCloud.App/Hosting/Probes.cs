using MentorCloud.Storage.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace MentorCloud.App.Hosting;

/// <summary>Whether the process lives, and whether it can serve.</summary>
internal static class Probes
{
    public static void MapProbes(this IEndpointRouteBuilder endpoints)
    {
        var life = endpoints.ServiceProvider.GetRequiredService<IHostApplicationLifetime>();
        endpoints.MapGet("/livez", () => Results.Text("alive"));
        endpoints.MapGet("/startupz", () => Started(life) ? Results.Text("started") : NotYet("starting"));
        endpoints.MapGet("/readyz", async (IRelationalStore store, CancellationToken cancellationToken) =>
        {
            if (!Started(life) || life.ApplicationStopping.IsCancellationRequested)
            {
                return NotYet("starting or stopping");
            }

            await store.CheckAsync(cancellationToken);
            return Results.Text("ready");
        });
    }

    private static bool Started(IHostApplicationLifetime life) => life.ApplicationStarted.IsCancellationRequested;

    private static IResult NotYet(string why) => Results.Text(why, statusCode: StatusCodes.Status503ServiceUnavailable);
}
