using Microsoft.AspNetCore.Http;

namespace MentorCloud.GraphQL.Http;

/// <summary>How the endpoint knows its callers and what it serves beside GraphQL.</summary>
public sealed record GraphQLHttpOptions
{
    /// <summary>
    /// Makes the request's context: who calls (from headers or cookies), with which state and limits. Throw
    /// <see cref="GraphQLException"/> to refuse. Default: anonymous, with the request's services.
    /// </summary>
    public Func<HttpContext, ValueTask<GraphQLRequestContext>> CreateContext { get; init; } =
        static http => new(new GraphQLRequestContext(new LazyServices(http)));

    /// <summary>The HTTP status for a code with which <see cref="CreateContext"/> refused, such as 401. Default 400 for all.</summary>
    public Func<string, int> StatusOf { get; init; } = static _ => StatusCodes.Status400BadRequest;

    /// <summary>
    /// The HTTP status of an operation that was refused before it ran with this code, where HTTP has one of its own, such as
    /// 429; null leaves GraphQL's: 400, or 200 for <c>application/json</c>. Default null for all. Event streams carry the refusal as an event.
    /// </summary>
    public Func<string, int?> StatusOfRefusal { get; init; } = static _ => null;

    /// <summary>Serves a page to browsers that open the address (GET, Accept: text/html, no query). Null: they get GraphQL's answer.</summary>
    public RequestDelegate? Explorer { get; init; }

    /// <summary>How long a WebSocket may stay silent before it says connection_init. Default 10 seconds.</summary>
    public TimeSpan ConnectionInitTimeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How long an event may wait for a subscriber's connection to take it before the connection is cut. Default 30 seconds.</summary>
    public TimeSpan SendTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Operations that may run on one WebSocket at a time. Default 50.</summary>
    public int MaxSubscriptions { get; init; } = 50;

    /// <summary>When set, GET requests need this header, which no foreign page can send without asking first. Default null: GET runs queries only, which change nothing.</summary>
    public string? PreflightHeader { get; init; }
}
