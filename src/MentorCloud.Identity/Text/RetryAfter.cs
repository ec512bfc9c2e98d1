using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace MentorCloud.Identity.Text;

/// <summary>Says when to try again (RFC 9110, section 10.2.3).</summary>
internal static class RetryAfter
{
    public static void Set(HttpResponse response, TimeSpan wait) =>
        response.Headers.RetryAfter = Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
}
