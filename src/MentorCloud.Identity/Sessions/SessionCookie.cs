using MentorCloud.Identity.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace MentorCloud.Identity.Sessions;

/// <summary>
/// The cookies: never readable by a script, never sent along from another site's form. With https they carry the
/// <c>__Host-</c> prefix, which binds them to this host alone (RFC 6265bis, section 4.1.3.2).
/// </summary>
internal sealed class SessionCookie(IOptions<IdentityOptions> options)
{
    private readonly bool _https = options.Value.IsHttps;

    private string Session => Name("mc_session");

    public string Name(string bare) => _https ? "__Host-" + bare : bare;

    public TenantSecret? Read(HttpRequest request) =>
        TenantSecret.TryRead(request.Cookies[Session], out var secret) ? secret : null;

    public void Write(HttpResponse response, TenantSecret secret) =>
        response.Cookies.Append(Session, secret.ToString(), Options(SameSiteMode.Lax));

    public void Clear(HttpResponse response) => response.Cookies.Delete(Session, Options(SameSiteMode.Lax));

    public CookieOptions Options(SameSiteMode sameSite, TimeSpan? keep = null) =>
        new() { HttpOnly = true, Secure = _https, SameSite = sameSite, Path = "/", IsEssential = true, MaxAge = keep };
}
