using System.Net;
using MentorCloud.Contracts.Accounts;
using MentorCloud.Identity.Mfa;
using MentorCloud.Identity.Store;
using MentorCloud.Identity.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace MentorCloud.Identity.Tests.Mfa;

/// <summary>Guesses at an account's code by somebody who knows its password, from as many addresses as they like.</summary>
public sealed class CodeGuessTests
{
    [Fact]
    public async Task Guesses_wait_by_account_from_the_tenth_on_and_a_right_code_ends_the_wait()
    {
        await using var host = await IdentityHost.StartAsync();
        var (ada, secret, _) = await SetUpAsync(host);
        host.Clock.Advance(TimeSpan.FromMinutes(1));
        var waits = new List<double>();

        for (var failure = 1; failure <= 14; failure++)
        {
            Assert.Equal(CodeCheck.Wrong, await CheckAsync(host, ada, Wrong(host, secret)));
            var wait = (await CheckAsync(host, ada, Wrong(host, secret), counts: false)).Wait;
            waits.Add(wait.TotalSeconds);
            host.Clock.Advance(wait);
        }

        Assert.Equal([0, 0, 0, 0, 0, 0, 0, 0, 0, 30, 60, 120, 240, 480], waits);
        Assert.Equal(CodeCheck.Right, await CheckAsync(host, ada, Now(host, secret)));
        host.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(CodeCheck.Wrong, await CheckAsync(host, ada, Wrong(host, secret)));
        Assert.Equal(CodeCheck.Right, await CheckAsync(host, ada, Now(host, secret)));
    }

    [Fact]
    public async Task App_counts_no_more_after_a_hundred_failures_in_a_row_until_a_recovery_code_was_right()
    {
        await using var host = await IdentityHost.StartAsync();
        var (ada, secret, codes) = await SetUpAsync(host);
        for (var failure = 0; failure < 100; failure++)
        {
            host.Clock.Advance(TimeSpan.FromDays(1));
            await CheckAsync(host, ada, Wrong(host, secret));
        }

        host.Clock.Advance(TimeSpan.FromDays(3650));
        var closed = await CheckAsync(host, ada, Now(host, secret));
        var recovered = await CheckAsync(host, ada, codes[0]);
        var open = await CheckAsync(host, ada, Now(host, secret));

        Assert.Equal((CodeCheck.TooEarly(TimeSpan.FromDays(1)), CodeCheck.Right, CodeCheck.Right), (closed, recovered, open));
    }

    [Fact]
    public async Task Guesses_sent_all_at_once_are_no_more_than_those_that_were_counted()
    {
        await using var host = await IdentityHost.StartAsync();
        var (ada, secret, _) = await SetUpAsync(host);
        var wrong = Wrong(host, secret);

        await Task.WhenAll(Enumerable.Range(0, 60).Select(_ => CheckAsync(host, ada, wrong)));
        await using var context = await host.Get<AccountsStore>().OpenAsync(default);

        Assert.InRange((await context.Authenticators.SingleAsync()).Failures, 1, 10);
    }

    [Fact]
    public async Task Guesses_at_the_login_and_on_the_account_page_are_counted_together_and_told()
    {
        await using var host = await IdentityHost.StartAsync();
        var (ada, secret, codes) = await SetUpAsync(host);
        using var inside = host.Browser();
        using var password = await inside.LogInAsync("acme", "ada@acme.example", People.Password);
        using var login = await SecondAsync(inside, password, codes[0]);
        for (var guess = 0; guess < 9; guess++)
        {
            await CheckAsync(host, ada, Wrong(host, secret));
        }

        using var tenth = await RemoveAsync(inside, Wrong(host, secret));
        using var eleventh = await RemoveAsync(inside, Now(host, secret));
        using var elsewhere = host.Browser();
        using var again = await elsewhere.LogInAsync("acme", "ada@acme.example", People.Password);
        using var refused = await SecondAsync(elsewhere, again, Now(host, secret));

        Assert.Equal(
            (HttpStatusCode.Unauthorized, HttpStatusCode.TooManyRequests, HttpStatusCode.TooManyRequests),
            (tenth.StatusCode, eleventh.StatusCode, refused.StatusCode));
        Assert.Equal((TimeSpan.FromSeconds(30), TimeSpan.FromSeconds(30)), (eleventh.Headers.RetryAfter?.Delta, refused.Headers.RetryAfter?.Delta));
        Assert.Contains("recovery codes", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(10, host.Audit.Of(TestTenants.Acme).Count(entry => entry.Action == "Account.CodeFailed"));
    }

    private static Task<HttpResponseMessage> RemoveAsync(Browser browser, string code) =>
        browser.SubmitAsync("/account", "/account/second/remove", ("password", People.Password), ("code", code));

    private static async Task<HttpResponseMessage> SecondAsync(Browser browser, HttpResponseMessage page, string code)
    {
        var csrf = (await page.Content.ReadAsStringAsync()).Split("name=\"csrf\" value=\"")[1].Split('"')[0];
        return await browser.PostAsync("/login/second", ("csrf", csrf), ("return", "/account"), ("code", code));
    }

    /// <summary>Asks; when it <paramref name="counts"/> not, only while there is a wait, so that nothing is counted.</summary>
    private static async Task<CodeCheck> CheckAsync(IdentityHost host, Account account, string code, bool counts = true)
    {
        if (!counts)
        {
            await using var context = await host.Get<AccountsStore>().OpenAsync(default);
            if (!await context.Authenticators.AnyAsync(row => row.NotBefore != null))
            {
                return CodeCheck.Wrong;
            }
        }

        return await host.Get<Authenticators>().CheckAsync(account, code, default);
    }

    private static async Task<(Account Ada, byte[] Secret, IReadOnlyList<string> Codes)> SetUpAsync(IdentityHost host)
    {
        var ada = await host.AddAsync("ada@acme.example");
        var authenticators = host.Get<Authenticators>();
        var secret = (await authenticators.BeginAsync(ada, default))!;
        return (ada, secret, (await authenticators.ConfirmAsync(ada, Now(host, secret), default))!);
    }

    private static string Now(IdentityHost host, byte[] secret) => Totp.CodeAt(secret, Totp.StepAt(host.Clock.GetUtcNow()));

    /// <summary>A code that is not one of the steps around now.</summary>
    private static string Wrong(IdentityHost host, byte[] secret)
    {
        var near = Enumerable.Range(-1, 3).Select(step => Totp.CodeAt(secret, Totp.StepAt(host.Clock.GetUtcNow()) + step)).ToArray();
        return new[] { "000000", "111111", "222222", "333333" }.First(code => !near.Contains(code));
    }
}
