using MentorCloud.Identity.Store;
using MentorCloud.Identity.Tokens;
using Microsoft.AspNetCore.Http;

namespace MentorCloud.Identity.Provider;

/// <summary>Exchanges a refresh token for new tokens, a new refresh token among them (RFC 6749, section 6; RFC 9700, section 4.14.2).</summary>
internal sealed class RefreshTokenGrant(GrantBook grants, UserTokenAnswer answer) : IGrant
{
    private static readonly OAuthRefusal Refused = OAuthRefusal.InvalidGrant("The refresh token is unknown, used, expired, revoked, or not this client's.");

    public string Type => "refresh_token";

    public async Task<IResult> AnswerAsync(ClientRecord client, OAuthForm form, CancellationToken cancellationToken)
    {
        if (form["refresh_token"] is not { } token)
        {
            return OAuthRefusal.InvalidRequest("The parameter refresh_token is missing.");
        }

        var asked = form["scope"];
        var narrowed = asked is null ? null : UserScopes.Read(asked);
        if (asked is not null && narrowed is null)
        {
            return new OAuthRefusal("invalid_scope", "The scope names one that is not offered.");
        }

        // Looked at before it is used up: a program that asks for too much keeps its token and may ask again.
        if (await grants.PeekAsync(token, client, cancellationToken) is { } refresh && narrowed?.Split(' ').All(word => UserScopes.Has(refresh.Grant.Scope, word)) == false)
        {
            return new OAuthRefusal("invalid_scope", "A refresh cannot ask for more than the login granted.");
        }

        if (await grants.UseAsync(token, GrantSecretKind.Refresh, client, cancellationToken) is not { } used)
        {
            return Refused;
        }

        return await answer.AnswerAsync(used.Grant, used.Account, narrowed ?? used.Grant.Scope, cancellationToken);
    }
}
