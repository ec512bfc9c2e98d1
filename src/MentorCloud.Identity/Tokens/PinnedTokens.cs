using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace MentorCloud.Identity.Tokens;

/// <summary>What holds for every signed token that comes in, ours, a program's, an outside authority's or a company's provider's: all of it is pinned (RFC 8725).</summary>
internal static class PinnedTokens
{
    /// <summary>Issuer, audiences, keys and algorithms that count; a signature and an end are required, by our clock.</summary>
    /// <param name="issuer">Who must have made it.</param>
    /// <param name="audiences">For whom: one of these.</param>
    /// <param name="keys">The keys of the issuer.</param>
    /// <param name="algorithms">The algorithms of signatures that count.</param>
    /// <param name="time">Our clock.</param>
    /// <param name="clockSkew">By how much the issuer's may differ.</param>
    /// <param name="namesItsKey">Whether no key is tried that the token does not name by <c>kid</c>; false where the keys are few and all of one program.</param>
    public static TokenValidationParameters Rules(
        string issuer, string[] audiences, IEnumerable<SecurityKey> keys, string[] algorithms, TimeProvider time, TimeSpan clockSkew, bool namesItsKey = true) => new()
    {
        ValidAlgorithms = algorithms,
        ValidIssuer = issuer,
        ValidAudiences = audiences,
        IssuerSigningKeys = keys,
        TryAllIssuerSigningKeys = !namesItsKey,
        RequireExpirationTime = true,
        RequireSignedTokens = true,
        LifetimeValidator = (notBefore, expires, _, _) => TokenTime.Holds(notBefore, expires, time.GetUtcNow(), clockSkew),
    };

    /// <summary>The token, when it passed and demands nothing (<c>crit</c>) that we do not know (RFC 7515, section 4.1.11); null otherwise.</summary>
    public static JsonWebToken? Genuine(TokenValidationResult result) =>
        result.IsValid && result.SecurityToken is JsonWebToken token && !token.TryGetHeaderValue<object>("crit", out _) ? token : null;
}
