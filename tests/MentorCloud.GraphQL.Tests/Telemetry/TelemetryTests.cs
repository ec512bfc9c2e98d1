using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using MentorCloud.GraphQL.Tests.Sample;

namespace MentorCloud.GraphQL.Tests.Telemetry;

/// <summary>Spans and metrics by OpenTelemetry's conventions for GraphQL servers, without a word of document or variables.</summary>
public sealed class TelemetryTests : IDisposable
{
    private const string Secret = "Zanzibar";
    private readonly ConcurrentQueue<Activity> spans = new();
    private readonly ConcurrentQueue<(string Instrument, string Tags)> measurements = new();
    private readonly ActivityListener listener;
    private readonly MeterListener meters = new();
    private readonly SampleEngine sample = new();

    public TelemetryTests()
    {
        listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == "MentorCloud.GraphQL",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = spans.Enqueue,
        };
        ActivitySource.AddActivityListener(listener);
        meters.InstrumentPublished = (instrument, listening) =>
        {
            if (instrument.Meter.Name == "MentorCloud.GraphQL") listening.EnableMeasurementEvents(instrument);
        };
        meters.SetMeasurementEventCallback<double>((instrument, _, tags, _) => measurements.Enqueue((instrument.Name, Text(tags))));
        meters.SetMeasurementEventCallback<long>((instrument, _, tags, _) => measurements.Enqueue((instrument.Name, Text(tags))));
        meters.Start();
    }

    [Fact]
    public async Task Operation_is_a_span_that_names_type_and_name_and_tells_nothing_of_the_document()
    {
        await sample.RunAsync("query SpanOfAQuery($n: String!) { hello(name: $n) b: hello(name: \"Zanzibar\") }", """{"n":"Zanzibar"}""");

        var span = Named("SpanOfAQuery");
        Assert.Equal(("query", ActivityKind.Server, ActivityStatusCode.Unset), (span.DisplayName, span.Kind, span.Status));
        Assert.Equal(["graphql.operation.name", "graphql.operation.type"], span.TagObjects.Select(tag => tag.Key).Order(StringComparer.Ordinal));
        Assert.Equal("query", span.GetTagItem("graphql.operation.type"));
        AssertSilent(span);
    }

    [Fact]
    public async Task Failed_operation_marks_its_span_with_the_code_and_is_counted()
    {
        await sample.RunAsync("query SpanOfAFailure { crash hello(name: \"Zanzibar\") }");

        var span = Named("SpanOfAFailure");
        Assert.Equal((ActivityStatusCode.Error, ErrorCodes.Internal), (span.Status, span.StatusDescription));
        AssertSilent(span);
        Assert.Contains(("graphql.server.operation.errors", "graphql.error.code=INTERNAL"), measurements);
        Assert.Contains(("graphql.server.operation.duration", "graphql.operation.type=query error=True"), measurements);
    }

    [Fact]
    public async Task Refused_document_is_counted_by_its_code()
    {
        await sample.RunAsync("{ zanzibar }");
        Assert.Contains(("graphql.server.operation.errors", "graphql.error.code=GRAPHQL_VALIDATION_FAILED"), measurements);
        Assert.DoesNotContain(measurements, measurement => measurement.Tags.Contains(Secret, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task Each_event_of_a_subscription_is_a_span()
    {
        var context = new GraphQLRequestContext(sample.Services);
        var count = 0;
        await foreach (var response in sample.Engine.SubscribeAsync(new GraphQLRequest("subscription SpansOfEvents { ticks(count: 3) }"), context, TestContext.Current.CancellationToken))
        {
            response.Dispose();
            count++;
        }

        Assert.Equal(3, count);
        Assert.Equal(3, spans.Count(span => span.DisplayName == "subscription" && (string?)span.GetTagItem("graphql.operation.name") == "SpansOfEvents"));
    }

    public void Dispose()
    {
        listener.Dispose();
        meters.Dispose();
    }

    /// <summary>Other tests' operations are heard too; names tell them apart.</summary>
    private Activity Named(string operation) => Assert.Single(spans, span => (string?)span.GetTagItem("graphql.operation.name") == operation);

    private static void AssertSilent(Activity span)
    {
        Assert.Empty(span.Events);
        Assert.DoesNotContain(span.TagObjects, tag => tag.Value?.ToString()?.Contains(Secret, StringComparison.OrdinalIgnoreCase) == true);
    }

    private static string Text(ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var parts = new List<string>();
        foreach (var tag in tags) parts.Add($"{tag.Key}={tag.Value}");
        return string.Join(' ', parts);
    }
}
