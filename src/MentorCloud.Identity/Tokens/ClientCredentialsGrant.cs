using MentorCloud.Domain.Access;
using MentorCloud.Identity.Store;
using Microsoft.AspNetCore.Http;

namespace MentorCloud.Identity.Tokens;

/// <summary>A machine client gets a token in its own name (RFC 6749, section 4.4).</summary>
internal sealed class ClientCredentialsGrant(AccessTokens tokens) : IGrant
{
    public string Type => "client_credentials";

    public async Task<IResult> AnswerAsync(ClientRecord client, OAuthForm form, CancellationToken cancellationToken)
    {
        var asked = form["scope"];
        if (!ScopeNames.TryRead(asked, out var scopes) || (scopes & ~client.Scopes) != Scope.None)
        {
            return new OAuthRefusal("invalid_scope", "The client was not granted a scope that it asks for.");
        }

        var granted = scopes == Scope.None ? client.Scopes : scopes;
        if (granted == Scope.None)
        {
            return new OAuthRefusal("unauthorized_client", "The client has no scopes of its own.");
        }

        var token = await tokens.ForClientAsync(client.ToMachineClient(), granted, cancellationToken);
        return new OAuthAnswer(new Dictionary<string, object>
        {
            ["access_token"] = token,
            ["token_type"] = "Bearer",
            ["expires_in"] = tokens.LifetimeSeconds,
            ["scope"] = ScopeNames.Write(granted),
        });
    }
}
