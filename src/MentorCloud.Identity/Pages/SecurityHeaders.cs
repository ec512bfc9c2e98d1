using Microsoft.AspNetCore.Http;

namespace MentorCloud.Identity.Pages;

/// <summary>The headers of every page: no script, no frame, nothing from elsewhere, nothing kept.</summary>
internal static class SecurityHeaders
{
    public static void Set(HttpResponse response, string? formTarget = null)
    {
        var forms = formTarget is null ? "'self'" : $"'self' {formTarget}";
        var headers = response.Headers;
        headers.ContentSecurityPolicy =
            $"default-src 'none'; style-src 'self'; img-src 'self'; form-action {forms}; frame-ancestors 'none'; base-uri 'none'";
        headers.XFrameOptions = "DENY";
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers.CacheControl = "no-store";
    }
}
