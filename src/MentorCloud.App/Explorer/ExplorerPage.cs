using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace MentorCloud.App.Explorer;

/// <summary>GraphiQL at GET /graphql in a browser, served from the program itself; nothing is fetched from elsewhere.</summary>
internal static class ExplorerPage
{
    // GraphiQL's editor styles itself in line; scripts come from here alone.
    private const string Policy = "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; "
        + "font-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    private static readonly Dictionary<string, string> Types = new(StringComparer.Ordinal)
    {
        [".html"] = "text/html; charset=utf-8",
        [".js"] = "text/javascript; charset=utf-8",
        [".css"] = "text/css; charset=utf-8",
    };

    /// <summary>Serves the page itself.</summary>
    public static Task ServeAsync(HttpContext http)
    {
        http.Response.Headers.ContentSecurityPolicy = Policy;
        http.Response.Headers.XContentTypeOptions = "nosniff";
        http.Response.Headers["Referrer-Policy"] = "no-referrer";
        return SendAsync(http, "explorer.html");
    }

    /// <summary>Serves what the page needs.</summary>
    public static void MapExplorer(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapGet("/graphql/explorer/{file}", (HttpContext http, string file) => SendAsync(http, file));

    private static async Task SendAsync(HttpContext http, string file)
    {
        // Only names under which something was embedded are served: there is no path to climb.
        await using var content = typeof(ExplorerPage).Assembly.GetManifestResourceStream($"explorer/{file}");
        if (content is null || !Types.TryGetValue(Path.GetExtension(file), out var type))
        {
            http.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        http.Response.ContentType = type;
        http.Response.ContentLength = content.Length;
        await content.CopyToAsync(http.Response.Body, http.RequestAborted);
    }
}
