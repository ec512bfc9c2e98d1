using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using MentorCloud.Contracts.Accounts;
using MentorCloud.Domain.Access;
using MentorCloud.Identity.Tests.Hosting;

namespace MentorCloud.Identity.Tests.Tokens;

public sealed class ClientCredentialsTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Token_by_either_way_of_proof_logs_the_client_in(bool basic)
    {
        await using var host = await IdentityHost.StartAsync();
        using var http = host.Client();
        var made = await host.AddClientAsync();

        using var answer = await TokenRequests.AskAsync(http, made, basic);
        var body = await answer.Content.ReadFromJsonAsync<JsonElement>();

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.True(answer.Headers.CacheControl!.NoStore);
        Assert.Equal(("Bearer", 600, "programs:read programs:write"), (body.GetProperty("token_type").GetString(), body.GetProperty("expires_in").GetInt32(), body.GetProperty("scope").GetString()));
        Assert.Equal($"client:{made.Client.ClientId}", await TokenRequests.WhoAmIAsync(http, body.GetProperty("access_token").GetString()!));
    }

    [Fact]
    public async Task Token_carries_the_claims_of_rfc_9068()
    {
        await using var host = await IdentityHost.StartAsync();
        using var http = host.Client();
        var made = await host.AddClientAsync();

        var parts = (await TokenRequests.TokenAsync(http, made)).Split('.');
        var header = JsonSerializer.Deserialize<JsonElement>(Convert.FromBase64String(Padded(parts[0])));
        var payload = JsonSerializer.Deserialize<JsonElement>(Convert.FromBase64String(Padded(parts[1])));

        Assert.Equal(("at+jwt", "ES256"), (header.GetProperty("typ").GetString(), header.GetProperty("alg").GetString()));
        Assert.Equal(host.Address.ToString().TrimEnd('/'), payload.GetProperty("iss").GetString());
        Assert.Equal("mentorcloud", payload.GetProperty("aud").GetString());
        Assert.Equal(made.Client.ClientId, payload.GetProperty("client_id").GetString());
        Assert.Equal(made.Client.ClientId, payload.GetProperty("sub").GetString());
        Assert.Equal(TestTenants.Acme.ToString(), payload.GetProperty("tenant").GetString());
        Assert.Equal(600, payload.GetProperty("exp").GetInt64() - payload.GetProperty("iat").GetInt64());
        Assert.Equal(43, payload.GetProperty("jti").GetString()!.Length);
    }

    [Fact]
    public async Task Scope_asked_for_narrows_and_never_widens()
    {
        await using var host = await IdentityHost.StartAsync();
        using var http = host.Client();
        var made = await host.AddClientAsync(Scope.ProgramsRead | Scope.ProgramsWrite);

        using var narrow = await TokenRequests.AskAsync(http, made, basic: true, ("scope", "programs:read"));
        using var wide = await TokenRequests.AskAsync(http, made, basic: true, ("scope", "programs:read accounts:write"));
        using var unknown = await TokenRequests.AskAsync(http, made, basic: true, ("scope", "everything"));

        Assert.Equal("programs:read", (await narrow.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("scope").GetString());
        Assert.Equal("invalid_scope", await TokenRequests.ErrorAsync(wide, HttpStatusCode.BadRequest));
        Assert.Equal("invalid_scope", await TokenRequests.ErrorAsync(unknown, HttpStatusCode.BadRequest));
    }

    [Fact]
    public async Task Client_wrong_unknown_revoked_or_rotated_is_refused_alike()
    {
        await using var host = await IdentityHost.StartAsync();
        using var http = host.Client();
        var made = await host.AddClientAsync();
        var revoked = await host.AddClientAsync();
        await host.Clients.RevokeAsync(TestTenants.Acme, People.Platform, revoked.Client.ClientId, default);
        var rotated = await host.AddClientAsync();
        var fresh = await host.Clients.RotateSecretAsync(TestTenants.Acme, People.Platform, default, rotated.Client.ClientId, default);

        MachineClientSecret[] refused =
        [
            made with { Secret = made.Secret![..^1] + "_" },
            made with { Secret = string.Empty },
            made with { Client = made.Client with { ClientId = made.Client.ClientId.Replace(TestTenants.Acme.ToString(), TestTenants.Borealis.ToString(), StringComparison.Ordinal) } },
            made with { Client = made.Client with { ClientId = "mc_' OR 1=1 --" } },
            revoked,
            rotated,
        ];
        var bodies = new HashSet<string>();
        foreach (var client in refused)
        {
            using var answer = await TokenRequests.AskAsync(http, client, basic: true);
            Assert.Equal("invalid_client", await TokenRequests.ErrorAsync(answer, HttpStatusCode.Unauthorized));
            Assert.Equal("Basic", answer.Headers.WwwAuthenticate.Single().Scheme);
            bodies.Add(await answer.Content.ReadAsStringAsync());
        }

        Assert.Single(bodies);
        Assert.NotEmpty(await TokenRequests.TokenAsync(http, fresh.Value!));
    }

    [Theory]
    [InlineData("", "application/x-www-form-urlencoded", "invalid_request", 400)]
    [InlineData("grant_type=", "application/x-www-form-urlencoded", "invalid_request", 400)]
    [InlineData("grant_type=password&username=a&password=b", "application/x-www-form-urlencoded", "unsupported_grant_type", 400)]
    [InlineData("grant_type=client_credentials&grant_type=client_credentials", "application/x-www-form-urlencoded", "invalid_request", 400)]
    [InlineData("grant_type=client_credentials", "application/x-www-form-urlencoded", "invalid_client", 401)]
    [InlineData("{\"grant_type\":\"client_credentials\"}", "application/json", "invalid_request", 400)]
    [InlineData("grant_type=client_credentials", "text/plain", "invalid_request", 400)]
    [InlineData("grant_type=%FF%FE", "application/x-www-form-urlencoded", "unsupported_grant_type", 400)]
    public async Task Request_malformed_is_refused_by_the_standards_code(string body, string type, string error, int status)
    {
        await using var host = await IdentityHost.StartAsync();
        using var http = host.Client();
        using var content = new StringContent(body, Encoding.UTF8);
        content.Headers.ContentType = MediaTypeHeaderValue.Parse(type);

        using var answer = await http.PostAsync("/connect/token", content);

        Assert.Equal(error, await TokenRequests.ErrorAsync(answer, (HttpStatusCode)status));
    }

    [Fact]
    public async Task Request_oversized_or_by_get_is_refused()
    {
        await using var host = await IdentityHost.StartAsync();
        using var http = host.Client();
        using var large = new FormUrlEncodedContent([KeyValuePair.Create("grant_type", new string('x', 100_000))]);

        using var tooLarge = await http.PostAsync("/connect/token", large);
        using var get = await http.GetAsync("/connect/token?grant_type=client_credentials");

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, tooLarge.StatusCode);
        Assert.Equal(HttpStatusCode.MethodNotAllowed, get.StatusCode);
    }

    [Fact]
    public async Task Proof_given_twice_or_for_another_id_is_refused()
    {
        await using var host = await IdentityHost.StartAsync();
        using var http = host.Client();
        var made = await host.AddClientAsync();
        var other = await host.AddClientAsync();

        using var twice = await TokenRequests.AskAsync(http, made, basic: true, ("client_secret", made.Secret!));
        using var foreign = await TokenRequests.AskAsync(http, made, basic: true, ("client_id", other.Client.ClientId));

        Assert.Equal("invalid_request", await TokenRequests.ErrorAsync(twice, HttpStatusCode.BadRequest));
        Assert.Equal("invalid_client", await TokenRequests.ErrorAsync(foreign, HttpStatusCode.Unauthorized));
    }

    private static string Padded(string part) => part.Replace('-', '+').Replace('_', '/').PadRight((part.Length + 3) / 4 * 4, '=');
}
