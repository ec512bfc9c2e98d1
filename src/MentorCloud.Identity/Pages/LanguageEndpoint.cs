using MentorCloud.Identity.Sessions;
using Microsoft.AspNetCore.Http;

namespace MentorCloud.Identity.Pages;

/// <summary><c>GET /login/language</c>: remembers the language that a person chose, and leads back.</summary>
internal sealed class LanguageEndpoint(SessionCookie cookie)
{
    public const string Path = "/login/language";
    private const string Cookie = "mc_language";
    private static readonly TimeSpan Kept = TimeSpan.FromDays(365);

    /// <summary>The language that was chosen in this browser; null when none was.</summary>
    public static string? Chosen(HttpRequest request) => request.Cookies["__Host-" + Cookie] ?? request.Cookies[Cookie];

    public IResult Choose(HttpContext http)
    {
        var query = http.Request.Query;
        if (PageTexts.All.Any(language => language.Language == query["to"].ToString()))
        {
            http.Response.Cookies.Append(cookie.Name(Cookie), query["to"].ToString(), cookie.Options(SameSiteMode.Lax, Kept));
        }

        return Results.LocalRedirect(LocalPath.Or(query["return"], "/login"));
    }
}
