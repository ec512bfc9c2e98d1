using System.Diagnostics;
using System.Reflection;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using OpenTelemetry;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace MentorCloud.App.Telemetry;

/// <summary>
/// Traces to an OpenTelemetry collector, when <c>OTEL_EXPORTER_OTLP_ENDPOINT</c> names one; the SDK reads the other
/// <c>OTEL_*</c> variables too. Spans say what was done and how long it took; nothing of what was asked or answered.
/// </summary>
internal static class Tracing
{
    /// <summary>The variable that turns traces on.</summary>
    public const string Variable = "OTEL_EXPORTER_OTLP_ENDPOINT";

    private static readonly string[] Sources =
    [
        "Microsoft.AspNetCore", "System.Net.Http",
        "MentorCloud.GraphQL", "MentorCloud.GrainRuntime", "MentorCloud.GrainStorage", "MentorCloud.Storage",
    ];

    private static bool IsOn => !string.IsNullOrWhiteSpace(Environment.GetEnvironmentVariable(Variable));

    /// <summary>Begins to send traces until disposed; null when no collector is named.</summary>
    public static IDisposable? Start() => IsOn ? Build() : null;

    /// <summary>Puts method, route and status on a request's span: the route's pattern, not the path, which can hold ids.</summary>
    public static void UseRequestSpans(this IApplicationBuilder app)
    {
        if (IsOn)
        {
            app.Use(TagAsync);
        }
    }

    /// <summary>Apart from <see cref="Start"/>, so that a start without traces does not load the SDK.</summary>
    private static TracerProvider Build() => Sdk.CreateTracerProviderBuilder()
        .ConfigureResource(resource => resource.AddService("mentorcloud", serviceVersion: Assembly.GetEntryAssembly()?.GetName().Version?.ToString()))
        .AddSource(Sources)
        .AddOtlpExporter()
        .Build();

    private static async Task TagAsync(HttpContext http, RequestDelegate next)
    {
        var span = Activity.Current;
        try
        {
            await next(http);
        }
        finally
        {
            var route = (http.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText;
            if (span is not null)
            {
                span.DisplayName = route is null ? http.Request.Method : $"{http.Request.Method} {route}";
            }

            span?.SetTag("http.request.method", http.Request.Method);
            span?.SetTag("http.route", route);
            span?.SetTag("http.response.status_code", http.Response.StatusCode);
        }
    }
}
