using MentorCloud.Contracts.Accounts;
using MentorCloud.Identity.Access;
using MentorCloud.Identity.Keys;
using MentorCloud.Identity.Store;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace MentorCloud.Identity.Provider;

/// <summary>Makes and recognises id tokens (OpenID Connect Core 1.0, section 2).</summary>
internal sealed class IdTokens(SigningKeys keys, IOptions<IdentityOptions> options, TimeProvider time)
{
    private const string Type = "JWT";
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(5);
    private readonly JsonWebTokenHandler _handler = new() { SetDefaultTimesOnTokenCreation = false, MapInboundClaims = false };

    public async Task<string> MakeAsync(GrantRecord grant, Account account, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var claims = new Dictionary<string, object>
        {
            [ClaimNames.Subject] = account.Id.ToString(),
            [ClaimNames.Tenant] = grant.Tenant,
            [ClaimNames.Session] = grant.Session,
            ["auth_time"] = grant.AuthenticatedAt.ToUnixTimeSeconds(),
            ["amr"] = grant.Methods.Split(' '),
        };
        if (grant.Nonce is { } nonce)
        {
            claims["nonce"] = nonce;
        }

        var key = await keys.CurrentAsync(cancellationToken);
        return _handler.CreateToken(new SecurityTokenDescriptor
        {
            TokenType = Type,
            Issuer = options.Value.IssuerText,
            Audience = grant.ClientId,
            IssuedAt = now.UtcDateTime,
            Expires = (now + Lifetime).UtcDateTime,
            Claims = claims,
            SigningCredentials = key.Credentials,
        });
    }

    /// <summary>An id token that we made for the client, even when its time is over (a hint at logout); null otherwise.</summary>
    public async Task<JsonWebToken?> RecognizeAsync(string token, CancellationToken cancellationToken)
    {
        if (token.Length > 8192 || !_handler.CanReadToken(token))
        {
            return null;
        }

        var published = await keys.PublishedAsync(cancellationToken);
        var result = await _handler.ValidateTokenAsync(token, new TokenValidationParameters
        {
            ValidTypes = [Type],
            ValidAlgorithms = [SigningKey.Algorithm],
            ValidIssuer = options.Value.IssuerText,
            ValidateAudience = false,
            ValidateLifetime = false,
            RequireSignedTokens = true,
            TryAllIssuerSigningKeys = false,
            IssuerSigningKeyResolver = (_, _, kid, _) => published.Where(key => key.Record.Kid == kid).Select(key => key.Key),
        });
        return result.IsValid ? result.SecurityToken as JsonWebToken : null;
    }
}
