using MentorCloud.Contracts.Accounts;
using MentorCloud.Identity.Store;
using MentorCloud.Identity.Tokens;
using Microsoft.AspNetCore.Http;

namespace MentorCloud.Identity.Provider;

/// <summary>Makes the tokens of a login to a program.</summary>
internal sealed class UserTokenAnswer(AccessTokens accessTokens, IdTokens idTokens, GrantBook grants)
{
    public async Task<IResult> AnswerAsync(GrantRecord grant, Account account, string scope, CancellationToken cancellationToken)
    {
        var members = new Dictionary<string, object>
        {
            ["access_token"] = await accessTokens.ForUserAsync(grant, scope, cancellationToken),
            ["token_type"] = "Bearer",
            ["expires_in"] = accessTokens.LifetimeSeconds,
            ["scope"] = scope,
        };
        if (UserScopes.Has(scope, UserScopes.OpenId))
        {
            members["id_token"] = await idTokens.MakeAsync(grant, account, cancellationToken);
        }

        if (UserScopes.Has(grant.Scope, UserScopes.Offline))
        {
            members["refresh_token"] = (await grants.RefreshAsync(grant, cancellationToken)).ToString();
        }

        return new OAuthAnswer(members);
    }
}
