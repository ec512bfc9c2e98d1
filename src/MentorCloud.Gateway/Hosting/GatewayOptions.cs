using MentorCloud.Domain.Access;
using MentorCloud.GraphQL;
using MentorCloud.GraphQL.Documents;
using Microsoft.AspNetCore.Http;

namespace MentorCloud.Gateway.Hosting;

/// <summary>What the host tells the gateway.</summary>
public sealed class GatewayOptions
{
    /// <summary>Who makes a request; default: nobody known.</summary>
    public Func<HttpContext, Actor> ActorOf { get; set; } = static _ => Actor.Anonymous;

    /// <summary>Who makes it now, looked at anew: sessions end and roles change while a connection is open. Default: as <see cref="ActorOf"/> says.</summary>
    public Func<HttpContext, Task<Actor>>? ActorNow { get; set; }

    /// <summary>
    /// The same when nobody did anything: a subscription looks before each event, and once a minute, whether its caller still may,
    /// and must not keep an idle session alive by it. Default: as <see cref="ActorNow"/> says.
    /// </summary>
    public Func<HttpContext, Task<Actor>>? ActorStill { get; set; }

    /// <summary>Limits of documents.</summary>
    public GraphQLLimits Limits { get; set; } = new() { MaxBodyBytes = 4 * 1024 * 1024 };

    /// <summary>What an account or machine client may spend in a minute, in points of <c>@cost</c>; default 50,000.</summary>
    public int AccountPointsPerMinute { get; set; } = 50_000;

    /// <summary>What a tenant may spend in a minute, all of its accounts together; default 500,000.</summary>
    public int TenantPointsPerMinute { get; set; } = 500_000;

    /// <summary>How many queries of a tenant run at once, 1 or more; further ones wait. Default: four for each core, 8 at least: a query that waits for the audit log, a solver or a slow reader must not hold up its own company.</summary>
    public int TenantQueriesAtOnce { get; set; } = Math.Max(8, 4 * Environment.ProcessorCount);

    /// <summary>Documents that run by their SHA-256 alone: those of a folder, those that callers persist, or both. Null (default): documents come as text only.</summary>
    public IDocumentStore? Documents { get; set; }

    /// <summary>Whether a request may run trusted documents only, as a browser's may; default: none is so bound.</summary>
    public Func<HttpContext, bool> TrustedOnly { get; set; } = static _ => false;

    /// <summary>Maps failures of the grain host that are refusals in truth, such as overload; default: none.</summary>
    public IList<IErrorMapper> ErrorMappers { get; } = [];

    /// <summary>Serves the explorer page to browsers that open the address; null serves none.</summary>
    public RequestDelegate? Explorer { get; set; }
}
