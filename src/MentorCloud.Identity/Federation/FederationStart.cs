using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using MentorCloud.Contracts.Logins;
using MentorCloud.Identity.Pages;
using MentorCloud.Identity.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace MentorCloud.Identity.Federation;

/// <summary>
/// Sends a browser to the company's provider. By a page that leads on, not by a redirect: the login form's policy names the
/// places that a form may end up at, and the provider is known only once the form is sent.
/// </summary>
internal sealed class FederationStart(ProviderMetadata metadata, SealedCookie cookies)
{
    private const string Always = "openid profile email";

    /// <summary>The page; null when the provider cannot be reached.</summary>
    public async Task<Page?> PageAsync(HttpContext http, LoginProvider provider, string destination, string? email)
    {
        var settings = provider.Settings;
        if (await metadata.FindAsync(settings.Issuer, anew: false, http.RequestAborted) is not { } known)
        {
            return null;
        }

        var pending = new PendingFederation(provider.Tenant.ToString(), settings.Issuer, Secrets.New(), Secrets.New(), Secrets.New(), destination);
        await cookies.WriteAsync(http, PendingFederation.Cookie, pending, PendingFederation.Lifetime);
        var address = QueryHelpers.AddQueryString(known.AuthorizationEndpoint, Parameters(provider, pending, email));
        var texts = PageTexts.For(http.Request);
        var words = FederationTexts.In(texts);
        return new Page(texts, texts.Login, Markup.Of($"""
            <p role="status">{words.OnwardHint}</p>
            <p><a href="{address}">{words.Onward}</a></p>
            """)) { Onward = address };
    }

    private static Dictionary<string, string?> Parameters(LoginProvider provider, PendingFederation pending, string? email)
    {
        var parameters = new Dictionary<string, string?>
        {
            ["response_type"] = "code",
            ["client_id"] = provider.Settings.ClientId,
            ["redirect_uri"] = provider.RedirectUri.AbsoluteUri,
            ["scope"] = string.Join(' ', provider.Settings.Scopes.Prepend(Always)),
            ["state"] = pending.State,
            ["nonce"] = pending.Nonce,
            ["code_challenge"] = Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(pending.Verifier))),
            ["code_challenge_method"] = "S256",
        };
        if (EmailAddress.TryRead(email, out var hint))
        {
            parameters["login_hint"] = hint.Text;
        }

        return parameters;
    }
}
