using System.Net;
using System.Text.Json;
using MentorCloud.Contracts.Accounts;
using MentorCloud.Identity.Access;
using MentorCloud.Identity.Tests.Hosting;
using MentorCloud.Identity.Tests.Provider;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.DependencyInjection;

namespace MentorCloud.Identity.Tests.Access;

/// <summary>What a program is told that comes without an access token, or with one that does not do (RFC 6750, section 3).</summary>
public sealed class BearerChallengeTests
{
    [Theory]
    [InlineData(null, "Bearer realm=\"MentorCloud\"")]
    [InlineData("Bearer nonsense", "Bearer realm=\"MentorCloud\", error=\"invalid_token\"")]
    public async Task Challenge_names_the_realm_and_an_error_only_when_a_token_came(string? authorization, string expected)
    {
        await using var host = await IdentityHost.StartAsync();
        using var http = host.Client();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/connect/userinfo");
        request.Headers.TryAddWithoutValidation("Authorization", authorization);

        using var userInfo = await http.SendAsync(request);

        Assert.Equal(HttpStatusCode.Unauthorized, userInfo.StatusCode);
        Assert.Equal((expected, expected), (Assert.Single(userInfo.Headers.GetValues("WWW-Authenticate")), await ChallengeAsync(host, authorization)));
    }

    [Fact]
    public async Task Token_without_the_scope_is_told_which_one_it_lacks()
    {
        await using var host = await IdentityHost.StartAsync();
        using var browser = host.Browser();
        await host.AddAsync("ada@acme.example");
        var app = await host.AddAppAsync(ClientProof.None);
        using var login = await browser.LogInAsync("acme", "ada@acme.example", People.Password);
        using var answer = await browser.GetAsync(QueryHelpers.AddQueryString("/connect/authorize", new Dictionary<string, string?>
        {
            ["client_id"] = app.Client.ClientId, ["redirect_uri"] = Programs.Redirect, ["response_type"] = "code", ["scope"] = "api",
            ["code_challenge"] = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM", ["code_challenge_method"] = "S256",
        }));
        using var exchange = await browser.PostAsync(
            "/connect/token", ("grant_type", "authorization_code"), ("client_id", app.Client.ClientId),
            ("code", QueryHelpers.ParseQuery(answer.Headers.Location!.Query)["code"].ToString()), ("code_verifier", "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk"));
        using var request = new HttpRequestMessage(HttpMethod.Get, "/connect/userinfo");
        var tokens = JsonDocument.Parse(await exchange.Content.ReadAsStringAsync()).RootElement;
        request.Headers.TryAddWithoutValidation("Authorization", "Bearer " + tokens.GetProperty("access_token").GetString());

        using var refused = await browser.SendAsync(request);

        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        Assert.Equal(
            "Bearer realm=\"MentorCloud\", error=\"insufficient_scope\", scope=\"openid\"", Assert.Single(refused.Headers.GetValues("WWW-Authenticate")));
    }

    /// <summary>What the scheme itself answers, for endpoints that ask it to.</summary>
    private static async Task<string> ChallengeAsync(IdentityHost host, string? authorization)
    {
        await using var scope = host.Get<IServiceScopeFactory>().CreateAsyncScope();
        var http = new DefaultHttpContext { RequestServices = scope.ServiceProvider };
        http.Request.Headers.Authorization = authorization;
        await http.ChallengeAsync(IdentitySchemes.Bearer);
        return http.Response.Headers.WWWAuthenticate.ToString();
    }
}
