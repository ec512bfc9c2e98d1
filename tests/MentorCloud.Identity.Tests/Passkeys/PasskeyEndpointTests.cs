using System.Net;
using MentorCloud.Identity.Tests.Hosting;

namespace MentorCloud.Identity.Tests.Passkeys;

/// <summary>Answers that no authenticator gave.</summary>
public class PasskeyEndpointTests : OnAnyStore
{
    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("{\"id\":5}")]
    [InlineData("{\"id\":\"AAAA\",\"rawId\":\"AAAA\",\"type\":\"public-key\",\"response\":{},\"clientExtensionResults\":{}}")]
    [InlineData("{\"id\":\"AAAA\",\"rawId\":\"AAAA\",\"type\":\"public-key\",\"response\":{\"clientDataJSON\":\"AAAA\",\"authenticatorData\":\"AAAA\",\"signature\":\"AAAA\",\"userHandle\":\"AAAA\"},\"clientExtensionResults\":{}}")]
    public async Task Credential_that_is_none_logs_nobody_in(string credential)
    {
        await using var host = await StartAsync();
        using var browser = host.Browser();

        using var answer = await browser.SubmitAsync("/login/passkey", "/login/passkey", ("credential", credential));
        using var added = await AddAsync(host, browser, credential);

        Assert.Equal((HttpStatusCode.Unauthorized, HttpStatusCode.Unauthorized), (answer.StatusCode, added.StatusCode));
    }

    [Fact]
    public async Task Page_of_passkeys_allows_the_one_script_by_a_fresh_nonce()
    {
        await using var host = await StartAsync();
        using var browser = host.Browser();

        using var first = await browser.GetAsync("/login/passkey");
        using var second = await browser.GetAsync("/login/passkey");
        using var plain = await browser.GetAsync("/login");
        var policies = new[] { first, second, plain }.Select(answer => answer.Headers.GetValues("Content-Security-Policy").Single()).ToArray();

        Assert.Matches("script-src 'nonce-[A-Za-z0-9_-]{43}';", policies[0]);
        Assert.NotEqual(policies[0], policies[1]);
        Assert.DoesNotContain("script-src", policies[2], StringComparison.Ordinal);
    }

    private static async Task<HttpResponseMessage> AddAsync(IdentityHost host, Browser browser, string credential)
    {
        await host.AddAsync("ada@acme.example");
        using var login = await browser.LogInAsync("acme", "ada@acme.example", People.Password);
        return await browser.SubmitAsync("/account/passkeys", "/account/passkeys", ("name", "x"), ("password", People.Password), ("credential", credential));
    }
}
