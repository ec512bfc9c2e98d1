using System.Net;
using System.Text.Json;
using MentorCloud.Contracts.Accounts;
using MentorCloud.Identity.Consents;
using MentorCloud.Identity.Store;
using MentorCloud.Identity.Tests.Hosting;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;

namespace MentorCloud.Identity.Tests.Provider;

/// <summary>Wishes that wait for people: what is kept of them, how long, and how many of anybody's.</summary>
public class CarriedWishTests : OnAnyStore
{
    private static readonly (string, string)[] Long = [("state", new string('s', 1024)), ("nonce", new string('n', 1024))];

    [Fact]
    public async Task Long_wish_is_kept_without_what_nobody_reads()
    {
        await using var host = await StartAsync();
        using var browser = host.Browser();
        var app = await host.AddAppAsync(ClientProof.None);

        using var asked = await browser.GetAsync(Wishes.Of(
            app, [.. Long, ("claims", new string('c', 2000)), ("login_hint", new string('h', 321)), ("scope", string.Concat(Enumerable.Repeat("openid ", 50)))]));
        var kept = JsonSerializer.Deserialize<Dictionary<string, string>>(Assert.Single(await RowsAsync(host)).Parameters);

        Assert.Equal(Wishes.Fields(app, Long).OrderBy(pair => pair.Key), kept!.OrderBy(pair => pair.Key));
    }

    [Theory]
    [InlineData(320, true)]
    [InlineData(321, false)]
    public async Task Login_hint_longer_than_an_address_can_be_is_left_out(int length, bool isKept)
    {
        await using var host = await StartAsync();
        using var browser = host.Browser();

        using var asked = await browser.GetAsync(Wishes.Of(await host.AddAppAsync(ClientProof.None), ("login_hint", new string('h', length))));
        var login = QueryHelpers.ParseQuery(asked.Headers.Location!.OriginalString.Split('?', 2)[1]);

        Assert.Equal(isKept, login.ContainsKey("email"));
        Assert.True(login.ContainsKey("return"));
    }

    [Fact]
    public async Task Wish_that_a_program_pushed_waits_an_hour_for_the_login_and_an_hour_for_the_answer()
    {
        await using var host = await StartAsync();
        using var browser = host.Browser();
        await host.AddAsync("ada@acme.example");
        var wish = await PushAsync(host, await host.AddAppAsync(ClientProof.Secret, isFirstParty: false));

        host.Clock.Advance(TimeSpan.FromMinutes(9));
        using var asked = await browser.GetAsync(wish);
        host.Clock.Advance(TimeSpan.FromMinutes(59));
        using var login = await browser.LogInAsync("acme", "ada@acme.example", People.Password, asked.Headers.Location!.OriginalString);
        var question = Fields(await browser.TextAsync(login.Headers.Location!.OriginalString));
        host.Clock.Advance(TimeSpan.FromMinutes(59));
        using var allowed = await browser.PostAsync(ConsentEndpoint.Path, [.. question, ("decision", "allow")]);

        Assert.Contains("code=", allowed.Headers.Location!.Query, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false, 10, 10)]
    [InlineData(true, 30, 690)]
    public async Task Wish_that_a_program_pushed_dies_unseen_after_ten_minutes_and_in_half_a_day_however_often_it_is_seen(
        bool isSeenAtOnce, int everyMinutes, int atMinute)
    {
        await using var host = await StartAsync();
        using var browser = host.Browser();
        var wish = await PushAsync(host, await host.AddAppAsync(ClientProof.Secret));
        if (isSeenAtOnce)
        {
            using var seen = await browser.GetAsync(wish);
        }

        var lived = 0;
        for (var status = HttpStatusCode.Redirect; status == HttpStatusCode.Redirect && lived < 2 * atMinute; lived += everyMinutes)
        {
            host.Clock.Advance(TimeSpan.FromMinutes(everyMinutes));
            using var answer = await browser.GetAsync(wish);
            status = answer.StatusCode;
        }

        Assert.Equal(atMinute, lived);
    }

    [Fact]
    public async Task Source_of_too_many_long_wishes_that_nobody_finishes_is_refused_more_and_nothing_else()
    {
        await using var host = await StartAsync();
        using var browser = host.Browser();
        await host.AddAsync("ada@acme.example");
        var app = await host.AddAppAsync(ClientProof.None);

        var outcomes = new List<string>();
        for (var wish = 0; wish < 41; wish++)
        {
            using var answer = await browser.GetAsync(Wishes.Of(app, Long));
            outcomes.Add(answer.Headers.Location!.OriginalString);
        }

        using var shorter = await browser.GetAsync(Wishes.Of(app));
        using var login = await browser.LogInAsync("acme", "ada@acme.example", People.Password);
        using var finished = await browser.GetAsync(Wishes.Of(app, Long));

        Assert.All(outcomes[..40], outcome => Assert.StartsWith("/login?", outcome, StringComparison.Ordinal));
        Assert.Contains("error=temporarily_unavailable", outcomes[40], StringComparison.Ordinal);
        Assert.Equal(40, (await RowsAsync(host)).Count);
        Assert.StartsWith("/login?", shorter.Headers.Location!.OriginalString, StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.Redirect, true), (login.StatusCode, finished.Headers.Location!.Query.Contains("code=", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Long_wishes_that_are_finished_count_for_nobody()
    {
        await using var host = await StartAsync();
        using var nobody = host.Browser();
        using var ada = await LoggedInAsync(host);
        var app = await host.AddAppAsync(ClientProof.None);

        for (var wish = 0; wish < 45; wish++)
        {
            using var asked = await nobody.GetAsync(Wishes.Of(app, Long));
            using var met = await ada.GetAsync(QueryHelpers.ParseQuery(asked.Headers.Location!.OriginalString.Split('?', 2)[1])["return"].ToString());
            Assert.Contains("code=", met.Headers.Location!.Query, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Wishes_are_deleted_once_they_have_expired()
    {
        await using var host = await StartAsync();
        var app = await host.AddAppAsync(ClientProof.Secret);
        await PushAsync(host, app);
        host.Clock.Advance(TimeSpan.FromMinutes(10));
        await PushAsync(host, app);
        host.Clock.Advance(TimeSpan.FromSeconds(1));

        await host.Get<IEnumerable<IHostedService>>().OfType<IdentityHousekeeping>().Single().ForgetWishesAsync(default);

        Assert.True(Assert.Single(await RowsAsync(host)).ExpiresAt > host.Clock.GetUtcNow());
    }

    [Fact]
    public async Task Answer_to_a_pushed_wish_sent_many_times_at_once_lets_in_once_and_is_noted_once()
    {
        await using var host = await StartAsync();
        using var browser = await LoggedInAsync(host);
        var question = Fields(await browser.TextAsync(await PushAsync(host, await host.AddAppAsync(ClientProof.Secret, isFirstParty: false))));

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 8).Select(async _ =>
        {
            using var answer = await browser.PostAsync(ConsentEndpoint.Path, [.. question, ("decision", "allow")]);
            return answer.Headers.Location!.OriginalString;
        }));

        Assert.Single(outcomes, outcome => outcome.Contains("code=", StringComparison.Ordinal));
        Assert.Single(host.Audit.Of(TestTenants.Acme), entry => entry.Action == "Account.ConsentGiven");
    }

    /// <summary>Where a browser is sent with a wish that the program pushed.</summary>
    private static async Task<string> PushAsync(IdentityHost host, AppClientSecret app)
    {
        using var http = host.Client();
        using var answer = await http.AskAsync("/connect/par", app, [.. Wishes.Fields(app).Select(pair => (pair.Key, pair.Value))]);
        using var pushed = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        return QueryHelpers.AddQueryString("/connect/authorize", new Dictionary<string, string?>
        {
            ["client_id"] = app.Client.ClientId, ["request_uri"] = pushed.RootElement.GetProperty("request_uri").GetString(),
        });
    }

    private static async Task<List<PushedRequestRecord>> RowsAsync(IdentityHost host)
    {
        await using var context = await host.Get<AccountsStore>().OpenAsync(TestTenants.Acme, default);
        return await context.PushedRequests.AsNoTracking().ToListAsync();
    }

    private static async Task<Browser> LoggedInAsync(IdentityHost host)
    {
        await host.AddAsync("ada@acme.example");
        var browser = host.Browser();
        using var login = await browser.LogInAsync("acme", "ada@acme.example", People.Password);
        return browser;
    }

    private static (string, string)[] Fields(string html) => [.. html.Split("<input type=\"hidden\" name=\"")[1..].Select(part => part.Split('"'))
        .Select(parts => (parts[0], WebUtility.HtmlDecode(parts[2])))];
}
