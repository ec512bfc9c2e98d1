using System.Diagnostics;
using MentorCloud.GraphQL.Language;

namespace MentorCloud.GraphQL.Telemetry;

/// <summary>One operation's span and measurements.</summary>
internal readonly struct OperationRun(TimeProvider clock, OperationKind kind, Activity? activity) : IDisposable
{
    private readonly long _started = GraphQLTelemetry.Duration.Enabled ? clock.GetTimestamp() : 0;

    public GraphQLResponse End(GraphQLResponse response)
    {
        if (_started != 0)
        {
            GraphQLTelemetry.Duration.Record(
                clock.GetElapsedTime(_started).TotalSeconds,
                new KeyValuePair<string, object?>("graphql.operation.type", GraphQLTelemetry.TypeOf(kind)),
                new KeyValuePair<string, object?>("error", response.Errors.Count > 0));
        }

        if (response.Errors.Count > 0)
        {
            GraphQLTelemetry.Count(response.Errors);
            activity?.SetStatus(ActivityStatusCode.Error, response.Errors[0].Code);
        }

        activity?.Dispose();
        return response;
    }

    public void Dispose() => activity?.Dispose();
}
