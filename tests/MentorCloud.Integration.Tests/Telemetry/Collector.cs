using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace MentorCloud.Integration.Tests.Telemetry;

/// <summary>An OpenTelemetry collector: takes traces over HTTP and keeps their spans.</summary>
internal sealed class Collector : IAsyncDisposable
{
    private readonly ConcurrentQueue<Span> spans = new();
    private readonly WebApplication app;

    private Collector(WebApplication app, Uri address)
    {
        this.app = app;
        Address = address;
    }

    public Uri Address { get; }

    public IReadOnlyList<Span> Spans => [.. spans];

    public static async Task<Collector> StartAsync(int port)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls($"http://127.0.0.1:{port}");
        builder.Logging.ClearProviders();
        var collector = new Collector(builder.Build(), new Uri($"http://127.0.0.1:{port}"));
        collector.app.MapPost("/v1/traces", collector.TakeAsync);
        await collector.app.StartAsync();
        return collector;
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private async Task TakeAsync(HttpContext http)
    {
        using var body = new MemoryStream();
        await http.Request.Body.CopyToAsync(body);
        foreach (var span in Span.ReadAll(body.ToArray()))
        {
            spans.Enqueue(span);
        }

        http.Response.ContentType = "application/x-protobuf";
    }
}
