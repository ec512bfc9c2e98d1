using MentorCloud.Contracts.Accounts;
using MentorCloud.Identity.Tests.Hosting;
using MentorCloud.Identity.Tests.Provider;
using Microsoft.AspNetCore.WebUtilities;

namespace MentorCloud.Identity.Tests.Federation;

/// <summary>Programs and places whose addresses are as long as they may be, through each way of logging in.</summary>
public sealed class LongWishTests : IAsyncLifetime
{
    private IdentityHost _host = null!;
    private HostileProvider _provider = null!;

    public async ValueTask InitializeAsync()
    {
        _provider = await HostileProvider.StartAsync();
        _host = await IdentityHost.StartAsync(options => options.InsideProviders = true);
        await _host.AddAsync("ada@acme.example");
        await _host.AddProviderAsync(CompanyLogin.Settings(_provider.Issuer));
    }

    public async ValueTask DisposeAsync()
    {
        await _host.DisposeAsync();
        await _provider.DisposeAsync();
    }

    [Theory]
    [InlineData("company")]
    [InlineData("password")]
    public async Task Longest_wish_of_a_program_is_met_after_the_login(string way)
    {
        using var browser = _host.Browser();
        var state = new string('&', 1024);
        using var asked = await browser.GetAsync(await WishAsync(state));
        var page = asked.Headers.Location!.OriginalString;
        Assert.Contains("email=ada", page, StringComparison.Ordinal);

        using var login = way == "company" ? await AtCompanyAsync(browser, page) : await browser.LogInAsync("acme", "ada@acme.example", People.Password, page);
        _host.Clock.Advance(TimeSpan.FromMinutes(5));
        using var answer = await browser.GetAsync(login.Headers.Location!.OriginalString);
        var query = QueryHelpers.ParseQuery(answer.Headers.Location!.Query);

        Assert.StartsWith(Programs.Redirect, answer.Headers.Location.AbsoluteUri, StringComparison.Ordinal);
        Assert.Equal((state, true), (query["state"].ToString(), query.ContainsKey("code")));
    }

    [Fact]
    public async Task Somebody_may_take_their_time_with_a_long_wish_and_it_is_met_once()
    {
        using var browser = _host.Browser();
        using var asked = await browser.GetAsync(await WishAsync(new string('s', 1024)));
        _host.Clock.Advance(TimeSpan.FromMinutes(59));

        using var login = await browser.LogInAsync("acme", "ada@acme.example", People.Password, asked.Headers.Location!.OriginalString);
        using var first = await browser.GetAsync(login.Headers.Location!.OriginalString);
        using var again = await browser.GetAsync(login.Headers.Location.OriginalString);

        Assert.Contains("code=", first.Headers.Location!.Query, StringComparison.Ordinal);
        Assert.Equal(System.Net.HttpStatusCode.BadRequest, again.StatusCode);
    }

    [Theory]
    [InlineData(1800, true)]
    [InlineData(1801, false)]
    public async Task Longest_place_of_our_own_is_reached_by_the_company_login(int length, bool isReached)
    {
        using var browser = _host.Browser();
        var place = "/whoami?" + string.Concat(Enumerable.Repeat("a&+%C3%A4=", 200));
        place = place[..length];

        using var login = await AtCompanyAsync(browser, "/login?return=" + Uri.EscapeDataString(place));

        Assert.Equal(isReached ? place : "/account", login.Headers.Location!.OriginalString);
    }

    private async Task<HttpResponseMessage> AtCompanyAsync(Browser browser, string page)
    {
        var sent = QueryHelpers.ParseQuery(new Uri(await browser.BeginAsync(page: page)).Query);
        _provider.Nonce = sent["nonce"].ToString();
        _provider.IdToken = _ => _provider.Token(_host.Clock.GetUtcNow());
        return await browser.GetAsync($"{sent["redirect_uri"]}?code=abc&state={sent["state"]}");
    }

    private async Task<string> WishAsync(string state) => QueryHelpers.AddQueryString("/connect/authorize", new Dictionary<string, string?>
    {
        ["client_id"] = (await _host.AddAppAsync(ClientProof.None)).Client.ClientId, ["redirect_uri"] = Programs.Redirect, ["response_type"] = "code",
        ["scope"] = "openid", ["code_challenge"] = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM", ["code_challenge_method"] = "S256",
        ["state"] = state, ["nonce"] = new string('n', 1024), ["login_hint"] = "ada@acme.example", ["prompt"] = "login",
    });
}
