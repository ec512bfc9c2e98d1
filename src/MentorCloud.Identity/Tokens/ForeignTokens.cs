using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace MentorCloud.Identity.Tokens;

/// <summary>What holds for every token that another issuer signed, an outside authority or a company's provider: all of it is pinned (RFC 8725).</summary>
internal static class ForeignTokens
{
    /// <summary>Issuer, audience, keys and algorithms that count; a signature and an end are required, and no key is tried that the token does not name.</summary>
    public static TokenValidationParameters Rules(
        string issuer, string? audience, IEnumerable<SecurityKey> keys, string[] algorithms, TimeProvider time, TimeSpan clockSkew) => new()
    {
        ValidAlgorithms = algorithms,
        ValidIssuer = issuer,
        ValidAudience = audience,
        IssuerSigningKeys = keys,
        TryAllIssuerSigningKeys = false,
        RequireExpirationTime = true,
        RequireSignedTokens = true,
        LifetimeValidator = (notBefore, expires, _, _) => TokenTime.Holds(notBefore, expires, time.GetUtcNow(), clockSkew),
    };

    /// <summary>The token, when it passed and demands nothing (<c>crit</c>) that we do not know; null otherwise.</summary>
    public static JsonWebToken? Genuine(TokenValidationResult result) =>
        result.IsValid && result.SecurityToken is JsonWebToken token && !token.TryGetHeaderValue<object>("crit", out _) ? token : null;
}
