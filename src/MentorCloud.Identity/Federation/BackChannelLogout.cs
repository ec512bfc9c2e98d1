using System.Text.Json;
using MentorCloud.Domain.Identifiers;
using MentorCloud.Identity.Accounts;
using MentorCloud.Identity.Sessions;
using MentorCloud.Identity.Tokens;
using MentorCloud.Domain.Access;
using Microsoft.AspNetCore.Http;
using Microsoft.IdentityModel.JsonWebTokens;

namespace MentorCloud.Identity.Federation;

/// <summary><c>POST /login/provider/{tenant}/logout</c>: the provider says that somebody logged out there (OpenID Connect Back-Channel Logout 1.0).</summary>
internal sealed class BackChannelLogout(
    LoginProviderBook providers, ProviderIdToken tokens, FederatedAccounts people, SessionBook sessions, SpentTokens spent, AuditTrail audit)
{
    private const string Event = "http://schemas.openid.net/event/backchannel-logout";
    private static readonly OAuthRefusal Refused = OAuthRefusal.InvalidRequest("The logout_token is not a valid logout token of the company's provider, or was used before.");

    public async Task<IResult> AnswerAsync(HttpContext http, string tenant)
    {
        var (form, unreadable) = await OAuthForm.ReadAsync(http.Request);
        if (form is null)
        {
            return unreadable!;
        }

        var provider = EntityId.TryParse<TenantId>(tenant, out var id) ? await providers.FindAsync(id, http.RequestAborted) : null;
        var token = provider is null ? null : await tokens.GenuineAsync(provider.Settings, form["logout_token"], http.RequestAborted);
        if (token is null || !IsLogout(token)
            || !await spent.SpendAsync(tenant, $"logout|{Text.Secrets.Hash(token.Id)}", token.ValidTo, http.RequestAborted))
        {
            return Refused;
        }

        if (await people.TiedAsync(provider!, token.Subject, http.RequestAborted) is { } account)
        {
            await sessions.EndFederatedAsync(account.Tenant, account.Id, http.RequestAborted);
            await audit.AppendAsync(Actor.System(account.Tenant, "company login"), account, "Account.LoggedOutAtProvider", http.RequestAborted);
        }

        http.Response.Headers.CacheControl = "no-store";
        return Results.Ok();
    }

    /// <summary>Section 2.6: the event, an id, a subject, and no nonce, so that no id token can pass for one.</summary>
    private static bool IsLogout(JsonWebToken token)
    {
        using var payload = ProviderIdToken.Payload(token);
        return token.Id is { Length: > 0 and <= 256 } && token.Subject is { Length: > 0 and <= 255 } && !payload.RootElement.TryGetProperty("nonce", out _)
            && payload.RootElement.TryGetProperty("events", out var events) && events.ValueKind == JsonValueKind.Object && events.TryGetProperty(Event, out _);
    }
}
