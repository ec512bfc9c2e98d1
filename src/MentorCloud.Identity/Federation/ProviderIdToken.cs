using System.Text.Json;
using MentorCloud.Contracts.Logins;
using MentorCloud.Identity.Tokens;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace MentorCloud.Identity.Federation;

/// <summary>Checks id tokens and logout tokens of customers' providers by Microsoft.IdentityModel (OpenID Connect Core 1.0, section 3.1.3.7).</summary>
internal sealed class ProviderIdToken(ProviderMetadata metadata, TimeProvider time, ILogger<ProviderIdToken> logger)
{
    private const int MostLength = 32 * 1024;
    private const int MostText = 255;
    private const int MostGroups = 1000;
    private static readonly string[] Algorithms = [SecurityAlgorithms.RsaSha256, SecurityAlgorithms.RsaSsaPssSha256, SecurityAlgorithms.EcdsaSha256, SecurityAlgorithms.EcdsaSha384];
    private static readonly TimeSpan ClockSkew = TimeSpan.FromMinutes(2);
    private readonly JsonWebTokenHandler _handler = new() { MapInboundClaims = false, MaximumTokenSizeInBytes = MostLength };

    /// <summary>Who logged in; null when the token is not to be believed.</summary>
    public async Task<ProviderPerson?> ReadAsync(LoginProviderSettings provider, string? token, string nonce, CancellationToken cancellationToken)
    {
        if (await GenuineAsync(provider, token, cancellationToken) is not { } genuine || Text(genuine, "nonce") is not { } answered
            || !Identity.Text.Secrets.SameText(answered, nonce) || genuine.Subject is not { Length: > 0 and <= MostText })
        {
            return null;
        }

        return new ProviderPerson(
            provider.Issuer, genuine.Subject, Text(genuine, "email"), Truth(genuine, "email_verified"), Text(genuine, "name"),
            provider.GroupClaim is { } claim ? List(genuine, claim) : [], List(genuine, "amr"));
    }

    /// <summary>A genuine token of the provider for us, in its time; null otherwise.</summary>
    public async Task<JsonWebToken?> GenuineAsync(LoginProviderSettings provider, string? token, CancellationToken cancellationToken)
    {
        if (token is not { Length: > 0 and <= MostLength } || !_handler.CanReadToken(token)
            || await metadata.FindAsync(provider.Issuer, anew: false, cancellationToken) is not { } known)
        {
            return null;
        }

        var result = await ValidateAsync(provider, known, token);
        if (result.Exception is SecurityTokenSignatureKeyNotFoundException
            && await metadata.FindAsync(provider.Issuer, anew: true, cancellationToken) is { } renewed)
        {
            // Perhaps its keys have rotated.
            result = await ValidateAsync(provider, renewed, token);
        }

        if (!result.IsValid)
        {
            logger.LogWarning("A token of {Issuer} is not to be believed: {Reason}.", provider.Issuer, result.Exception?.GetType().Name);
        }

        return PinnedTokens.Genuine(result) is { } genuine && IsForUs(provider, genuine) ? genuine : null;
    }

    private Task<TokenValidationResult> ValidateAsync(LoginProviderSettings provider, OpenIdConnectConfiguration known, string token) =>
        _handler.ValidateTokenAsync(token, PinnedTokens.Rules(provider.Issuer, [provider.ClientId], known.SigningKeys, Algorithms, time, ClockSkew));

    private bool IsForUs(LoginProviderSettings provider, JsonWebToken token)
    {
        var now = time.GetUtcNow().UtcDateTime;
        var party = Text(token, "azp");
        return token.IssuedAt != DateTime.MinValue && token.IssuedAt <= now + ClockSkew
            && (party is null ? token.Audiences.Count() == 1 : party == provider.ClientId);
    }

    private static string? Text(JsonWebToken token, string claim)
    {
        using var payload = Payload(token);
        return payload.RootElement.TryGetProperty(claim, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
    }

    /// <summary>True and false; some providers write them as text. Anything else means false.</summary>
    private static bool? Truth(JsonWebToken token, string claim)
    {
        using var payload = Payload(token);
        return payload.RootElement.TryGetProperty(claim, out var value)
            ? value.ValueKind == JsonValueKind.True || (value.ValueKind == JsonValueKind.String && value.GetString() == "true")
            : null;
    }

    private static IReadOnlyList<string> List(JsonWebToken token, string claim)
    {
        using var payload = Payload(token);
        if (!payload.RootElement.TryGetProperty(claim, out var value))
        {
            return [];
        }

        return value.ValueKind switch
        {
            JsonValueKind.String => [value.GetString()!],
            JsonValueKind.Array => [.. value.EnumerateArray().Where(one => one.ValueKind == JsonValueKind.String).Take(MostGroups).Select(one => one.GetString()!)],
            _ => [],
        };
    }

    /// <summary>The claims as they were sent: the library's own reading keeps some as text and some as numbers.</summary>
    public static JsonDocument Payload(JsonWebToken token) => JsonDocument.Parse(Base64UrlEncoder.DecodeBytes(token.EncodedPayload));
}
