using System.Security.Claims;
using MentorCloud.Contracts.Accounts;
using MentorCloud.Contracts.Views;
using MentorCloud.Domain.Access;
using MentorCloud.Domain.Identifiers;
using MentorCloud.Identity.Access;
using MentorCloud.Identity.Tokens;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace MentorCloud.Identity.Outside;

/// <summary>Checks access tokens of an outside authority by its discovery document, and maps their claims to ours.</summary>
internal sealed class OutsideTokenCheck(IViews views, IAccounts accounts, IOptions<IdentityOptions> options, TimeProvider time)
{
    private const int MostLength = 16 * 1024;

    // No request waits longer for an authority that does not answer.
    private static readonly HttpClient Http = new() { Timeout = TimeSpan.FromSeconds(10) };
    private static readonly string[] Algorithms = [SecurityAlgorithms.EcdsaSha256, SecurityAlgorithms.RsaSha256, SecurityAlgorithms.RsaSsaPssSha256];
    private static readonly TimeSpan ClockSkew = TimeSpan.FromSeconds(30);
    private readonly JsonWebTokenHandler _handler = new() { MapInboundClaims = false, MaximumTokenSizeInBytes = MostLength };
    private readonly Lazy<ConfigurationManager<OpenIdConnectConfiguration>> _discovery = new(() => Discovery(options.Value.OutsideAuthority!));

    private OutsideAuthorityOptions Outside => options.Value.OutsideAuthority!;

    /// <summary>Whose the token is; null when nobody's.</summary>
    /// <exception cref="AuthorityUnavailableException">The authority was never reached since the start, and cannot be now.</exception>
    public async Task<ClaimsPrincipal?> CheckAsync(string token, CancellationToken cancellationToken)
    {
        if (token.Length is 0 or > MostLength || !_handler.CanReadToken(token))
        {
            return null;
        }

        var result = await ValidateAsync(token, cancellationToken);
        if (result.Exception is SecurityTokenSignatureKeyNotFoundException)
        {
            // Perhaps its keys have rotated. The manager asks again at most every few minutes, whoever sends nonsense.
            _discovery.Value.RequestRefresh();
            result = await ValidateAsync(token, cancellationToken);
        }

        return PinnedTokens.Genuine(result) is { } genuine ? await PrincipalAsync(genuine, cancellationToken) : null;
    }

    private async Task<TokenValidationResult> ValidateAsync(string token, CancellationToken cancellationToken)
    {
        var configuration = await ConfigurationAsync(cancellationToken);
        var rules = PinnedTokens.Rules(configuration.Issuer, [Outside.Audience], configuration.SigningKeys, Algorithms, time, ClockSkew);
        rules.ValidTypes = Outside.TokenTypes;
        return await _handler.ValidateTokenAsync(token, rules);
    }

    private async Task<OpenIdConnectConfiguration> ConfigurationAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await _discovery.Value.GetConfigurationAsync(cancellationToken);
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested
            && exception is InvalidOperationException or IOException or HttpRequestException or OperationCanceledException)
        {
            throw new AuthorityUnavailableException(exception);
        }
    }

    private async Task<ClaimsPrincipal?> PrincipalAsync(JsonWebToken token, CancellationToken cancellationToken)
    {
        if (await TenantAsync(Text(token, Outside.TenantClaim), cancellationToken) is not { } tenant)
        {
            return null;
        }

        if (Text(token, Outside.EmailClaim) is { } email)
        {
            var account = await accounts.FindByEmailAsync(tenant, email, cancellationToken);
            return account is null ? null : ActorClaims.OfAccount(account, IdentitySchemes.Bearer);
        }

        _ = ScopeNames.TryRead(Outside.ScopeLimit, out var limit);
        return Text(token, ClaimNames.ClientId) is { Length: > 0 and <= 200 } client && client == token.Subject && KnownScopes(token) is var scopes
            ? ActorClaims.OfClient(new MachineClient(tenant, client, client, limit, default, null, null), scopes & limit, IdentitySchemes.Bearer)
            : null;
    }

    private async Task<TenantId?> TenantAsync(string? text, CancellationToken cancellationToken)
    {
        var row = EntityId.TryParse<TenantId>(text, out var id)
            ? await views.TenantAsync(id, cancellationToken)
            : text is { Length: > 0 and <= 63 } ? await views.TenantBySlugAsync(text, cancellationToken) : null;
        return row?.Id;
    }

    /// <summary>Another provider has scopes of its own besides ours: those say nothing here.</summary>
    private static Scope KnownScopes(JsonWebToken token)
    {
        var words = token.Claims.Where(claim => claim.Type == ClaimNames.Scope).SelectMany(claim => claim.Value.Split(' '));
        _ = ScopeNames.TryRead(string.Join(' ', words.Where(ScopeNames.Known.Contains)), out var scopes);
        return scopes;
    }

    private static ConfigurationManager<OpenIdConnectConfiguration> Discovery(OutsideAuthorityOptions outside) => new(
        $"{outside.Authority.AbsoluteUri.TrimEnd('/')}/.well-known/openid-configuration",
        new OpenIdConnectConfigurationRetriever(),
        new HttpDocumentRetriever(Http) { RequireHttps = !outside.Authority.IsLoopback });

    private static string? Text(JsonWebToken token, string claim) => token.TryGetPayloadValue<string>(claim, out var value) ? value : null;
}
