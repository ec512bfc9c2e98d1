using System.Buffers.Text;
using MentorCloud.Identity.Access;
using MentorCloud.Identity.Keys;
using MentorCloud.Identity.Sessions;
using MentorCloud.Identity.Text;
using Microsoft.AspNetCore.Http;

namespace MentorCloud.Identity.Pages;

/// <summary>
/// Ties each form to the browser that it was given to: a random cookie, and in the form its HMAC under a key of the
/// server's own (the signed double-submit cookie of OWASP). A forger's page can read neither.
/// </summary>
internal sealed class AntiForgery(ServerSecrets secrets, SessionCookie cookie, RequestOrigin origin)
{
    public const string Field = "csrf";
    private const string Purpose = "forms";

    private string CookieName => cookie.Name("mc_form");

    /// <summary>The hidden field of a form; sets the browser's cookie when it has none.</summary>
    public async Task<Markup> FieldAsync(HttpContext http)
    {
        var browser = http.Request.Cookies[CookieName];
        if (browser is not { Length: 43 })
        {
            browser = Secrets.New();
            http.Response.Cookies.Append(CookieName, browser, cookie.Options(SameSiteMode.Lax));
        }

        var value = Base64Url.EncodeToString(await secrets.SignAsync(Purpose, browser, http.RequestAborted));
        return Markup.Of($"""<input type="hidden" name="{Field}" value="{value}">""");
    }

    /// <summary>Reads a form that our own page sent; null when another did, or when it is no form of reasonable size.</summary>
    public async Task<OwnForm?> ReadAsync(HttpContext http)
    {
        if (await OwnForm.ReadAsync(http.Request) is not { } form || !origin.MayChangeThings(http.Request)
            || http.Request.Cookies[CookieName] is not { Length: 43 } browser)
        {
            return null;
        }

        var expected = Base64Url.EncodeToString(await secrets.SignAsync(Purpose, browser, http.RequestAborted));
        return Secrets.SameText(expected, form[Field]) ? form : null;
    }
}
