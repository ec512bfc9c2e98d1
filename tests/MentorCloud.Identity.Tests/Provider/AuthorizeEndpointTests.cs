using System.Net;
using MentorCloud.Contracts.Accounts;
using MentorCloud.Identity.Tests.Hosting;
using Microsoft.AspNetCore.WebUtilities;

namespace MentorCloud.Identity.Tests.Provider;

public sealed class AuthorizeEndpointTests
{
    private const string Challenge = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";

    [Theory]
    [InlineData("redirect_uri", null)]
    [InlineData("redirect_uri", "https://evil.example/callback")]
    [InlineData("redirect_uri", "https://app.acme.example/callback/")]
    [InlineData("redirect_uri", "https://app.acme.example/callback?x=y")]
    [InlineData("redirect_uri", "https://app.acme.example/callback/../evil")]
    [InlineData("redirect_uri", "https://app.acme.example@evil.example/callback")]
    [InlineData("redirect_uri", "HTTPS://APP.ACME.EXAMPLE/callback")]
    [InlineData("redirect_uri", "javascript:alert(1)")]
    [InlineData("client_id", null)]
    [InlineData("client_id", "mc_unknown")]
    [InlineData("client_id", "<script>alert(1)</script>")]
    [InlineData("request_uri", "urn:ietf:params:oauth:request_uri:unknown")]
    [InlineData("request_uri", "https://evil.example/request.jwt")]
    public async Task Wish_of_an_unknown_program_or_address_is_never_redirected(string name, string? value)
    {
        await using var host = await IdentityHost.StartAsync();
        using var browser = host.Browser();
        var wish = await WishAsync(host);

        using var answer = await browser.GetAsync(Address(wish, name, value));
        var html = await answer.Content.ReadAsStringAsync();

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Null(answer.Headers.Location);
        Assert.DoesNotContain("evil", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("response_type", "token", "unsupported_response_type")]
    [InlineData("response_type", "id_token", "unsupported_response_type")]
    [InlineData("response_type", "code token", "unsupported_response_type")]
    [InlineData("response_type", null, "invalid_request")]
    [InlineData("response_mode", "fragment", "invalid_request")]
    [InlineData("code_challenge", null, "invalid_request")]
    [InlineData("code_challenge", "short", "invalid_request")]
    [InlineData("code_challenge_method", "plain", "invalid_request")]
    [InlineData("code_challenge_method", null, "invalid_request")]
    [InlineData("scope", null, "invalid_scope")]
    [InlineData("scope", "openid everything", "invalid_scope")]
    [InlineData("prompt", "none login", "invalid_request")]
    [InlineData("prompt", "none", "login_required")]
    [InlineData("max_age", "-1", "invalid_request")]
    [InlineData("max_age", "99999999999999999999", "invalid_request")]
    [InlineData("request", "eyJhbGciOiJub25lIn0.e30.", "request_not_supported")]
    [InlineData("nonce", "a\r\nSet-Cookie: b=c", "invalid_request")]
    public async Task Wish_malformed_is_told_to_the_program_with_state_and_iss(string name, string? value, string error)
    {
        await using var host = await IdentityHost.StartAsync();
        using var browser = host.Browser();

        using var answer = await browser.GetAsync(Address(await WishAsync(host), name, value));
        var query = QueryHelpers.ParseQuery(answer.Headers.Location!.Query);

        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        Assert.StartsWith(Programs.Redirect + "?", answer.Headers.Location.AbsoluteUri, StringComparison.Ordinal);
        Assert.Equal((error, "s&t=1", host.Address.ToString().TrimEnd('/')), (query["error"].ToString(), query["state"].ToString(), query["iss"].ToString()));
        Assert.False(query.ContainsKey("code"));
    }

    [Fact]
    public async Task State_that_would_split_the_header_comes_back_neither_raw_nor_at_all()
    {
        await using var host = await IdentityHost.StartAsync();
        using var browser = host.Browser();

        using var answer = await browser.GetAsync(Address(await WishAsync(host), "state", "x\r\nSet-Cookie: a=b"));

        Assert.DoesNotContain("Set-Cookie", answer.Headers.Location!.OriginalString, StringComparison.Ordinal);
        Assert.DoesNotContain("state=", answer.Headers.Location.OriginalString, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Parameter_given_twice_is_refused()
    {
        await using var host = await IdentityHost.StartAsync();
        using var browser = host.Browser();

        using var answer = await browser.GetAsync(Address(await WishAsync(host), "x", "y") + "&redirect_uri=https%3A%2F%2Fevil.example");

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task Person_of_another_tenant_cannot_log_in_to_the_program()
    {
        await using var host = await IdentityHost.StartAsync();
        using var browser = host.Browser();
        await host.AddAsync("bo@borealis.example", tenant: TestTenants.Borealis);
        using var login = await browser.LogInAsync("borealis", "bo@borealis.example", People.Password);

        using var answer = await browser.GetAsync(Address(await WishAsync(host), "x", "y"));

        Assert.StartsWith("/login?", answer.Headers.Location!.OriginalString, StringComparison.Ordinal);
        Assert.Contains("tenant=acme", answer.Headers.Location.OriginalString, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Login_page_of_a_program_lets_its_form_end_at_the_program_and_nowhere_else()
    {
        await using var host = await IdentityHost.StartAsync();
        using var browser = host.Browser();
        var wish = await WishAsync(host);

        using var toProgram = await browser.GetAsync("/login?return=" + Uri.EscapeDataString(Address(wish, "x", "y")));
        using var toEvil = await browser.GetAsync("/login?return=" + Uri.EscapeDataString(Address(wish, "redirect_uri", "https://evil.example")));

        Assert.Contains("form-action 'self' https://app.acme.example;", Policy(toProgram), StringComparison.Ordinal);
        Assert.Contains("form-action 'self';", Policy(toEvil), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Code_expires_after_a_minute()
    {
        await using var host = await IdentityHost.StartAsync();
        using var browser = host.Browser();
        using var http = host.Client();
        await host.AddAsync("ada@acme.example");
        var wish = await WishAsync(host);
        using var login = await browser.LogInAsync("acme", "ada@acme.example", People.Password);
        using var answer = await browser.GetAsync(Address(wish, "x", "y"));
        var code = QueryHelpers.ParseQuery(answer.Headers.Location!.Query)["code"].ToString();

        host.Clock.Advance(TimeSpan.FromMinutes(1));
        using var exchange = await http.PostAsync("/connect/token", Form(
            ("grant_type", "authorization_code"), ("client_id", wish["client_id"]), ("code", code), ("code_verifier", "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk")));

        Assert.Contains("invalid_grant", await exchange.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Code_and_verifier_of_rfc_7636_go_together_and_the_token_needs_the_api_scope_to_act()
    {
        await using var host = await IdentityHost.StartAsync();
        using var browser = host.Browser();
        using var http = host.Client();
        var ada = await host.AddAsync("ada@acme.example");
        var wish = await WishAsync(host);
        using var login = await browser.LogInAsync("acme", "ada@acme.example", People.Password);

        foreach (var (scope, expected) in new[] { ("openid", "anonymous"), ("openid api", $"user:{ada.Id}") })
        {
            using var answer = await browser.GetAsync(Address(wish, "scope", scope));
            var code = QueryHelpers.ParseQuery(answer.Headers.Location!.Query)["code"].ToString();
            using var exchange = await http.PostAsync("/connect/token", Form(
                ("grant_type", "authorization_code"), ("client_id", wish["client_id"]), ("code", code), ("code_verifier", "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk")));
            var token = System.Text.Json.JsonDocument.Parse(await exchange.Content.ReadAsStringAsync()).RootElement.GetProperty("access_token").GetString()!;
            Assert.Equal(expected, await Tokens.TokenRequests.WhoAmIAsync(http, token));
        }
    }

    [Theory]
    [InlineData("max_age", "0")]
    [InlineData("max_age", "000")]
    [InlineData("prompt", "login")]
    public async Task Wish_for_a_fresh_login_asks_once_and_is_met_by_it(string name, string value)
    {
        await using var host = await IdentityHost.StartAsync();
        using var browser = host.Browser();
        await host.AddAsync("ada@acme.example");
        var wish = Address(await WishAsync(host), name, value);
        using var early = await browser.LogInAsync("acme", "ada@acme.example", People.Password);
        host.Clock.Advance(TimeSpan.FromMinutes(2));

        using var asked = await browser.GetAsync(wish);
        using var login = await browser.LogInAsync("acme", "ada@acme.example", People.Password, asked.Headers.Location!.OriginalString);
        host.Clock.Advance(TimeSpan.FromSeconds(5));
        using var answer = await browser.GetAsync(login.Headers.Location!.OriginalString);

        Assert.StartsWith("/login?", asked.Headers.Location.OriginalString, StringComparison.Ordinal);
        Assert.Contains("code=", answer.Headers.Location!.Query, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Wish_for_no_page_and_a_login_of_now_gets_neither()
    {
        await using var host = await IdentityHost.StartAsync();
        using var browser = host.Browser();
        await host.AddAsync("ada@acme.example");
        using var login = await browser.LogInAsync("acme", "ada@acme.example", People.Password);

        using var answer = await browser.GetAsync(Address(await WishAsync(host), "prompt", "none") + "&max_age=0");

        Assert.Equal("login_required", QueryHelpers.ParseQuery(answer.Headers.Location!.Query)["error"].ToString());
    }

    [Theory]
    [InlineData("http://app.acme.example/callback")]
    [InlineData("https://app.acme.example/callback#x")]
    [InlineData("https://*.acme.example/callback")]
    [InlineData("https://user@app.acme.example/")]
    [InlineData("javascript:alert(1)")]
    [InlineData("data:text/html,x")]
    [InlineData("/callback")]
    [InlineData("https://app.acme.example/\r\n")]
    public async Task Program_with_an_unsafe_address_is_not_registered(string address)
    {
        await using var host = await IdentityHost.StartAsync();

        var reply = await host.Get<IAppClients>().RegisterAsync(
            TestTenants.Acme, People.Platform, default, new NewAppClient("Portal", ClientProof.None, [address], []), default);

        Assert.Equal("redirectUris", reply.Refusal?.Field);
    }

    [Theory]
    [InlineData("http://127.0.0.1:49152/cb", true)]
    [InlineData("http://127.0.0.1/cb", true)]
    [InlineData("http://127.0.0.1:49152/other", false)]
    [InlineData("http://localhost:49152/cb", false)]
    [InlineData("https://127.0.0.1:49152/cb", false)]
    public void Loopback_address_may_have_any_port_and_nothing_else(string asked, bool matches) =>
        Assert.Equal(matches, Identity.Provider.RedirectUris.Matches("http://127.0.0.1:8000/cb", asked));

    private static async Task<Dictionary<string, string>> WishAsync(IdentityHost host) => new()
    {
        ["client_id"] = (await host.AddAppAsync(ClientProof.None)).Client.ClientId,
        ["redirect_uri"] = Programs.Redirect,
        ["response_type"] = "code",
        ["scope"] = "openid",
        ["code_challenge"] = Challenge,
        ["code_challenge_method"] = "S256",
        ["state"] = "s&t=1",
    };

    private static string Address(Dictionary<string, string> wish, string name, string? value)
    {
        var changed = new Dictionary<string, string?>(wish.Select(pair => KeyValuePair.Create(pair.Key, (string?)pair.Value))) { [name] = value };
        return QueryHelpers.AddQueryString("/connect/authorize", changed.Where(pair => pair.Value is not null));
    }

    private static string Policy(HttpResponseMessage page) => page.Headers.GetValues("Content-Security-Policy").Single();

    private static FormUrlEncodedContent Form(params (string Name, string Value)[] fields) =>
        new(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));
}
