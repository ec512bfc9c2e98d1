using MentorCloud.Domain.Access;
using MentorCloud.GraphQL;
using Microsoft.AspNetCore.Http;

namespace MentorCloud.Gateway.Hosting;

/// <summary>What the host tells the gateway.</summary>
public sealed class GatewayOptions
{
    /// <summary>Who makes a request; default: nobody known.</summary>
    public Func<HttpContext, Actor> ActorOf { get; set; } = static _ => Actor.Anonymous;

    /// <summary>Who makes it now, looked at anew: sessions end and roles change while a connection is open. Default: as <see cref="ActorOf"/> says.</summary>
    public Func<HttpContext, Task<Actor>>? ActorNow { get; set; }

    /// <summary>Limits of documents.</summary>
    public GraphQLLimits Limits { get; set; } = new() { MaxBodyBytes = 4 * 1024 * 1024 };

    /// <summary>Maps failures of the grain host that are refusals in truth, such as overload; default: none.</summary>
    public IList<IErrorMapper> ErrorMappers { get; } = [];

    /// <summary>Serves the explorer page to browsers that open the address; null serves none.</summary>
    public RequestDelegate? Explorer { get; set; }
}
