using System.Net;
using MentorCloud.Identity.Login;
using MentorCloud.Identity.Passkeys;
using MentorCloud.Identity.Tests.Hosting;

namespace MentorCloud.Identity.Tests.Passkeys;

/// <summary>How many passkeys one address may try.</summary>
public sealed class PasskeyThrottleTests
{
    [Fact]
    public async Task Passkeys_that_failed_do_not_hold_colleagues_behind_the_same_address_up()
    {
        await using var host = await IdentityHost.StartAsync();
        var ada = await host.AddAsync("ada@acme.example");
        using var key = new SoftAuthenticator([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16]);
        using var hers = host.Browser();
        using var password = await hers.LogInAsync("acme", "ada@acme.example", People.Password);
        using var registered = await key.RegisterAsync(hers, People.Password);
        for (var failure = 0; failure < 10; failure++)
        {
            using var stranger = host.Browser();
            using var failed = await stranger.SubmitAsync("/login/passkey", "/login/passkey", ("credential", "{}"));
            Assert.Equal(HttpStatusCode.Unauthorized, failed.StatusCode);
        }

        using var browser = host.Browser();
        using var login = await key.LogInAsync(browser, PasskeyStore.UserId(ada));

        Assert.Equal($"user:{ada.Id}", await browser.TextAsync("/whoami"));
    }

    [Fact]
    public async Task Address_that_fails_forty_times_is_told_to_wait_and_how_long()
    {
        await using var host = await IdentityHost.StartAsync();
        for (var failure = 0; failure < 40; failure++)
        {
            host.Get<LoginThrottle>().Failed(new LoginAttempt(Account: null, "127.0.0.1", Device: null));
        }

        using var browser = host.Browser();
        using var held = await browser.SubmitAsync("/login/passkey", "/login/passkey", ("credential", "{}"));
        host.Clock.Advance(TimeSpan.FromSeconds(1));
        using var looked = await browser.SubmitAsync("/login/passkey", "/login/passkey", ("credential", "{}"));

        Assert.Equal((HttpStatusCode.TooManyRequests, TimeSpan.FromSeconds(1)), (held.StatusCode, held.Headers.RetryAfter?.Delta));
        Assert.Contains("Wait 1 seconds", await held.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Unauthorized, looked.StatusCode);
    }
}
