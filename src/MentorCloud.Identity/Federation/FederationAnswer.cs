using MentorCloud.Contracts.Logins;
using Microsoft.AspNetCore.Http;

namespace MentorCloud.Identity.Federation;

/// <summary>Reads what the provider answered through the browser, and asks it for the id token.</summary>
internal sealed class FederationAnswer(ProviderMetadata metadata, CodeExchange exchange, ProviderIdToken tokens)
{
    private const int MostCode = 4096;

    /// <summary>RFC 8176's words that we pass on to programs.</summary>
    private static readonly string[] Known = ["face", "fpt", "hwk", "iris", "kba", "mfa", "otp", "pin", "pwd", "sc", "sms", "swk", "user", "wia"];

    /// <summary>Who logged in; null when the provider refused or its answer is not to be believed.</summary>
    public async Task<ProviderPerson?> PersonAsync(HttpContext http, LoginProvider provider, PendingFederation pending)
    {
        var query = http.Request.Query;
        if (!await IsFromAsync(provider, query["iss"], http.RequestAborted) || query.ContainsKey("error")
            || query["code"] is not [{ Length: > 0 and <= MostCode } code])
        {
            return null;
        }

        var token = await exchange.IdTokenAsync(provider, code, pending.Verifier, http.RequestAborted);
        return await tokens.ReadAsync(provider.Settings, token, pending.Nonce, http.RequestAborted);
    }

    /// <summary>How the person proved who they are, for the session: <c>fed</c> first.</summary>
    public static string Methods(ProviderPerson person) => string.Join(' ', Known.Where(person.Methods.Contains).Prepend("fed"));

    /// <summary>
    /// Mix-up (RFC 9700, section 4.4): each tenant has a redirect address of its own, and a provider that says that it names
    /// itself must do so (RFC 9207).
    /// </summary>
    private async Task<bool> IsFromAsync(LoginProvider provider, Microsoft.Extensions.Primitives.StringValues named, CancellationToken cancellationToken)
    {
        if (named.Count > 0)
        {
            return named is [{ } only] && only == provider.Settings.Issuer;
        }

        var known = await metadata.FindAsync(provider.Settings.Issuer, anew: false, cancellationToken);
        return known is { AuthorizationResponseIssParameterSupported: false };
    }
}
