using Microsoft.AspNetCore.Http;

namespace MentorCloud.Identity.Tokens;

/// <summary>A JSON answer that nobody may keep (RFC 6749, section 5.1).</summary>
/// <param name="Members">The members of the object.</param>
/// <param name="Status">The HTTP status.</param>
internal sealed record OAuthAnswer(IReadOnlyDictionary<string, object> Members, int Status = StatusCodes.Status200OK) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.StatusCode = Status;
        httpContext.Response.Headers.CacheControl = "no-store";
        httpContext.Response.Headers.Pragma = "no-cache";
        return httpContext.Response.WriteAsJsonAsync(Members, httpContext.RequestAborted);
    }
}
