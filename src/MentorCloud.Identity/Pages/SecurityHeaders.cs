using Microsoft.AspNetCore.Http;

namespace MentorCloud.Identity.Pages;

/// <summary>The headers of every page: no script (but one of our own where a page needs it, by a nonce), no frame, nothing from elsewhere, nothing kept.</summary>
internal static class SecurityHeaders
{
    public static void Set(HttpResponse response, string? formTarget = null, string? nonce = null)
    {
        var forms = formTarget is null ? "'self'" : $"'self' {formTarget}";
        var scripts = nonce is null ? string.Empty : $" script-src 'nonce-{nonce}';";
        var headers = response.Headers;
        headers.ContentSecurityPolicy =
            $"default-src 'none';{scripts} style-src 'self'; img-src 'self'; form-action {forms}; frame-ancestors 'none'; base-uri 'none'";
        headers.XFrameOptions = "DENY";
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers.CacheControl = "no-store";
    }
}
