using MentorCloud.Domain.Access;
using MentorCloud.GraphQL;
using Microsoft.AspNetCore.Http;

namespace MentorCloud.Gateway.Hosting;

/// <summary>What the host tells the gateway.</summary>
public sealed class GatewayOptions
{
    /// <summary>Who makes a request; default: nobody known.</summary>
    public Func<HttpContext, Actor> ActorOf { get; set; } = static _ => Actor.Anonymous;

    /// <summary>Limits of documents.</summary>
    public GraphQLLimits Limits { get; set; } = new() { MaxBodyBytes = 4 * 1024 * 1024 };

    /// <summary>Maps failures of the grain host that are refusals in truth, such as overload; default: none.</summary>
    public IList<IErrorMapper> ErrorMappers { get; } = [];

    /// <summary>Serves the explorer page to browsers that open the address; null serves none.</summary>
    public RequestDelegate? Explorer { get; set; }
}
