using System.Globalization;
using System.Text.Encodings.Web;
using MentorCloud.Domain.Refusals;
using MentorCloud.Identity.Outside;
using MentorCloud.Identity.Tokens;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Primitives;

namespace MentorCloud.Identity.Access;

/// <summary>Logs a request in by the access token in its Authorization header (RFC 6750, section 2.1; no other place is read).</summary>
internal sealed class BearerHandler(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder, AccessTokenCheck tokens,
    OutsideTokenCheck outside, IOptions<IdentityOptions> identity)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder), IAuthenticationRequestHandler
{
    private const string Prefix = "Bearer ";
    private const int SecondsToRetry = 30;

    /// <summary>Answers in place of what was asked when nobody can say whose the token is: neither the caller's fault nor a bug of ours.</summary>
    public async Task<bool> HandleRequestAsync()
    {
        if (identity.Value.OutsideAuthority is null || (await HandleAuthenticateOnceSafeAsync()).Failure is not AuthorityUnavailableException unavailable)
        {
            return false;
        }

        Logger.LogWarning(unavailable, "The login provider cannot be reached.");
        Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        Response.Headers.RetryAfter = SecondsToRetry.ToString(CultureInfo.InvariantCulture);
        await Response.WriteAsJsonAsync(
            new { code = ErrorCodes.LoginProviderUnavailable, message = $"{unavailable.Message} Send the request again in {SecondsToRetry} seconds." }, Context.RequestAborted);
        return true;
    }

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var header = Request.Headers.Authorization;
        if (header.Count == 0 || IsForClients(header))
        {
            return AuthenticateResult.NoResult();
        }

        if (header.Count > 1 || header[0] is not { } value || !value.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase))
        {
            return AuthenticateResult.Fail("The Authorization header holds no bearer token.");
        }

        var token = value[Prefix.Length..].Trim(' ');
        var principal = identity.Value.OutsideAuthority is null
            ? await tokens.CheckAsync(token, Context.RequestAborted)
            : await outside.CheckAsync(token, Context.RequestAborted);
        return principal is null
            ? AuthenticateResult.Fail("The access token is not valid any more, or not for this server.")
            : AuthenticateResult.Success(new AuthenticationTicket(principal, Scheme.Name));
    }

    /// <summary>Clients name themselves by Basic where they take tokens; those endpoints check it, and nobody has failed to log in.</summary>
    private static bool IsForClients(StringValues header) =>
        header is [{ } only] && only.StartsWith("Basic ", StringComparison.OrdinalIgnoreCase);

    protected override async Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        Response.StatusCode = 401;
        if ((await HandleAuthenticateOnceSafeAsync()).Failure is null)
        {
            BearerChallenge.Ask(Response);
        }
        else
        {
            BearerChallenge.Refuse(Response);
        }
    }
}
