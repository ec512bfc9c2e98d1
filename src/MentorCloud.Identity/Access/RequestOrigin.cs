using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace MentorCloud.Identity.Access;

/// <summary>Tells requests of our own pages from those that another site makes a browser send.</summary>
internal sealed class RequestOrigin(IOptions<IdentityOptions> options)
{
    private readonly string _own = options.Value.IssuerText;

    /// <summary>
    /// Whether the request may act with a cookie: it reads only (which a WebSocket does not, though it begins with GET), or the browser says that our own page sent it. A request
    /// without either header comes from no browser (all send Origin with POST), and so not from a forger's page.
    /// </summary>
    public bool MayChangeThings(HttpRequest request)
    {
        if ((HttpMethods.IsGet(request.Method) && request.Headers.Upgrade.Count == 0) || HttpMethods.IsHead(request.Method) || HttpMethods.IsOptions(request.Method))
        {
            return true;
        }

        var site = request.Headers["Sec-Fetch-Site"].ToString();
        if (site.Length > 0)
        {
            return site is "same-origin" or "none";
        }

        var origin = request.Headers.Origin.ToString();
        return origin.Length == 0 || origin == _own || origin == $"{request.Scheme}://{request.Host}";
    }
}
