using MentorCloud.Identity.Access;
using MentorCloud.Identity.Store;
using MentorCloud.Identity.Tokens;
using Microsoft.AspNetCore.Http;
using Microsoft.IdentityModel.JsonWebTokens;

namespace MentorCloud.Identity.Provider;

/// <summary><c>POST /connect/introspection</c> (RFC 7662): for clients that prove who they are, about tokens of their own tenant; of refresh tokens, only about their own.</summary>
internal sealed class IntrospectionEndpoint(ClientAuthentication clients, AccessTokenCheck accessTokens, GrantBook grants)
{
    private static readonly OAuthAnswer Inactive = new(new Dictionary<string, object> { ["active"] = false });

    public async Task<IResult> AnswerAsync(HttpContext http)
    {
        var (form, unreadable) = await OAuthForm.ReadAsync(http.Request);
        if (form is null)
        {
            return unreadable!;
        }

        var (client, unproved) = await clients.AuthenticateAsync(http.Request, form, http.RequestAborted);
        if (client is null || client.Proof == Contracts.Accounts.ClientProof.None)
        {
            return unproved ?? OAuthRefusal.InvalidClient;
        }

        return form["token"] is { } token
            ? await AboutAsync(client, token, http.RequestAborted)
            : OAuthRefusal.InvalidRequest("The parameter token is missing.");
    }

    private async Task<OAuthAnswer> AboutAsync(ClientRecord client, string token, CancellationToken cancellationToken)
    {
        if (await grants.PeekAsync(token, client, cancellationToken) is { } refresh)
        {
            return new OAuthAnswer(new Dictionary<string, object>
            {
                ["active"] = true,
                ["token_type"] = "refresh_token",
                [ClaimNames.ClientId] = client.ClientId,
                [ClaimNames.Subject] = refresh.Grant.Account,
                [ClaimNames.Scope] = refresh.Grant.Scope,
                ["exp"] = refresh.ExpiresAt.ToUnixTimeSeconds(),
            });
        }

        return await accessTokens.ReadAsync(token, cancellationToken) is { } access && Text(access, ClaimNames.Tenant) == client.Tenant
            && await accessTokens.StandsAsync(access, cancellationToken)
            ? About(access)
            : Inactive;
    }

    private static OAuthAnswer About(JsonWebToken token) => new(new Dictionary<string, object>
    {
        ["active"] = true,
        ["token_type"] = "Bearer",
        ["iss"] = token.Issuer,
        ["aud"] = token.Audiences.First(),
        ["jti"] = token.Id,
        ["exp"] = new DateTimeOffset(token.ValidTo).ToUnixTimeSeconds(),
        ["iat"] = new DateTimeOffset(token.IssuedAt).ToUnixTimeSeconds(),
        [ClaimNames.Subject] = token.Subject,
        [ClaimNames.ClientId] = Text(token, ClaimNames.ClientId) ?? string.Empty,
        [ClaimNames.Scope] = Text(token, ClaimNames.Scope) ?? string.Empty,
        [ClaimNames.Tenant] = Text(token, ClaimNames.Tenant) ?? string.Empty,
    });

    private static string? Text(JsonWebToken token, string claim) => token.TryGetPayloadValue<string>(claim, out var value) ? value : null;
}
