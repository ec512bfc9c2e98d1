using Microsoft.AspNetCore.Http;

namespace MentorCloud.Identity.Tokens;

/// <summary>An OAuth error answer (RFC 6749, section 5.2). Descriptions are constants: nothing of the request comes back.</summary>
/// <param name="Error">The error code of the standard.</param>
/// <param name="Description">One ASCII sentence for the developer.</param>
/// <param name="Status">The HTTP status.</param>
internal sealed record OAuthRefusal(string Error, string Description, int Status = StatusCodes.Status400BadRequest) : IResult
{
    public static OAuthRefusal InvalidRequest(string description) => new("invalid_request", description);

    public static OAuthRefusal InvalidGrant(string description) => new("invalid_grant", description);

    public static OAuthRefusal InvalidClient { get; } =
        new("invalid_client", "The client is unknown, revoked, or did not prove who it is.", StatusCodes.Status401Unauthorized);

    /// <summary>How long to wait before the next attempt; zero for not at all.</summary>
    public TimeSpan RetryAfter { get; init; }

    public static OAuthRefusal TooMany(TimeSpan wait) =>
        new("temporarily_unavailable", "Too many failed attempts; Retry-After says when to try again.", StatusCodes.Status429TooManyRequests) { RetryAfter = wait };

    public Task ExecuteAsync(HttpContext httpContext)
    {
        if (Status == StatusCodes.Status401Unauthorized && httpContext.Request.Headers.Authorization.Count > 0)
        {
            httpContext.Response.Headers.WWWAuthenticate = "Basic realm=\"MentorCloud\"";
        }

        if (RetryAfter > TimeSpan.Zero)
        {
            Text.RetryAfter.Set(httpContext.Response, RetryAfter);
        }

        return new OAuthAnswer(
            new Dictionary<string, object> { ["error"] = Error, ["error_description"] = Description }, Status).ExecuteAsync(httpContext);
    }
}
