using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using MentorCloud.Contracts.Logins;
using MentorCloud.Identity.Text;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace MentorCloud.Identity.Federation;

/// <summary>Exchanges the provider's code for an id token. The access token is thrown away: we ask nothing in the person's name.</summary>
internal sealed class CodeExchange(ProviderHttp http, ProviderMetadata metadata, LoginProviderBook book, TimeProvider time, ILogger<CodeExchange> logger)
{
    private const string AssertionType = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";
    private static readonly TimeSpan AssertionLifetime = TimeSpan.FromMinutes(2);

    /// <summary>The id token; null when the provider refuses, or cannot be reached or understood.</summary>
    public async Task<string?> IdTokenAsync(LoginProvider provider, string code, string verifier, CancellationToken cancellationToken)
    {
        if (await metadata.FindAsync(provider.Settings.Issuer, anew: false, cancellationToken) is not { } known
            || await book.SecretAsync(provider.Tenant, cancellationToken) is not { } secret)
        {
            return null;
        }

        var form = new Dictionary<string, string>
        {
            ["grant_type"] = "authorization_code",
            ["code"] = code,
            ["redirect_uri"] = provider.RedirectUri.AbsoluteUri,
            ["code_verifier"] = verifier,
        };
        var authorization = Prove(provider, secret, form);
        try
        {
            var (good, body) = await http.PostAsync(known.TokenEndpoint, form, authorization, cancellationToken);
            if (good)
            {
                return Member(body, "id_token");
            }

            logger.LogWarning("The provider of tenant {Tenant} gave no tokens for a code: {Error}.", provider.Tenant, Word(Member(body, "error")));
            return null;
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException || (exception is TaskCanceledException && !cancellationToken.IsCancellationRequested))
        {
            logger.LogWarning(exception, "The provider of tenant {Tenant} cannot be reached.", provider.Tenant);
            return null;
        }
    }

    private AuthenticationHeaderValue? Prove(LoginProvider provider, string secret, Dictionary<string, string> form)
    {
        var settings = provider.Settings;
        switch (settings.Proof)
        {
            case ProviderProof.SecretBasic:
                var pair = $"{FormEncode(settings.ClientId)}:{FormEncode(secret)}";
                return new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes(pair)));
            case ProviderProof.SecretPost:
                (form["client_id"], form["client_secret"]) = (settings.ClientId, secret);
                return null;
            default:
                form["client_id"] = settings.ClientId;
                (form["client_assertion_type"], form["client_assertion"]) = (AssertionType, Assertion(settings, secret));
                return null;
        }
    }

    /// <summary>RFC 7523, section 3; the audience is the issuer alone, so that no other provider can use it (RFC 9700's update of RFC 7523).</summary>
    private string Assertion(LoginProviderSettings settings, string privateKey)
    {
        var now = time.GetUtcNow().UtcDateTime;
        using var pair = ECDsa.Create();
        pair.ImportPkcs8PrivateKey(Convert.FromBase64String(privateKey), out _);
        var key = new ECDsaSecurityKey(pair) { KeyId = LoginProviderBook.KeyId(pair), CryptoProviderFactory = new CryptoProviderFactory { CacheSignatureProviders = false } };
        return new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(new SecurityTokenDescriptor
        {
            Issuer = settings.ClientId,
            Audience = settings.Issuer,
            IssuedAt = now,
            Expires = now + AssertionLifetime,
            Claims = new Dictionary<string, object> { ["sub"] = settings.ClientId, ["jti"] = Secrets.New() },
            SigningCredentials = new SigningCredentials(key, SecurityAlgorithms.EcdsaSha256),
        });
    }

    private static string? Member(string body, string name)
    {
        try
        {
            using var answer = JsonDocument.Parse(body);
            return answer.RootElement.ValueKind == JsonValueKind.Object && answer.RootElement.TryGetProperty(name, out var value)
                && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>An error code, of which nothing but letters enters the log.</summary>
    private static string Word(string? text) => text is { Length: > 0 and <= 64 } && text.All(sign => char.IsAsciiLetterLower(sign) || sign == '_') ? text : "no error code";

    /// <summary>RFC 6749, section 2.3.1: both are form-encoded before they are joined.</summary>
    private static string FormEncode(string text) => Uri.EscapeDataString(text);
}
