using MentorCloud.Identity.Access;
using MentorCloud.Identity.Store;
using MentorCloud.Identity.Tokens;
using Microsoft.AspNetCore.Http;

namespace MentorCloud.Identity.Provider;

/// <summary><c>POST /connect/revocation</c> (RFC 7009). A token that is not the client's, or none, is answered like one that was revoked.</summary>
internal sealed class RevocationEndpoint(ClientAuthentication clients, AccessTokenCheck accessTokens, GrantBook grants, SpentTokens spent)
{
    public async Task<IResult> AnswerAsync(HttpContext http)
    {
        var (form, unreadable) = await OAuthForm.ReadAsync(http.Request);
        if (form is null)
        {
            return unreadable!;
        }

        var (client, unproved) = await clients.AuthenticateAsync(http.Request, form, http.RequestAborted);
        if (client is null)
        {
            return unproved!;
        }

        if (form["token"] is not { } token)
        {
            return OAuthRefusal.InvalidRequest("The parameter token is missing.");
        }

        await RevokeAsync(client, token, http.RequestAborted);
        return Results.Ok();
    }

    private async Task RevokeAsync(ClientRecord client, string token, CancellationToken cancellationToken)
    {
        if (await grants.PeekAsync(token, client, cancellationToken) is { } refresh)
        {
            await grants.RevokeAsync(client.Tenant, refresh.Grant.Id, client.ClientId, cancellationToken);
        }
        else if (await accessTokens.ReadAsync(token, cancellationToken) is { } access
            && access.TryGetPayloadValue<string>(ClaimNames.ClientId, out var owner) && owner == client.ClientId)
        {
            await spent.SpendAsync(client.Tenant, access.Id, access.ValidTo, cancellationToken);
        }
    }
}
