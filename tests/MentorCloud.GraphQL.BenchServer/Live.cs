using System.Diagnostics;
using System.Globalization;
using MentorCloud.GraphQL.Subscriptions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace MentorCloud.GraphQL.BenchServer;

internal sealed record LiveEvent(int Topic, int Number, string SentAt, string Text);

internal static class Subscriptions
{
    public static IAsyncEnumerable<LiveEvent> Live(int topic, EventHub<int, LiveEvent> hub, CancellationToken cancellationToken) =>
        hub.Subscribe(topic, cancellationToken);
}

/// <summary>Publishes events at a steady rate, topics by turns; each says when it was sent on the machine's monotonic clock.</summary>
internal static class Live
{
    public static void Add(IServiceCollection services) => services.AddSingleton(new EventHub<int, LiveEvent>());

    /// <summary><c>POST /publish?topics=T&amp;perSecond=N&amp;seconds=S</c> answers when all are sent: how many reached a subscriber's queue.</summary>
    public static void Map(WebApplication app)
    {
        var hub = app.Services.GetRequiredService<EventHub<int, LiveEvent>>();
        app.MapPost("/publish", (RequestDelegate)(async http =>
            await http.Response.WriteAsync((await PublishAsync(hub, Number(http, "topics"), Number(http, "perSecond"), Number(http, "seconds"))).ToString(CultureInfo.InvariantCulture))));
        app.MapGet("/memory", (RequestDelegate)(http =>
            http.Response.WriteAsync(GC.GetTotalMemory(forceFullCollection: true).ToString(CultureInfo.InvariantCulture))));
    }

    private static async Task<long> PublishAsync(EventHub<int, LiveEvent> hub, int topics, int perSecond, int seconds)
    {
        var (sent, reached) = (0, 0L);
        var began = Stopwatch.GetTimestamp();
        using var tick = new PeriodicTimer(TimeSpan.FromMilliseconds(1));
        while (sent < perSecond * seconds && await tick.WaitForNextTickAsync())
        {
            var due = Math.Min(perSecond * seconds, (int)(Stopwatch.GetElapsedTime(began).TotalSeconds * perSecond));
            for (; sent < due; sent++)
            {
                var topic = sent % topics;
                reached += hub.Publish(topic, new LiveEvent(topic, sent, Stopwatch.GetTimestamp().ToString(CultureInfo.InvariantCulture), "what happened"));
            }
        }

        return reached;
    }

    private static int Number(HttpContext http, string name) => int.Parse(http.Request.Query[name].ToString(), CultureInfo.InvariantCulture);
}
