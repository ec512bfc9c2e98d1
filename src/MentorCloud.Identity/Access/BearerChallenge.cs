using Microsoft.AspNetCore.Http;

namespace MentorCloud.Identity.Access;

/// <summary>Says what a request without a good access token lacks (RFC 6750, section 3).</summary>
internal static class BearerChallenge
{
    private const string Realm = "Bearer realm=\"MentorCloud\"";

    /// <summary>Nobody tried to log in: no error code.</summary>
    public static void Ask(HttpResponse response) => response.Headers.WWWAuthenticate = Realm;

    /// <summary>The token does not count.</summary>
    public static void Refuse(HttpResponse response) => response.Headers.WWWAuthenticate = Realm + ", error=\"invalid_token\"";

    /// <summary>The token counts, but not for this.</summary>
    public static void Want(HttpResponse response, string scope) => response.Headers.WWWAuthenticate = $"{Realm}, error=\"insufficient_scope\", scope=\"{scope}\"";
}
