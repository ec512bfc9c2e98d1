using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text.Json;
using MentorCloud.Contracts.Accounts;
using MentorCloud.Domain.Access;
using MentorCloud.Identity.Login;
using MentorCloud.Identity.Tests.Hosting;
using MentorCloud.Identity.Tests.Provider;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace MentorCloud.Identity.Tests.Tokens;

public sealed class KeyProofTests
{
    [Fact]
    public async Task Assertion_forged_replayed_or_out_of_its_time_is_refused()
    {
        await using var host = await IdentityHost.StartAsync();
        using var http = host.Client();
        using var pair = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var foreign = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var client = (await host.AddAppAsync(ClientProof.PrivateKey, Scope.ProgramsRead, KeySet(pair))).Client.ClientId;
        var other = (await host.AddAppAsync(ClientProof.PrivateKey, Scope.ProgramsRead, KeySet(foreign))).Client.ClientId;
        var good = Assertion(host, client, pair);

        Assert.Equal(HttpStatusCode.OK, await AskAsync(http, good));
        (string Way, string Assertion)[] refused =
        [
            ("replayed", good),
            ("foreign key", Assertion(host, client, foreign)),
            ("another client's key", Assertion(host, other, pair)),
            ("for another server", Assertion(host, client, pair, audience: "https://evil.example")),
            ("expired", Assertion(host, client, pair, minutes: -1)),
            ("lives too long", Assertion(host, client, pair, minutes: 60)),
            ("without id", Assertion(host, client, pair, jti: null)),
            ("issuer is not the subject", Assertion(host, client, pair, issuer: other)),
            ("alg none", $"{Base64UrlEncoder.Encode("""{"alg":"none"}""")}.{good.Split('.')[1]}."),
            ("nonsense", "a.b.c"),
            ("no payload object", $"{good.Split('.')[0]}.{Base64UrlEncoder.Encode("[]")}.x"),
            ("oversized", new string('a', 20_000)),
        ];
        var throttle = host.Get<LoginThrottle>();
        foreach (var (way, assertion) in refused)
        {
            // How often somebody may fail is another test's matter.
            throttle.Succeeded(new LoginAttempt("client|" + client, "127.0.0.1", Device: null));
            Assert.True(await AskAsync(http, assertion) == HttpStatusCode.Unauthorized, way);
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("not json")]
    [InlineData("""{"keys":[{"kty":"oct","k":"c2VjcmV0"}]}""")]
    [InlineData("""{"keys":[{"kty":"EC","crv":"P-384","x":"AA","y":"AA"}]}""")]
    [InlineData("""{"keys":[{"kty":"EC","crv":"P-256","x":"AA","y":"AA","d":"AA"}]}""")]
    [InlineData("""{"keys":[{"kty":"RSA","n":"AQAB","e":"AQAB"}]}""")]
    public async Task Key_set_that_is_none_private_or_weak_is_not_registered(string keySet)
    {
        await using var host = await IdentityHost.StartAsync();

        var reply = await host.Get<IAppClients>().RegisterAsync(
            TestTenants.Acme, People.Platform, default, new NewAppClient("Portal", ClientProof.PrivateKey, [Programs.Redirect], [], KeySet: keySet), default);

        Assert.Equal("keySet", reply.Refusal?.Field);
    }

    [Fact]
    public async Task Client_registered_for_a_key_cannot_use_none_or_a_secret()
    {
        await using var host = await IdentityHost.StartAsync();
        using var http = host.Client();
        using var pair = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var client = await host.AddAppAsync(ClientProof.PrivateKey, Scope.ProgramsRead, KeySet(pair));
        var bySecret = new MachineClientSecret(client.Client, string.Empty);

        using var secret = await TokenRequests.AskAsync(http, bySecret, basic: true);
        using var none = await http.PostAsync("/connect/token", new FormUrlEncodedContent(
            [KeyValuePair.Create("grant_type", "client_credentials"), KeyValuePair.Create("client_id", client.Client.ClientId)]));

        Assert.Equal((HttpStatusCode.Unauthorized, HttpStatusCode.Unauthorized), (secret.StatusCode, none.StatusCode));
    }

    private static async Task<HttpStatusCode> AskAsync(HttpClient http, string assertion)
    {
        using var answer = await http.PostAsync("/connect/token", new FormUrlEncodedContent(
        [
            KeyValuePair.Create("grant_type", "client_credentials"),
            KeyValuePair.Create("client_assertion_type", "urn:ietf:params:oauth:client-assertion-type:jwt-bearer"),
            KeyValuePair.Create("client_assertion", assertion),
        ]));
        _ = await answer.Content.ReadFromJsonAsync<JsonElement>();
        return answer.StatusCode;
    }

    private static string Assertion(
        IdentityHost host, string client, ECDsa key, string? audience = null, double minutes = 5, string? jti = "", string? issuer = null)
    {
        var now = host.Clock.GetUtcNow().UtcDateTime;
        var claims = new Dictionary<string, object> { ["sub"] = client };
        if (jti is not null)
        {
            claims["jti"] = Identity.Text.Secrets.New();
        }

        return new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(new SecurityTokenDescriptor
        {
            Issuer = issuer ?? client,
            Audience = audience ?? host.Address.ToString().TrimEnd('/'),
            Expires = now.AddMinutes(minutes),
            Claims = claims,
            SigningCredentials = new SigningCredentials(new ECDsaSecurityKey(key), SecurityAlgorithms.EcdsaSha256),
        });
    }

    private static string KeySet(ECDsa pair)
    {
        var jwk = JsonWebKeyConverter.ConvertFromECDsaSecurityKey(new ECDsaSecurityKey(pair));
        return JsonSerializer.Serialize(new { keys = new[] { new { kty = "EC", crv = "P-256", x = jwk.X, y = jwk.Y } } });
    }
}
