using Microsoft.AspNetCore.Builder;

namespace MentorCloud.App.Hosting;

/// <summary>
/// What every answer says to a browser unless its endpoint says otherwise: run nothing of it, frame it nowhere, guess no type,
/// keep nothing, and, where the public address is https, come back by https alone for a year.
/// </summary>
internal static class AnswerHeaders
{
    /// <summary>The policy of answers that are no page.</summary>
    public const string Policy = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    /// <summary>A year, in seconds.</summary>
    public const string Https = "max-age=31536000; includeSubDomains";

    /// <summary>Sets them before anything else answers.</summary>
    public static void UseAnswerHeaders(this IApplicationBuilder app, MentorCloudOptions options)
    {
        var https = options.Issuer.Scheme == Uri.UriSchemeHttps;
        app.Use((http, next) =>
        {
            var headers = http.Response.Headers;
            headers.XContentTypeOptions = "nosniff";
            headers.ContentSecurityPolicy = Policy;
            headers.CacheControl = "no-store";
            headers["Referrer-Policy"] = "no-referrer";
            if (https)
            {
                headers.StrictTransportSecurity = Https;
            }

            return next(http);
        });
    }
}
