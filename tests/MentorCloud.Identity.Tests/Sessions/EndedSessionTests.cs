using System.Net;
using MentorCloud.Contracts.Accounts;
using MentorCloud.Contracts.Logins;
using MentorCloud.Identity.Tests.Hosting;
using MentorCloud.Identity.Tests.Provider;
using MentorCloud.Identity.Tests.Tokens;

namespace MentorCloud.Identity.Tests.Sessions;

/// <summary>What a session that ends takes with it.</summary>
public sealed class EndedSessionTests
{
    [Fact]
    public async Task Login_ends_the_session_that_the_browser_had_before()
    {
        await using var host = await IdentityHost.StartAsync();
        await host.AddAsync("ada@acme.example");
        using var browser = host.Browser();
        using var first = await browser.LogInAsync("acme", "ada@acme.example", People.Password);
        var before = browser.Cookie("mc_session")!;

        using var second = await browser.LogInAsync("acme", "ada@acme.example", People.Password);

        Assert.NotEqual(before, browser.Cookie("mc_session"));
        Assert.Equal("anonymous", await WhoIsAsync(host, before));
        Assert.StartsWith("user:", await browser.TextAsync("/whoami"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Session_ended_from_elsewhere_takes_the_access_of_its_programs_along_and_a_logout_does_not()
    {
        await using var host = await IdentityHost.StartAsync();
        var ada = await host.AddAsync("ada@acme.example");
        var app = await host.AddAppAsync(ClientProof.Secret);
        using var http = host.Client();
        using var lost = host.Browser();
        using var left = host.Browser();
        using var one = await lost.LogInAsync("acme", "ada@acme.example", People.Password);
        var ofLost = await lost.ProgramAsync(app);
        host.Clock.Advance(TimeSpan.FromSeconds(1));
        using var two = await left.LogInAsync("acme", "ada@acme.example", People.Password);
        var ofLeft = await left.ProgramAsync(app);
        var sessions = host.Get<ILoginSessions>();
        var listed = await sessions.OfAsync(TestTenants.Acme, ada.Id, default);

        await sessions.EndAsync(TestTenants.Acme, People.Platform, ada.Id, listed[1].Id, default);
        using var loggedOut = await left.SubmitAsync("/logout", "/logout");

        Assert.Equal("anonymous", await TokenRequests.WhoAmIAsync(http, ofLost.Access));
        Assert.Equal(HttpStatusCode.BadRequest, await http.RefreshAsync(app, ofLost.Refresh));
        Assert.Equal($"user:{ada.Id}", await TokenRequests.WhoAmIAsync(http, ofLeft.Access));
        Assert.Equal(HttpStatusCode.OK, await http.RefreshAsync(app, ofLeft.Refresh));
    }

    [Fact]
    public async Task Logout_clears_what_the_browser_kept_and_leaves_the_mark_by_which_it_is_known()
    {
        await using var host = await IdentityHost.StartAsync();
        await host.AddAsync("ada@acme.example");
        using var browser = host.Browser();
        using var login = await browser.LogInAsync("acme", "ada@acme.example", People.Password);

        using var logout = await browser.SubmitAsync("/logout", "/logout");

        Assert.Equal("\"cache\", \"storage\"", Assert.Single(logout.Headers.GetValues("Clear-Site-Data")));
        Assert.Null(browser.Cookie("mc_session"));
    }

    [Fact]
    public async Task Login_enters_the_audit_log_with_the_way_in_which_it_was_proved()
    {
        await using var host = await IdentityHost.StartAsync();
        await host.AddAsync("ada@acme.example");
        using var browser = host.Browser();

        using var login = await browser.LogInAsync("acme", "ada@acme.example", People.Password);

        var noted = Assert.Single(host.Audit.Of(TestTenants.Acme), entry => entry.Action == "Account.LoggedIn");
        Assert.Equal("{\"methods\":\"pwd\"}", noted.Detail);
    }

    private static async Task<string> WhoIsAsync(IdentityHost host, string session)
    {
        using var http = host.Client();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/whoami") { Headers = { { "Cookie", "mc_session=" + session } } };
        using var answer = await http.SendAsync(request);
        return await answer.Content.ReadAsStringAsync();
    }
}
