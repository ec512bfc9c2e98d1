using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using MentorCloud.Identity.Store;
using MentorCloud.Identity.Text;
using MentorCloud.Identity.Tokens;
using Microsoft.AspNetCore.Http;

namespace MentorCloud.Identity.Provider;

/// <summary>Exchanges a code for tokens (RFC 6749, section 4.1.3) with PKCE (RFC 7636).</summary>
internal sealed class AuthorizationCodeGrant(GrantBook grants, UserTokenAnswer answer) : IGrant
{
    private static readonly OAuthRefusal Refused = OAuthRefusal.InvalidGrant("The code is unknown, used, expired, or not for this client and request.");

    public string Type => "authorization_code";

    public async Task<IResult> AnswerAsync(ClientRecord client, OAuthForm form, CancellationToken cancellationToken)
    {
        if (form["code"] is null || form["code_verifier"] is not { Length: >= 43 and <= 128 } verifier)
        {
            return OAuthRefusal.InvalidRequest("The parameters code and code_verifier (43 to 128 characters) are required.");
        }

        // Used up before anything is compared: nobody gets a second guess at the verifier.
        var used = await grants.UseAsync(form["code"], GrantSecretKind.Code, client, cancellationToken);
        var challenge = Base64Url.EncodeToString(SHA256.HashData(Encoding.UTF8.GetBytes(verifier)));
        if (used is null || !Secrets.SameText(challenge, used.Secret.Challenge!)
            || (form["redirect_uri"] is { } redirect && redirect != used.Secret.RedirectUri))
        {
            return Refused;
        }

        return await answer.AnswerAsync(used.Grant, used.Account, used.Grant.Scope, cancellationToken);
    }
}
