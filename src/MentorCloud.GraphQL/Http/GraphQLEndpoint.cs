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
        var handler = new GraphQLHandler(engine, options ?? new GraphQLHttpOptions());
        return endpoints.Map(pattern, (RequestDelegate)handler.HandleAsync).WithDisplayName("GraphQL");
    }
}
