using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace MentorCloud.GraphQL.Http;

/// <summary>Serves an engine over HTTP.</summary>
public static class GraphQLEndpoint
{
    /// <summary>
    /// Maps GraphQL over HTTP: POST with JSON for everything, GET for queries, server-sent events for subscriptions
    /// (Accept: text/event-stream), and graphql-transport-ws where the application uses WebSockets.
    /// </summary>
    /// <param name="endpoints">Where to.</param>
    /// <param name="pattern">The route, such as <c>/graphql</c>.</param>
    /// <param name="engine">What answers.</param>
    /// <param name="options">Callers and explorer; null for anonymous callers and no explorer.</param>
    public static IEndpointConventionBuilder MapGraphQL(this IEndpointRouteBuilder endpoints, string pattern, GraphQLEngine engine, GraphQLHttpOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(engine);
        return endpoints.MapGraphQL(pattern, () => engine, options);
    }

    /// <summary>The same with an engine that the first request asks for, so that an application can map it while its schema is still being bound.</summary>
    /// <param name="endpoints">Where to.</param>
    /// <param name="pattern">The route, such as <c>/graphql</c>.</param>
    /// <param name="engine">Gives what answers; asked once.</param>
    /// <param name="options">Callers and explorer; null for anonymous callers and no explorer.</param>
    public static IEndpointConventionBuilder MapGraphQL(this IEndpointRouteBuilder endpoints, string pattern, Func<GraphQLEngine> engine, GraphQLHttpOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(engine);
        var handler = new Lazy<GraphQLHandler>(() => new GraphQLHandler(engine(), options ?? new GraphQLHttpOptions()));
        return endpoints.Map(pattern, (RequestDelegate)(http => handler.Value.HandleAsync(http))).WithDisplayName("GraphQL");
    }
}
