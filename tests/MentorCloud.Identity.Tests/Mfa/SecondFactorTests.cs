using System.Net;
using System.Text.RegularExpressions;
using MentorCloud.Identity.Mfa;
using MentorCloud.Identity.Tests.Hosting;

namespace MentorCloud.Identity.Tests.Mfa;

public partial class SecondFactorTests : OnAnyStore
{
    [Fact]
    public async Task Login_with_an_app_asks_for_its_code_and_takes_each_once()
    {
        await using var host = await StartAsync();
        var (secret, _) = await SetUpAsync(host);
        using var browser = host.Browser();

        using var password = await browser.LogInAsync("acme", "ada@acme.example", People.Password);
        var before = await browser.TextAsync("/whoami");
        host.Clock.Advance(TimeSpan.FromSeconds(30));
        var code = CodeNow(host, secret);
        using var wrong = await SecondAsync(browser, password, "000000");
        using var right = await SecondAsync(browser, password, code);
        using var again = host.Browser();
        using var secondPassword = await again.LogInAsync("acme", "ada@acme.example", People.Password);
        using var replayed = await SecondAsync(again, secondPassword, code);

        Assert.Equal((HttpStatusCode.OK, "anonymous"), (password.StatusCode, before));
        Assert.Equal(HttpStatusCode.Unauthorized, wrong.StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, right.StatusCode);
        Assert.StartsWith("user:", await browser.TextAsync("/whoami"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Unauthorized, replayed.StatusCode);
    }

    [Fact]
    public async Task Code_of_the_step_before_counts_once_and_none_that_is_older_or_ahead_ever_does()
    {
        await using var host = await StartAsync();
        var (secret, _) = await SetUpAsync(host);
        host.Clock.Advance(TimeSpan.FromMinutes(5));
        var now = Totp.StepAt(host.Clock.GetUtcNow());

        foreach (var (step, expected) in new[]
        {
            (-2, HttpStatusCode.Unauthorized), (1, HttpStatusCode.Unauthorized), (-1, HttpStatusCode.Redirect), (-1, HttpStatusCode.Unauthorized),
            (0, HttpStatusCode.Redirect), (-1, HttpStatusCode.Unauthorized), (0, HttpStatusCode.Unauthorized),
        })
        {
            using var browser = host.Browser();
            using var password = await browser.LogInAsync("acme", "ada@acme.example", People.Password);
            using var answer = await SecondAsync(browser, password, Totp.CodeAt(secret, now + step));
            Assert.True(answer.StatusCode == expected, $"The code of step {step} answered {answer.StatusCode}.");
        }
    }

    [Fact]
    public async Task Recovery_code_opens_once()
    {
        await using var host = await StartAsync();
        var (_, codes) = await SetUpAsync(host);
        Assert.Equal(10, codes.Distinct().Count());

        foreach (var expected in (HttpStatusCode[])[HttpStatusCode.Redirect, HttpStatusCode.Unauthorized])
        {
            using var browser = host.Browser();
            using var password = await browser.LogInAsync("acme", "ada@acme.example", People.Password);
            using var answer = await SecondAsync(browser, password, codes[0].ToLowerInvariant());
            Assert.Equal(expected, answer.StatusCode);
        }
    }

    [Fact]
    public async Task Code_without_the_password_or_too_late_after_it_is_worth_nothing()
    {
        await using var host = await StartAsync();
        var (secret, _) = await SetUpAsync(host);
        using var stranger = host.Browser();
        using var slow = host.Browser();
        using var password = await slow.LogInAsync("acme", "ada@acme.example", People.Password);

        host.Clock.Advance(TimeSpan.FromMinutes(6));
        using var late = await SecondAsync(slow, password, CodeNow(host, secret));
        using var without = await stranger.SubmitAsync("/login", "/login/second", ("code", CodeNow(host, secret)));

        Assert.Equal((HttpStatusCode.BadRequest, HttpStatusCode.BadRequest), (late.StatusCode, without.StatusCode));
    }

    [Fact]
    public async Task Guesses_at_the_code_are_slowed_down()
    {
        await using var host = await StartAsync();
        var (secret, _) = await SetUpAsync(host);
        using var browser = host.Browser();
        using var password = await browser.LogInAsync("acme", "ada@acme.example", People.Password);
        for (var guess = 0; guess < 5; guess++)
        {
            using var wrong = await SecondAsync(browser, password, $"00000{guess}");
        }

        host.Clock.Advance(TimeSpan.FromMilliseconds(500));
        using var right = await SecondAsync(browser, password, CodeNow(host, secret));

        Assert.Equal(HttpStatusCode.TooManyRequests, right.StatusCode);
    }

    [Fact]
    public async Task App_is_set_up_and_removed_only_with_the_password_and_a_code()
    {
        await using var host = await StartAsync();
        await host.AddAsync("ada@acme.example");
        using var browser = host.Browser();
        using var login = await browser.LogInAsync("acme", "ada@acme.example", People.Password);

        using var noPassword = await browser.SubmitAsync("/account", "/account/second", ("password", "wrong"));
        using var begun = await browser.SubmitAsync("/account", "/account/second", ("password", People.Password));
        var secret = Decode(SecretShown().Match(await begun.Content.ReadAsStringAsync()).Groups[1].Value);
        using var wrongCode = await browser.SubmitAsync("/account", "/account/second/confirm", ("code", "000000"));
        using var confirmed = await browser.SubmitAsync("/account", "/account/second/confirm", ("code", CodeNow(host, secret)));
        host.Clock.Advance(TimeSpan.FromSeconds(30));
        using var kept = await browser.SubmitAsync("/account", "/account/second/remove", ("password", People.Password), ("code", "000000"));
        using var removed = await browser.SubmitAsync("/account", "/account/second/remove", ("password", People.Password), ("code", CodeNow(host, secret)));

        Assert.Equal(HttpStatusCode.Unauthorized, noPassword.StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, wrongCode.StatusCode);
        Assert.Equal(10, RecoveryShown().Count(await confirmed.Content.ReadAsStringAsync()));
        Assert.Equal(HttpStatusCode.Unauthorized, kept.StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, removed.StatusCode);
        Assert.Contains(host.Audit.Of(TestTenants.Acme), line => line.Action == "Account.SecondFactorRemoved");
    }

    private static async Task<(byte[] Secret, IReadOnlyList<string> Codes)> SetUpAsync(IdentityHost host)
    {
        var ada = await host.AddAsync("ada@acme.example");
        var authenticators = host.Get<Authenticators>();
        var secret = (await authenticators.BeginAsync(ada, default))!;
        var codes = await authenticators.ConfirmAsync(ada, CodeNow(host, secret), default);
        return (secret, codes!);
    }

    private static async Task<HttpResponseMessage> SecondAsync(Browser browser, HttpResponseMessage page, string code)
    {
        var html = await page.Content.ReadAsStringAsync();
        var csrf = html.Split("name=\"csrf\" value=\"")[1].Split('"')[0];
        return await browser.PostAsync("/login/second", ("csrf", csrf), ("return", "/account"), ("code", code));
    }

    private static string CodeNow(IdentityHost host, byte[] secret) => Totp.CodeAt(secret, Totp.StepAt(host.Clock.GetUtcNow()));

    internal static byte[] Decode(string base32)
    {
        var bits = string.Concat(base32.Select(sign => Convert.ToString("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".IndexOf(sign, StringComparison.Ordinal), 2).PadLeft(5, '0')));
        return [.. Enumerable.Range(0, bits.Length / 8).Select(at => Convert.ToByte(bits.Substring(at * 8, 8), 2))];
    }

    [GeneratedRegex("<code id=\"secret\">([A-Z2-7]+)</code>")]
    private static partial Regex SecretShown();

    [GeneratedRegex("<li><code>[A-Z2-7]{24}</code></li>")]
    private static partial Regex RecoveryShown();
}
