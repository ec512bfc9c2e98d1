using MentorCloud.Identity.Sessions;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Options;

namespace MentorCloud.Identity.Federation;

/// <summary>Where a person ends the session at the company's provider too (OpenID Connect RP-Initiated Logout 1.0).</summary>
internal sealed class FederationLogout(LoginProviderBook providers, ProviderMetadata metadata, ProviderHttp http, IOptions<IdentityOptions> options)
{
    /// <summary>The address; null when the session did not begin there, or the provider offers none.</summary>
    public async Task<string?> AddressAsync(Session session, CancellationToken cancellationToken)
    {
        if (!session.Methods.StartsWith("fed", StringComparison.Ordinal)
            || await providers.FindAsync(session.Account.Tenant, cancellationToken) is not { } provider
            || await metadata.FindAsync(provider.Settings.Issuer, anew: false, cancellationToken) is not { } known
            || !http.MayBeUsed(known.EndSessionEndpoint))
        {
            return null;
        }

        return QueryHelpers.AddQueryString(known.EndSessionEndpoint, new Dictionary<string, string?>
        {
            ["client_id"] = provider.Settings.ClientId,
            ["post_logout_redirect_uri"] = options.Value.IssuerText + "/login",
        });
    }
}
