using Microsoft.AspNetCore.Http;

namespace MentorCloud.Identity.Access;

/// <summary>The authentication schemes.</summary>
public static class IdentitySchemes
{
    /// <summary>The default: a bearer token when the request has an Authorization header, the session cookie otherwise.</summary>
    public const string Default = "MentorCloud";

    /// <summary>An access token in the Authorization header (RFC 6750).</summary>
    public const string Bearer = "MentorCloud.Bearer";

    /// <summary>The session cookie of a browser.</summary>
    public const string Session = "MentorCloud.Session";

    /// <summary>The scheme that logs a request in.</summary>
    internal static string Of(HttpContext http) => http.Request.Headers.Authorization.Count > 0 ? Bearer : Session;
}
