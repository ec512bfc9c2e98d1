using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using MentorCloud.Contracts.Accounts;
using MentorCloud.Domain.Access;
using MentorCloud.Identity.Keys;
using MentorCloud.Identity.Tests.Hosting;
using MentorCloud.Identity.Tests.Provider;
using Microsoft.IdentityModel.Tokens;

namespace MentorCloud.Identity.Tests.Tokens.Forging;

/// <summary>Forges of the two kinds of tokens that the server reads: its own access tokens, and assertions that programs sign.</summary>
internal static class Forges
{
    /// <summary>Access tokens of a machine client.</summary>
    public static async Task<TokenForge> OfAccessTokensAsync(IdentityHost host, MachineClientSecret client, string foreignClient)
    {
        using var http = host.Client();
        var key = await host.Get<SigningKeys>().CurrentAsync(default);
        var issuer = Issuer(host);
        return new TokenForge
        {
            Good = await TokenRequests.TokenAsync(http, client),
            Kid = key.Record.Kid,
            Type = "at+jwt",
            Own = key.Key.ECDsa,
            Attacker = ECDsa.Create(ECCurve.NamedCurves.nistP256),
            Now = host.Clock.GetUtcNow(),
            Claims = new Dictionary<string, string>
            {
                ["iss"] = TokenForge.Quote(issuer), ["aud"] = "\"mentorcloud\"", ["sub"] = TokenForge.Quote(client.Client.ClientId),
                ["client_id"] = TokenForge.Quote(client.Client.ClientId), ["tenant"] = TokenForge.Quote(client.Client.Tenant.ToString()),
                ["scope"] = "\"programs:read\"", ["exp"] = End(host),
            },
            WrongTypes = ["JWT", "id_token+jwt", "logout+jwt", "dpop+jwt", "", "at", "jwt+at"],
            WrongClaims =
            [
                .. WrongIssuers(issuer),
                ("aud", TokenForge.Quote(client.Client.ClientId)), ("aud", TokenForge.Quote(issuer)), ("aud", "[]"), ("aud", "[\"evil\"]"), ("aud", "\"\""), ("aud", null),
                ("tenant", TokenForge.Quote(TestTenants.Borealis.ToString())), ("tenant", "\"../../acme\""), ("tenant", "\"\\u0000\""), ("tenant", "{}"), ("tenant", null),
                ("sub", TokenForge.Quote(foreignClient)), ("sub", "\"' OR 1=1 --\""), ("sub", "\"\""), ("sub", "7"), ("sub", null),
            ],
        };
    }

    /// <summary>Assertions of a program that proves itself by a key.</summary>
    public static async Task<TokenForge> OfAssertionsAsync(IdentityHost host)
    {
        var pair = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var jwk = JsonWebKeyConverter.ConvertFromECDsaSecurityKey(new ECDsaSecurityKey(pair));
        var set = JsonSerializer.Serialize(new { keys = new[] { new { kty = "EC", crv = "P-256", x = jwk.X, y = jwk.Y, kid = "own" } } });
        var client = (await host.AddAppAsync(ClientProof.PrivateKey, Scope.ProgramsRead, set)).Client.ClientId;
        var issuer = Issuer(host);
        var forge = new TokenForge
        {
            Good = string.Empty,
            Kid = "own",
            Type = "JWT",
            Own = pair,
            Attacker = ECDsa.Create(ECCurve.NamedCurves.nistP256),
            Now = host.Clock.GetUtcNow(),
            Claims = new Dictionary<string, string>
            {
                ["iss"] = TokenForge.Quote(client), ["sub"] = TokenForge.Quote(client), ["aud"] = TokenForge.Quote(issuer), ["exp"] = End(host),
            },
            WrongTypes = ["at+jwt", "logout+jwt", "dpop+jwt", "id_token+jwt", "x"],
            WrongClaims =
            [
                .. WrongIssuers(client),
                ("aud", "\"https://evil.example\""), ("aud", TokenForge.Quote(client)), ("aud", "[]"), ("aud", "\"\""), ("aud", null),
                ("sub", "\"\""), ("sub", "\"mc_x\""), ("sub", "7"), ("sub", null), ("jti", "\"\""), ("jti", null), ("jti", TokenForge.Quote(new string('j', 257))),
            ],
        };
        return forge with { Good = TokenForge.Signed(forge.Header(), forge.Payload(), pair) };
    }

    private static string Issuer(IdentityHost host) => host.Address.ToString().TrimEnd('/');

    private static string End(IdentityHost host) => (host.Clock.GetUtcNow().ToUnixTimeSeconds() + 500).ToString(CultureInfo.InvariantCulture);

    private static IEnumerable<(string, string?)> WrongIssuers(string issuer) =>
    [
        ("iss", "\"https://evil.example\""), ("iss", TokenForge.Quote(issuer + "/x")), ("iss", TokenForge.Quote(issuer + "\0")), ("iss", "\"\""), ("iss", "{}"), ("iss", null),
    ];
}
