using System.Security.Cryptography;
using System.Text.Json;
using MentorCloud.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace MentorCloud.Identity.Tests.Federation;

/// <summary>A provider that answers whatever a test wants it to.</summary>
internal sealed class HostileProvider : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ECDsa _pair = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    private HostileProvider(WebApplication app, string issuer) => (_app, Issuer) = (app, issuer);

    public string Issuer { get; }

    /// <summary>Makes the id token of the next exchange; gets the nonce that was asked for.</summary>
    public Func<string, string> IdToken { get; set; } = _ => string.Empty;

    /// <summary>Changes the discovery document.</summary>
    public Action<Dictionary<string, object>> Discovery { get; set; } = _ => { };

    /// <summary>The answer of the token endpoint as a whole; null for one with the id token.</summary>
    public IResult? Answer { get; set; }

    /// <summary>How often a code was to be exchanged.</summary>
    public int Exchanges { get; private set; }

    /// <summary>The nonce of the login that is under way.</summary>
    public string Nonce { get; set; } = string.Empty;

    public static async Task<HostileProvider> StartAsync()
    {
        var issuer = $"http://127.0.0.1:{FreePort.Find()}";
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(issuer);
        var provider = new HostileProvider(builder.Build(), issuer);
        provider._app.MapGet("/.well-known/openid-configuration", () => Results.Json(provider.Document()));
        provider._app.MapGet("/keys", () => Results.Json(new { keys = new[] { provider.PublicKey() } }));
        provider._app.MapPost("/token", () => provider.Exchange());
        await provider._app.StartAsync();
        return provider;
    }

    /// <summary>An id token with these claims instead of the right ones; null leaves one away.</summary>
    public string Token(DateTimeOffset now, IReadOnlyDictionary<string, object?>? instead = null, SigningCredentials? signed = null)
    {
        var claims = new Dictionary<string, object?>
        {
            ["iss"] = Issuer, ["aud"] = CompanyLogin.ClientId, ["sub"] = "ada-1", ["nonce"] = Nonce, ["iat"] = now.ToUnixTimeSeconds(),
            ["exp"] = now.AddMinutes(5).ToUnixTimeSeconds(), ["email"] = "ada@acme.example", ["email_verified"] = true, ["name"] = "Ada Example",
        };
        foreach (var (name, value) in instead ?? new Dictionary<string, object?>())
        {
            claims[name] = value;
        }

        var payload = JsonSerializer.Serialize(claims.Where(claim => claim.Value is not null).ToDictionary());
        return new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(payload, signed ?? Credentials());
    }

    public SigningCredentials Credentials(string kid = "k1") => new(new ECDsaSecurityKey(_pair) { KeyId = kid }, SecurityAlgorithms.EcdsaSha256);

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
        _pair.Dispose();
    }

    private Dictionary<string, object> Document()
    {
        var document = new Dictionary<string, object>
        {
            ["issuer"] = Issuer, ["authorization_endpoint"] = Issuer + "/authorize", ["token_endpoint"] = Issuer + "/token", ["jwks_uri"] = Issuer + "/keys",
        };
        Discovery(document);
        return document;
    }

    private object PublicKey()
    {
        var point = _pair.ExportParameters(includePrivateParameters: false).Q;
        return new { kty = "EC", crv = "P-256", use = "sig", kid = "k1", x = Base64UrlEncoder.Encode(point.X!), y = Base64UrlEncoder.Encode(point.Y!) };
    }

    private IResult Exchange()
    {
        Exchanges++;
        return Answer ?? Results.Json(new { access_token = "unused", token_type = "Bearer", id_token = IdToken(Nonce) });
    }
}
