using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using MentorCloud.Contracts.Accounts;
using MentorCloud.Identity.Keys;
using MentorCloud.Identity.Tests.Hosting;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace MentorCloud.Identity.Tests.Tokens;

public sealed class AccessTokenCheckTests
{
    private static readonly string[] Nobody = ["anonymous"];

    [Fact]
    public async Task Token_forged_in_any_known_way_is_nobodys()
    {
        await using var host = await IdentityHost.StartAsync();
        using var http = host.Client();
        var made = await host.AddClientAsync();
        var good = await TokenRequests.TokenAsync(http, made);
        var key = await host.Get<SigningKeys>().CurrentAsync(default);
        using var foreign = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var stranger = new SigningCredentials(new ECDsaSecurityKey(foreign) { KeyId = key.Record.Kid }, SecurityAlgorithms.EcdsaSha256);
        var parts = good.Split('.');

        Dictionary<string, string> forged = new()
        {
            ["alg none"] = $"{Part("""{"alg":"none","typ":"at+jwt"}""")}.{parts[1]}.",
            ["alg None"] = $"{Part("""{"alg":"NoNe","typ":"at+jwt"}""")}.{parts[1]}.{parts[2]}",
            ["public key as HMAC secret"] = Hmac(key, parts[1]),
            ["foreign key, our kid"] = Signed(host, made, stranger),
            ["kid path"] = $"{Part("""{"alg":"ES256","typ":"at+jwt","kid":"../../../dev/null"}""")}.{parts[1]}.{parts[2]}",
            ["kid sql"] = $"{Part("""{"alg":"ES256","typ":"at+jwt","kid":"' OR 1=1 --"}""")}.{parts[1]}.{parts[2]}",
            ["no kid"] = $"{Part("""{"alg":"ES256","typ":"at+jwt"}""")}.{parts[1]}.{parts[2]}",
            ["own jwk in header"] = Signed(host, made, new SigningCredentials(new ECDsaSecurityKey(foreign), SecurityAlgorithms.EcdsaSha256)),
            ["altered payload"] = $"{parts[0]}.{Part(Encoding.UTF8.GetString(Base64UrlEncoder.DecodeBytes(parts[1])).Replace("programs:read", "accounts:write", StringComparison.Ordinal))}.{parts[2]}",
            ["no signature"] = $"{parts[0]}.{parts[1]}.",
            ["type JWT"] = Signed(host, made, key.Credentials, type: "JWT"),
            ["id token's audience"] = Signed(host, made, key.Credentials, audience: made.Client.ClientId),
            ["other issuer"] = Signed(host, made, key.Credentials, issuer: "https://evil.example"),
            ["not yet valid"] = Signed(host, made, key.Credentials, notBefore: TimeSpan.FromMinutes(5)),
            ["no end"] = Signed(host, made, key.Credentials, lifetime: null),
            ["unknown critical extension"] = Signed(host, made, key.Credentials, header: new() { ["crit"] = new[] { "exp" } }),
            ["other tenant"] = Signed(host, made, key.Credentials, tenant: TestTenants.Borealis.ToString()),
            ["malformed tenant"] = Signed(host, made, key.Credentials, tenant: "../../acme"),
            ["five parts"] = $"{good}.x.y",
            ["oversized"] = good + new string('A', 9000),
            ["empty"] = string.Empty,
            ["words"] = "not a token",
        };

        Assert.Equal($"client:{made.Client.ClientId}", await TokenRequests.WhoAmIAsync(http, Signed(host, made, key.Credentials)));
        foreach (var (way, token) in forged)
        {
            Assert.True(await TokenRequests.WhoAmIAsync(http, token) == Nobody[0], way);
        }
    }

    [Fact]
    public async Task Token_expired_is_nobodys()
    {
        await using var host = await IdentityHost.StartAsync();
        using var http = host.Client();
        var made = await host.AddClientAsync();
        var token = await TokenRequests.TokenAsync(http, made);

        host.Clock.Advance(TimeSpan.FromMinutes(10));
        var within = await TokenRequests.WhoAmIAsync(http, token);
        host.Clock.Advance(TimeSpan.FromSeconds(30));

        Assert.Equal($"client:{made.Client.ClientId}", within);
        Assert.Equal("anonymous", await TokenRequests.WhoAmIAsync(http, token));
    }

    [Fact]
    public async Task Token_of_a_revoked_client_is_nobodys_at_once()
    {
        await using var host = await IdentityHost.StartAsync();
        using var http = host.Client();
        var made = await host.AddClientAsync();
        var token = await TokenRequests.TokenAsync(http, made);

        await host.Clients.RevokeAsync(TestTenants.Acme, People.Platform, made.Client.ClientId, default);

        Assert.Equal("anonymous", await TokenRequests.WhoAmIAsync(http, token));
    }

    [Fact]
    public async Task Keys_change_by_themselves_with_overlap()
    {
        await using var host = await IdentityHost.StartAsync();
        var keys = host.Get<SigningKeys>();
        var first = (await keys.CurrentAsync(default)).Record.Kid;

        host.Clock.Advance(TimeSpan.FromDays(88));
        var both = (await keys.PublishedAsync(default)).Select(key => key.Record.Kid).ToList();
        var stillFirst = (await keys.CurrentAsync(default)).Record.Kid;
        host.Clock.Advance(TimeSpan.FromDays(2));
        var second = (await keys.CurrentAsync(default)).Record.Kid;
        var overlap = (await keys.PublishedAsync(default)).Count;
        host.Clock.Advance(TimeSpan.FromDays(2));
        var alone = (await keys.PublishedAsync(default)).Select(key => key.Record.Kid);

        Assert.Equal(first, stillFirst);
        Assert.Equal([first, second], both);
        Assert.Equal(2, overlap);
        Assert.Equal([second], alone);
    }

    private static string Signed(
        IdentityHost host, MachineClientSecret client, SigningCredentials credentials, string type = "at+jwt", string audience = "mentorcloud",
        string? issuer = null, TimeSpan notBefore = default, double? lifetime = 10, string? tenant = null, Dictionary<string, object>? header = null)
    {
        var now = host.Clock.GetUtcNow().UtcDateTime;
        return new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(new SecurityTokenDescriptor
        {
            TokenType = type,
            Audience = audience,
            Issuer = issuer ?? host.Address.ToString().TrimEnd('/'),
            NotBefore = now + notBefore,
            Expires = lifetime is { } minutes ? now.AddMinutes(minutes) : null,
            SigningCredentials = credentials,
            AdditionalHeaderClaims = header,
            Claims = new Dictionary<string, object>
            {
                ["sub"] = client.Client.ClientId,
                ["client_id"] = client.Client.ClientId,
                ["tenant"] = tenant ?? client.Client.Tenant.ToString(),
                ["scope"] = "programs:read",
            },
        });
    }

    private static string Hmac(SigningKey key, string payload)
    {
        var header = Part(new JsonObject { ["alg"] = "HS256", ["typ"] = "at+jwt", ["kid"] = key.Record.Kid }.ToJsonString());
        var secret = key.Key.ECDsa.ExportSubjectPublicKeyInfo();
        return $"{header}.{payload}.{Base64UrlEncoder.Encode(HMACSHA256.HashData(secret, Encoding.ASCII.GetBytes($"{header}.{payload}")))}";
    }

    private static string Part(string json) => Base64UrlEncoder.Encode(json);
}
