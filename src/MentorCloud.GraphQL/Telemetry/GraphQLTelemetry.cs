using System.Diagnostics;
using System.Diagnostics.Metrics;
using MentorCloud.GraphQL.Language;

namespace MentorCloud.GraphQL.Telemetry;

/// <summary>Spans and metrics by OpenTelemetry's semantic conventions for GraphQL servers; documents and variables never enter them.</summary>
internal static class GraphQLTelemetry
{
    public const string Name = "MentorCloud.GraphQL";

    public static readonly ActivitySource Source = new(Name);

    private static readonly Meter Meter = new(Name);

    public static readonly Histogram<double> Duration = Meter.CreateHistogram<double>(
        "graphql.server.operation.duration", "s", "How long operations take from plan to written response.");

    private static readonly Counter<long> Errors = Meter.CreateCounter<long>(
        "graphql.server.operation.errors", "{error}", "Errors in responses by code.");

    public static OperationRun Start(GraphQLEngineOptions options, in PreparedRequest request)
    {
        var definition = request.Operation.Definition;
        var activity = Source.HasListeners() ? StartActivity(definition) : null;
        return new OperationRun(options.Clock, definition.Kind, activity);
    }

    /// <summary>Counts a response's errors by their codes.</summary>
    public static void Count(IReadOnlyList<GraphQLError> errors)
    {
        foreach (var error in errors) Errors.Add(1, new KeyValuePair<string, object?>("graphql.error.code", error.Code));
    }

    public static string TypeOf(OperationKind kind) => kind switch
    {
        OperationKind.Query => "query",
        OperationKind.Mutation => "mutation",
        _ => "subscription",
    };

    private static Activity? StartActivity(OperationDefinition definition)
    {
        var type = TypeOf(definition.Kind);
        // The name is the caller's text: the span keeps the type, the attribute the name.
        var activity = Source.StartActivity(type, ActivityKind.Server);
        activity?.SetTag("graphql.operation.type", type);
        if (definition.Name is { } name) activity?.SetTag("graphql.operation.name", name.Value);
        return activity;
    }
}
