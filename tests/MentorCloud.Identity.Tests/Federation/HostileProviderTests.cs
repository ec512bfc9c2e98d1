using System.Net;
using System.Text;
using MentorCloud.Identity.Tests.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.IdentityModel.Tokens;

namespace MentorCloud.Identity.Tests.Federation;

/// <summary>What a provider, or somebody between, may answer that must not let anybody in.</summary>
public sealed class HostileProviderTests : IAsyncLifetime
{
    private IdentityHost _host = null!;
    private HostileProvider _provider = null!;

    public async ValueTask InitializeAsync()
    {
        _provider = await HostileProvider.StartAsync();
        _host = await IdentityHost.StartAsync(options => options.InsideProviders = true);
        await _host.AddProviderAsync(CompanyLogin.Settings(_provider.Issuer));
    }

    public async ValueTask DisposeAsync()
    {
        await _host.DisposeAsync();
        await _provider.DisposeAsync();
    }

    [Fact]
    public async Task Right_answer_logs_in_and_the_same_answer_never_again()
    {
        using var browser = _host.Browser();
        var back = await BackAsync(browser);

        using var first = await browser.GetAsync(back);
        using var again = await browser.GetAsync(back);

        Assert.Equal((HttpStatusCode.Found, HttpStatusCode.BadRequest, 1), (first.StatusCode, again.StatusCode, _provider.Exchanges));
    }

    public static TheoryData<string, string, object?> Claims => new()
    {
        { "another issuer", "iss", "https://evil.example" },
        { "another audience", "aud", "somebody-else" },
        { "audiences without our party", "aud", new[] { "mentorcloud", "other" } },
        { "another party", "azp", "other" },
        { "another nonce", "nonce", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA" },
        { "no nonce", "nonce", null },
        { "a nonce that is a list", "nonce", new[] { "a" } },
        { "no subject", "sub", null },
        { "an empty subject", "sub", "" },
        { "a subject of 256", "sub", new string('a', 256) },
        { "over", "exp", 1_000_000_000 },
        { "no end", "exp", null },
        { "not yet", "nbf", 4_000_000_000 },
        { "made in the future", "iat", 4_000_000_000 },
        { "no time", "iat", null },
    };

    [Theory]
    [MemberData(nameof(Claims))]
    public async Task Id_token_that_is_not_for_this_login_lets_nobody_in(string what, string claim, object? value)
    {
        using var browser = _host.Browser();
        var back = await BackAsync(browser, new Dictionary<string, object?> { [claim] = value });

        using var answer = await browser.GetAsync(back);

        Assert.True(answer.StatusCode == HttpStatusCode.Forbidden, what);
        Assert.Equal("anonymous", await browser.TextAsync("/whoami"));
    }

    public static TheoryData<string> Forgeries => ["none", "hs256 with the secret", "hs256 with the key", "unknown kid", "no kid", "other key"];

    [Theory]
    [MemberData(nameof(Forgeries))]
    public async Task Id_token_that_the_provider_did_not_sign_lets_nobody_in(string forgery)
    {
        using var browser = _host.Browser();
        var back = await BackAsync(browser);
        var good = _provider.Token(_host.Clock.GetUtcNow());
        using var other = System.Security.Cryptography.ECDsa.Create(System.Security.Cryptography.ECCurve.NamedCurves.nistP256);
        _provider.IdToken = _ => forgery switch
        {
            "none" => $"{Base64UrlEncoder.Encode("{\"alg\":\"none\"}")}.{good.Split('.')[1]}.",
            "hs256 with the secret" => Signed(new SymmetricSecurityKey(Encoding.UTF8.GetBytes(CompanyLogin.Secret.PadRight(64))) { KeyId = "k1" }, SecurityAlgorithms.HmacSha256),
            "hs256 with the key" => Signed(new SymmetricSecurityKey(Encoding.UTF8.GetBytes(new string('k', 64))) { KeyId = "k1" }, SecurityAlgorithms.HmacSha256),
            "unknown kid" => _provider.Token(_host.Clock.GetUtcNow(), signed: _provider.Credentials("../../etc/passwd")),
            "no kid" => Signed(new ECDsaSecurityKey(other), SecurityAlgorithms.EcdsaSha256),
            _ => Signed(new ECDsaSecurityKey(other) { KeyId = "k1" }, SecurityAlgorithms.EcdsaSha256),
        };

        using var answer = await browser.GetAsync(back);

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);

        string Signed(SecurityKey key, string algorithm) => _provider.Token(_host.Clock.GetUtcNow(), signed: new SigningCredentials(key, algorithm));
    }

    public static TheoryData<string, HttpStatusCode> Answers => new()
    {
        { "state=x", HttpStatusCode.BadRequest },
        { "state={state}&state={state}", HttpStatusCode.BadRequest },
        { "iss=https%3A%2F%2Fevil.example", HttpStatusCode.Forbidden },
        { "iss={iss}&iss={iss}", HttpStatusCode.Forbidden },
        { "code=", HttpStatusCode.Forbidden },
        { "code=a&code=b", HttpStatusCode.Forbidden },
        { "error=access_denied&error_description=%3Cscript%3Ealert(1)%3C%2Fscript%3E", HttpStatusCode.Forbidden },
    };

    [Theory]
    [MemberData(nameof(Answers))]
    public async Task Answer_that_does_not_fit_what_was_asked_lets_nobody_in(string query, HttpStatusCode expected)
    {
        using var browser = _host.Browser();
        var back = new Uri(await BackAsync(browser));
        var sent = QueryHelpers.ParseQuery(back.Query);
        var text = query.Replace("{state}", sent["state"], StringComparison.Ordinal).Replace("{iss}", Uri.EscapeDataString(_provider.Issuer), StringComparison.Ordinal);
        var names = QueryHelpers.ParseQuery("?" + text).Keys;
        var rest = sent.Where(pair => !names.Contains(pair.Key)).Select(pair => $"{pair.Key}={Uri.EscapeDataString(pair.Value.ToString())}");

        using var answer = await browser.GetAsync($"{back.AbsolutePath}?{string.Join('&', rest.Prepend(text))}");

        Assert.Equal((expected, 0), (answer.StatusCode, _provider.Exchanges));
        Assert.DoesNotContain("alert(1)", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Answer_in_another_browser_too_late_or_at_another_tenant_counts_for_nothing()
    {
        using var browser = _host.Browser();
        using var other = _host.Browser();
        var back = await BackAsync(browser);
        var elsewhere = back.Replace(TestTenants.Acme.ToString(), TestTenants.Borealis.ToString(), StringComparison.Ordinal);

        using var stranger = await other.GetAsync(back);
        using var wrongTenant = await browser.GetAsync(elsewhere);
        var second = await BackAsync(browser);
        _host.Clock.Advance(TimeSpan.FromMinutes(11));
        using var late = await browser.GetAsync(second);

        Assert.Equal(
            (HttpStatusCode.BadRequest, HttpStatusCode.BadRequest, HttpStatusCode.BadRequest, 0),
            (stranger.StatusCode, wrongTenant.StatusCode, late.StatusCode, _provider.Exchanges));
    }

    [Fact]
    public async Task Provider_that_names_itself_must_do_so_in_every_answer()
    {
        _provider.Discovery = document => document["authorization_response_iss_parameter_supported"] = true;
        using var browser = _host.Browser();
        var without = await BackAsync(browser);
        using var refused = await browser.GetAsync(without);
        using var accepted = await browser.GetAsync(await BackAsync(browser) + "&iss=" + Uri.EscapeDataString(_provider.Issuer));

        Assert.Equal((HttpStatusCode.Forbidden, HttpStatusCode.Found), (refused.StatusCode, accepted.StatusCode));
    }

    public static TheoryData<string> Broken => ["500", "html", "huge", "redirect", "list", "no token"];

    [Theory]
    [MemberData(nameof(Broken))]
    public async Task Token_endpoint_that_is_broken_lets_nobody_in(string how)
    {
        using var browser = _host.Browser();
        var back = await BackAsync(browser);
        _provider.Answer = how switch
        {
            "500" => Results.StatusCode(500),
            "html" => Results.Text("<html>", "text/html"),
            "huge" => Results.Text(new string('a', 300_000)),
            "redirect" => Results.Redirect(_host.Address + "whoami"),
            "list" => Results.Json(new[] { 1 }),
            _ => Results.Json(new { id_token = 5 }),
        };

        using var answer = await browser.GetAsync(back);

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    [Theory]
    [InlineData("issuer", "https://evil.example")]
    [InlineData("token_endpoint", "http://10.0.0.1/token")]
    [InlineData("token_endpoint", "file:///etc/passwd")]
    [InlineData("authorization_endpoint", "javascript:alert(1)")]
    [InlineData("jwks_uri", "ftp://127.0.0.1/keys")]
    public async Task Discovery_document_of_somebody_else_or_with_bad_addresses_is_refused(string member, string value)
    {
        _provider.Discovery = document => document[member] = value;
        using var browser = _host.Browser();

        using var answer = await browser.SubmitAsync("/login", "/login/provider", ("tenant", "acme"));

        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
    }

    /// <summary>Begins a login; the address that the provider would send the browser back to.</summary>
    private async Task<string> BackAsync(Browser browser, IReadOnlyDictionary<string, object?>? instead = null)
    {
        var sent = QueryHelpers.ParseQuery(new Uri(await browser.BeginAsync()).Query);
        _provider.Nonce = sent["nonce"].ToString();
        _provider.IdToken = _ => _provider.Token(_host.Clock.GetUtcNow(), instead);
        return $"{sent["redirect_uri"]}?code=abc&state={sent["state"]}";
    }
}
