using System.Security.Claims;
using System.Text.Encodings.Web;
using MentorCloud.Identity.Pages;
using MentorCloud.Identity.Sessions;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace MentorCloud.Identity.Access;

/// <summary>
/// Logs a browser in by its session cookie. A request that changes things and that another site sent counts as nobody's,
/// on every endpoint: forgery across sites ends here, whatever the endpoint checks besides.
/// </summary>
internal sealed class SessionHandler(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder,
    SessionBook sessions, SessionCookie cookie, RequestOrigin origin)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (cookie.Read(Request) is not { } secret)
        {
            return AuthenticateResult.NoResult();
        }

        if (!origin.MayChangeThings(Request))
        {
            return AuthenticateResult.Fail("The request comes from another site.");
        }

        if (await sessions.FindAsync(secret, Context.RequestAborted) is not { } session)
        {
            return AuthenticateResult.Fail("The session has ended.");
        }

        var principal = ActorClaims.OfAccount(session.Account, Scheme.Name, new Claim(ClaimNames.Session, session.Id));
        return AuthenticateResult.Success(new AuthenticationTicket(principal, Scheme.Name));
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        if (HttpMethods.IsGet(Request.Method) && Request.GetTypedHeaders().Accept.Any(type => type.MediaType == "text/html"))
        {
            var back = UriHelper.BuildRelative(Request.PathBase, Request.Path, Request.QueryString);
            Response.Redirect("/login" + QueryString.Create("return", LocalPath.Or(back, "/")));
        }
        else
        {
            Response.StatusCode = StatusCodes.Status401Unauthorized;
        }

        return Task.CompletedTask;
    }
}
