using MentorCloud.Contracts.Accounts;
using MentorCloud.Identity.Access;
using MentorCloud.Identity.Tokens;
using Microsoft.AspNetCore.Http;

namespace MentorCloud.Identity.Provider;

/// <summary><c>GET|POST /connect/userinfo</c> (OpenID Connect Core 1.0, section 5.3).</summary>
internal sealed class UserInfoEndpoint(AccessTokenCheck tokens)
{
    private const string Prefix = "Bearer ";

    public async Task<IResult> AnswerAsync(HttpContext http)
    {
        var header = http.Request.Headers.Authorization;
        var token = header.Count == 1 && header[0]!.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase) ? header[0]![Prefix.Length..].Trim(' ') : null;
        if (token is null)
        {
            BearerChallenge.Ask(http.Response);
            return Results.StatusCode(StatusCodes.Status401Unauthorized);
        }

        if (await tokens.UserAsync(token, http.RequestAborted) is not { } user)
        {
            BearerChallenge.Refuse(http.Response);
            return Results.StatusCode(StatusCodes.Status401Unauthorized);
        }

        if (!UserScopes.Has(user.Scope, UserScopes.OpenId))
        {
            BearerChallenge.Want(http.Response, UserScopes.OpenId);
            return Results.StatusCode(StatusCodes.Status403Forbidden);
        }

        return new OAuthAnswer(Members(user.Account, user.Scope));
    }

    private static Dictionary<string, object> Members(Account account, string scope)
    {
        var members = new Dictionary<string, object>
        {
            [ClaimNames.Subject] = account.Id.ToString(),
            [ClaimNames.Tenant] = account.Tenant.ToString(),
        };
        if (UserScopes.Has(scope, UserScopes.Profile))
        {
            members[ClaimNames.Name] = account.DisplayName;
            members["roles"] = ActorClaims.RoleNames(account.Roles).ToArray();
        }

        if (UserScopes.Has(scope, UserScopes.Email))
        {
            members["email"] = account.Email;
        }

        return members;
    }
}
