using System.Net;
using MentorCloud.Identity.Login;
using MentorCloud.Identity.Tests.Hosting;

namespace MentorCloud.Identity.Tests.Login;

public sealed class LoginThrottleTests
{
    private readonly ManualClock _clock = new();

    [Fact]
    public void Failures_of_one_source_at_one_account_wait_twice_as_long_each_time()
    {
        var throttle = new LoginThrottle(_clock);
        var attempt = new LoginAttempt("acme/ada", "10.0.0.1", Device: null);
        var waits = new List<double>();

        for (var failure = 0; failure < 16; failure++)
        {
            throttle.Failed(attempt);
            var wait = throttle.Wait(attempt);
            waits.Add(wait.TotalSeconds);
            _clock.Advance(wait);
        }

        Assert.Equal([0, 0, 0, 1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 900, 900, 900], waits);
    }

    [Fact]
    public void Failures_of_an_attacker_never_slow_the_owner_down()
    {
        var throttle = new LoginThrottle(_clock);
        for (var failure = 0; failure < 1000; failure++)
        {
            throttle.Failed(new LoginAttempt("acme/ada", $"10.0.{failure % 4}.{failure % 250}", Device: null));
        }

        Assert.Equal(TimeSpan.Zero, throttle.Wait(new LoginAttempt("acme/ada", "192.0.2.7", Device: null)));
    }

    [Fact]
    public void Browser_that_logged_in_before_is_not_slowed_by_others_behind_the_same_address()
    {
        var throttle = new LoginThrottle(_clock);
        for (var failure = 0; failure < 100; failure++)
        {
            throttle.Failed(new LoginAttempt("acme/ada", "10.0.0.1", Device: null));
        }

        Assert.True(throttle.Wait(new LoginAttempt("acme/ada", "10.0.0.1", Device: null)) > TimeSpan.Zero);
        Assert.Equal(TimeSpan.Zero, throttle.Wait(new LoginAttempt("acme/ada", "10.0.0.1", "device")));
    }

    [Fact]
    public void Source_that_tries_one_password_at_many_accounts_is_slowed_down()
    {
        var throttle = new LoginThrottle(_clock);
        for (var failure = 0; failure < 60; failure++)
        {
            throttle.Failed(new LoginAttempt($"acme/{failure}", "10.0.0.1", Device: null));
        }

        Assert.True(throttle.Wait(new LoginAttempt("acme/untried", "10.0.0.1", Device: null)) > TimeSpan.FromMinutes(1));
    }

    [Fact]
    public void Company_that_logs_in_from_one_address_is_not_slowed_down()
    {
        var throttle = new LoginThrottle(_clock);
        for (var person = 0; person < 500; person++)
        {
            var attempt = new LoginAttempt($"acme/{person}", "10.0.0.1", Device: null);
            throttle.Failed(attempt);
            throttle.Succeeded(attempt);
        }

        Assert.Equal(TimeSpan.Zero, throttle.Wait(new LoginAttempt("acme/next", "10.0.0.1", Device: null)));
    }

    [Fact]
    public void Attempt_that_names_no_account_is_counted_by_its_source_alone()
    {
        var throttle = new LoginThrottle(_clock);
        var attempt = new LoginAttempt(Account: null, "10.0.0.1", Device: null);
        var waits = new List<bool>();
        for (var failure = 0; failure < 40; failure++)
        {
            throttle.Failed(attempt);
            waits.Add(throttle.Wait(attempt) > TimeSpan.Zero);
        }

        Assert.Equal(39, waits.IndexOf(true));
        Assert.True(throttle.Wait(new LoginAttempt("acme/ada", "10.0.0.1", Device: null)) > TimeSpan.Zero);
        Assert.Equal(TimeSpan.Zero, throttle.Wait(new LoginAttempt(Account: null, "10.0.0.2", Device: null)));
    }

    [Fact]
    public void Flood_of_sources_is_swept_seldom_and_drops_the_oldest_failures_first()
    {
        var throttle = new LoginThrottle(_clock);
        var old = new LoginAttempt("acme/old", "10.0.0.1", Device: null);
        var recent = new LoginAttempt("acme/recent", "10.0.0.2", Device: null);
        Fail(throttle, old, times: 8);
        _clock.Advance(TimeSpan.FromSeconds(1));
        for (var source = 0; source < 60_000; source++)
        {
            if (source == 45_000)
            {
                _clock.Advance(TimeSpan.FromSeconds(1));
                Fail(throttle, recent, times: 8);
            }

            throttle.Failed(new LoginAttempt("acme/ada", $"flood {source}", Device: null));
        }

        // Two counters each: full after 50,000, and then again after every 5,000.
        Assert.InRange(throttle.Sweeps, 1, 3);
        Assert.Equal(TimeSpan.Zero, throttle.Wait(old));
        Assert.True(throttle.Wait(recent) > TimeSpan.Zero);

        static void Fail(LoginThrottle throttle, LoginAttempt attempt, int times)
        {
            for (var failure = 0; failure < times; failure++)
            {
                throttle.Failed(attempt);
            }
        }
    }

    [Fact]
    public void Failures_are_forgotten_after_an_hour()
    {
        var throttle = new LoginThrottle(_clock);
        var attempt = new LoginAttempt("acme/ada", "10.0.0.1", Device: null);
        for (var failure = 0; failure < 6; failure++)
        {
            throttle.Failed(attempt);
        }

        _clock.Advance(TimeSpan.FromMinutes(61));
        throttle.Failed(attempt);

        Assert.Equal(TimeSpan.Zero, throttle.Wait(attempt));
    }

    [Fact]
    public async Task Login_page_refuses_early_attempts_even_with_the_right_password_and_says_when()
    {
        await using var host = await IdentityHost.StartAsync();
        using var browser = host.Browser();
        await host.AddAsync("ada@acme.example");
        for (var failure = 0; failure < 5; failure++)
        {
            using var wrong = await browser.LogInAsync("acme", "ada@acme.example", "wrong");
            host.Clock.Advance(TimeSpan.FromSeconds(failure < 4 ? 1 : 0));
        }

        using var early = await browser.LogInAsync("acme", "ada@acme.example", People.Password);
        host.Clock.Advance(TimeSpan.FromSeconds(2));
        using var later = await browser.LogInAsync("acme", "ada@acme.example", People.Password);

        Assert.Equal(HttpStatusCode.TooManyRequests, early.StatusCode);
        Assert.Equal(TimeSpan.FromSeconds(2), early.Headers.RetryAfter?.Delta);
        Assert.Equal(HttpStatusCode.Redirect, later.StatusCode);
    }
}
